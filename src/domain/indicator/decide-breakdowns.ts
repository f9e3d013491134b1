import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { cellParts } from './breakdown-cell.ts';
import type { BreakdownCategory, BreakdownDimension, IndicatorValue } from './indicator.ts';
import { repeated } from './repeated.ts';

const longestName = 500;

/** Years in which the whole dimension, or one of its categories, has figures. */
const yearsWith = (
  values: readonly IndicatorValue[],
  dimension: string,
  category: string | null,
): readonly number[] => {
  const years = values
    .filter(({ breakdown }) =>
      cellParts(breakdown).some(
        ([key, part]) => key === dimension && (category === null || part === category),
      ),
    )
    .map(({ fiscalYear }) => fiscalYear);
  return [...new Set(years)].sort((a, b) => a - b);
};

const nameProblems = (
  entries: readonly BreakdownCategory[],
  at: (index: number) => Problem['path'],
): readonly Problem[] => [
  ...entries.flatMap(({ name, nameEn }, index) => [
    ...(name === '' ? [errorAt('text-missing', [...at(index), 'name'])] : []),
    ...([name, nameEn ?? ''].some((text) => text.length > longestName)
      ? [
          errorAt('text-too-long', [...at(index), 'name'], {
            limit: longestName,
            length: Math.max(name.length, nameEn?.length ?? 0),
          }),
        ]
      : []),
  ]),
  ...repeated(
    entries.map((entry, index) => ({ ...entry, index })).filter(({ name }) => name !== ''),
    ({ name }) => name.normalize('NFKC'),
  ).map(({ name, index }) => errorAt('breakdown-name-twice', [...at(index), 'name'], { name })),
];

/**
 * 内訳の軸と区分 as typed in place of those that are there. Names may change, categories come and stand in another order;
 * what has figures cannot go, and dimensions keep their order, because the cells are named by it.
 * Paths: ['dimensions', place, 'name'], ['dimensions', place, 'categories', place, 'name'], ['dimensions'].
 */
export const decideBreakdowns = (
  before: readonly BreakdownDimension[],
  typed: readonly BreakdownDimension[],
  values: readonly IndicatorValue[],
): Result<readonly BreakdownDimension[], readonly Problem[]> => {
  const gone = (name: string, years: readonly number[], path: Problem['path']): readonly Problem[] =>
    years.length === 0 ? [] : [errorAt('category-has-figures', path, { name, years: years.map(String) })];
  const problems = [
    ...nameProblems(typed, (index) => ['dimensions', index]),
    ...typed.flatMap(({ name, categories }, index) => [
      ...(categories.length === 0
        ? [errorAt('dimension-without-categories', ['dimensions', index, 'name'], { name })]
        : []),
      ...nameProblems(categories, (place) => ['dimensions', index, 'categories', place]),
    ]),
    ...before.flatMap((dimension) => {
      const at = typed.findIndex(({ key }) => key === dimension.key);
      const now = typed[at];
      if (now === undefined)
        return gone(dimension.name, yearsWith(values, dimension.key, null), ['dimensions']);
      return dimension.categories
        .filter(({ key }) => !now.categories.some((category) => category.key === key))
        .flatMap(({ key, name }) =>
          gone(name, yearsWith(values, dimension.key, key), ['dimensions', at, 'name']),
        );
    }),
  ];
  if (problems.length > 0) return { ok: false, error: problems };
  const place = new Map(before.map(({ key }, index) => [key, index]));
  return ok(
    typed.toSorted((a, b) => (place.get(a.key) ?? before.length) - (place.get(b.key) ?? before.length)),
  );
};
