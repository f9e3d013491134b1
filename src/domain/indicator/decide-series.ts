import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { IndicatorValue, ReferenceSeries } from './indicator.ts';
import { repeated } from './repeated.ts';

/**
 * 参考の系列 (推計, 展望) as typed in place of those that are there; one with figures cannot go.
 * Paths: ['series', place, 'name'], ['series'].
 */
export const decideSeries = (
  before: readonly ReferenceSeries[],
  typed: readonly ReferenceSeries[],
  values: readonly IndicatorValue[],
): Result<readonly ReferenceSeries[], readonly Problem[]> => {
  const limits = { name: 500, note: 2000 } as const;
  const problems: readonly Problem[] = [
    ...typed.flatMap((entry, index) => [
      ...(entry.name === '' ? [errorAt('text-missing', ['series', index, 'name'])] : []),
      ...(['name', 'note'] as const)
        .filter((field) => entry[field].length > limits[field])
        .map((field) =>
          errorAt('text-too-long', ['series', index, field], {
            limit: limits[field],
            length: entry[field].length,
          }),
        ),
    ]),
    ...repeated(
      typed.map((entry, index) => ({ ...entry, index })).filter(({ name }) => name !== ''),
      ({ name }) => name.normalize('NFKC'),
    ).map(({ name, index }) => errorAt('breakdown-name-twice', ['series', index, 'name'], { name })),
    ...before
      .filter(({ series }) => !typed.some((each) => each.series === series))
      .flatMap(({ series, name }) => {
        const of = values.filter((value) => value.series === series).map(({ fiscalYear }) => fiscalYear);
        const years = [...new Set(of)].sort((a, b) => a - b).map(String);
        return years.length === 0 ? [] : [errorAt('series-has-figures', ['series'], { name, years })];
      }),
  ];
  return problems.length === 0 ? ok(typed) : { ok: false, error: problems };
};
