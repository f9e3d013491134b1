import { sumOf } from '../../domain/demography/population.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import type { Figure } from './figure.ts';
import { type OfSex, placeOfFigure } from './figures-by-sex.ts';

export interface SumContext {
  readonly file: string;
  /** Sums may differ from totals by the roundings of their parts. */
  readonly mayBeRounded: boolean;
}

/** null: withheld by the source, or a cell that is no number; whatever it goes into cannot be checked. */
type Values = readonly (number | null)[];

export interface SumParts {
  readonly both: OfSex;
  readonly male: OfSex;
  readonly female: OfSex;
  /** Labels of the ages that are kept, and their values */
  readonly labels: readonly string[];
  readonly ofBoth: Values;
  readonly men: Values;
  readonly women: Values;
}

/** null: a part is not known. */
const sumOfKnown = (values: Values): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? sumOf(known) : null;
};

/** Sum against total: an error at the total, with both numbers. */
const differing =
  ({ file, mayBeRounded }: SumContext) =>
  (total: Figure | null | undefined, sum: number | null, parts: number, code: string): readonly Problem[] => {
    if (total === null || total === undefined || total.value === null || sum === null) return [];
    const allowed = mayBeRounded ? (parts + 1) / 2 : 1e-6 * Math.max(1, sum);
    return Math.abs(total.value - sum) <= allowed
      ? []
      : [errorAt(code, placeOfFigure(file, total), { total: total.value, counted: sum })];
  };

/** 年齢不詳: 0 where none are told; null where the cell is no number. */
const unknownOf = ({ unknown }: OfSex): number | null =>
  unknown?.isWrong === true ? null : (unknown?.value ?? 0);

/** 年齢の合計と総数、男女の合計と男女計: whatever the file tells twice must agree, as far as its cells can be read. */
export const checkSums = (
  context: SumContext,
  { both, male, female, labels, ofBoth, men, women }: SumParts,
): readonly Problem[] => {
  const differs = differing(context);
  const bySex = men.length > 0;
  const agesOf = (ofSex: OfSex, values: Values): readonly Problem[] =>
    values.length === 0
      ? []
      : differs(ofSex.total, sumOfKnown([...values, unknownOf(ofSex)]), values.length, 'population-file-sum');
  return [
    ...agesOf(male, men),
    ...agesOf(female, women),
    ...agesOf(both, ofBoth),
    ...(bySex
      ? [
          ...labels.flatMap((label, index) =>
            differs(
              both.ages.get(label),
              sumOfKnown([men[index] ?? null, women[index] ?? null]),
              2,
              'population-file-sexes-sum',
            ),
          ),
          ...differs(
            both.total,
            sumOfKnown([...men, ...women, unknownOf(male), unknownOf(female)]),
            2 * men.length,
            'population-file-sum',
          ),
        ]
      : []),
    ...differs(
      both.total,
      male.total === null || female.total === null
        ? null
        : sumOfKnown([male.total.value, female.total.value]),
      2,
      'population-file-sexes-sum',
    ),
  ];
};
