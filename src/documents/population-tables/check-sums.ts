import { sumOf } from '../../domain/demography/population.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import type { Figure } from './figure.ts';
import { type OfSex, placeOfFigure } from './figures-by-sex.ts';

export interface SumContext {
  readonly file: string;
  /** Sums may differ from totals by the roundings of their parts. */
  readonly mayBeRounded: boolean;
}

export interface SumParts {
  readonly both: OfSex;
  readonly male: OfSex;
  readonly female: OfSex;
  /** Labels of the ages that are kept, and their values; empty where the source withholds some */
  readonly labels: readonly string[];
  readonly ofBoth: readonly number[];
  readonly men: readonly number[];
  readonly women: readonly number[];
}

/** Sum against total: an error at the total, with both numbers. */
const differing =
  ({ file, mayBeRounded }: SumContext) =>
  (total: Figure | null | undefined, sum: number, parts: number, code: string): readonly Problem[] => {
    if (total === null || total === undefined || total.value === null) return [];
    const allowed = mayBeRounded ? (parts + 1) / 2 : 1e-6 * Math.max(1, sum);
    return Math.abs(total.value - sum) <= allowed
      ? []
      : [errorAt(code, placeOfFigure(file, total), { total: total.value, counted: sum })];
  };

const unknownOf = ({ unknown }: OfSex): number => unknown?.value ?? 0;

/** 年齢の合計と総数、男女の合計と男女計: whatever the file tells twice must agree. */
export const checkSums = (
  context: SumContext,
  { both, male, female, labels, ofBoth, men, women }: SumParts,
): readonly Problem[] => {
  const differs = differing(context);
  const bySex = men.length > 0;
  const agesOf = (ofSex: OfSex, values: readonly number[]): readonly Problem[] =>
    values.length === 0
      ? []
      : differs(ofSex.total, sumOf(values) + unknownOf(ofSex), values.length, 'population-file-sum');
  return [
    ...agesOf(male, men),
    ...agesOf(female, women),
    ...agesOf(both, ofBoth),
    ...(bySex
      ? [
          ...labels.flatMap((label, index) =>
            differs(
              both.ages.get(label),
              (men[index] ?? 0) + (women[index] ?? 0),
              2,
              'population-file-sexes-sum',
            ),
          ),
          ...differs(
            both.total,
            sumOf(men) + sumOf(women) + unknownOf(male) + unknownOf(female),
            2 * men.length,
            'population-file-sum',
          ),
        ]
      : []),
    ...(typeof male.total?.value === 'number' && typeof female.total?.value === 'number'
      ? differs(both.total, male.total.value + female.total.value, 2, 'population-file-sexes-sum')
      : []),
  ];
};
