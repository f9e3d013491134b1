import type { AgeGroups } from '../age-groups.ts';
import { type BySex, bySex, cell, type Population } from '../population.ts';
import { womenOf } from '../project/births.ts';
import type { CohortChangeStep, Rates } from '../project/step.ts';

/** What two age tables one step apart say: persons each ratio rests on, and the ratios. Null: nobody to measure. */
export interface Measured {
  /** コーホート変化率 by the group moved */
  readonly ratio: BySex<readonly (number | null)[]>;
  readonly people: Rates;
  readonly childWomanRatio: number | null;
  readonly women: number;
  readonly sexRatio: number | null;
}

const over = (count: number, from: number): number | null => (from === 0 ? null : count / from);

/** コーホート変化率法 (Hamilton–Perry): CCR_g = P_{g+1}(t) ÷ P_g(t−step), the two oldest together into the open group. */
export const measureChange = (earlier: Population, later: Population, ages: AgeGroups): Measured => {
  const open = ages.groups.length - 1;
  const from = (sex: 'male' | 'female', move: number): number =>
    cell(earlier[sex], move) + (move === open - 1 ? cell(earlier[sex], open) : 0);
  const moves = Array.from({ length: open }, (_, move) => move);
  const women = womenOf(later.female, ages);
  const [boys, girls] = [cell(later.male, 0), cell(later.female, 0)];
  return {
    ratio: bySex((sex) => moves.map((move) => over(cell(later[sex], move + 1), from(sex, move)))),
    people: bySex((sex) => moves.map((move) => from(sex, move))),
    childWomanRatio: over(boys + girls, women),
    women,
    sexRatio: over(boys, girls),
  };
};

/** Where nobody was measured: a cohort stays as it is, no child is born, boys and girls as in the country. */
const usualSexRatio = 1.052;

/** The step that goes on as measured. */
export const stepAsMeasured = (measured: Measured, toYear: number): CohortChangeStep => ({
  method: 'cohort-change',
  toYear,
  cohortChangeRatio: bySex((sex) => measured.ratio[sex].map((ratio) => ratio ?? 1)),
  childWomanRatio: measured.childWomanRatio ?? 0,
  sexRatioAtAge0to4:
    measured.sexRatio === null || measured.sexRatio === 0 ? usualSexRatio : measured.sexRatio,
});
