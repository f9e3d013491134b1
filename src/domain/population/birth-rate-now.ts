import { groupsWithin } from '../demography/age-groups.ts';
import { cell, sumOf } from '../demography/population.ts';
import { womenOf } from '../demography/project/births.ts';
import type { Assumptions } from '../demography/project/project.ts';
import type { ScenarioContent } from './scenario.ts';

export interface BirthRateNow {
  readonly value: number;
  readonly isEstimated: boolean;
}

/**
 * 基準年の合計特殊出生率: the planner's figure, or estimated from children per woman: (10.65 − 12.55·π)·CWR, π the share
 * of women of 25–34 among those of 15–49 (xTFR; Hauer and Schmertmann, Population-level fertility from child–woman
 * ratios, 2020). An estimate of the five years before, within about a tenth. 0 where there are no women or children.
 */
export const birthRateNow = (
  { birthRateNow: given }: Pick<ScenarioContent, 'birthRateNow'>,
  { base, ages }: Pick<Assumptions, 'base' | 'ages'>,
): BirthRateNow => {
  if (given !== null) return { value: given.value, isEstimated: false };
  const women = womenOf(base.female, ages);
  if (women === 0) return { value: 0, isEstimated: true };
  const mothers = sumOf(groupsWithin(ages, 25, 34).map((group) => cell(base.female, group)));
  const childWomanRatio = (cell(base.male, 0) + cell(base.female, 0)) / women;
  return { value: (10.65 - (12.55 * mothers) / women) * childWomanRatio, isEstimated: true };
};
