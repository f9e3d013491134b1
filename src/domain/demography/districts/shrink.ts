import { bySex, cell } from '../population.ts';
import type { CohortChangeStep } from '../project/step.ts';
import type { Measured } from './cohort-change.ts';

/** r = (P·r̂ + κ·r_parent) ÷ (P + κ): a rate resting on P persons pulled towards that of the whole. */
const towards = (rate: number | null, people: number, parent: number, kappa: number): number =>
  rate === null || people + kappa === 0 ? parent : (people * rate + kappa * parent) / (people + kappa);

/**
 * 小地域の縮約: a district's measured ratios pulled towards the town's, the more the fewer people they rest on.
 * `kappa`: persons of a cohort at which both weigh the same (200–500 is usual). The sex ratio is the town's.
 */
export const shrinkToParent = (
  district: Measured,
  parent: CohortChangeStep,
  kappa: number,
): CohortChangeStep => ({
  ...parent,
  cohortChangeRatio: bySex((sex) =>
    district.ratio[sex].map((ratio, move) =>
      towards(ratio, cell(district.people[sex], move), cell(parent.cohortChangeRatio[sex], move), kappa),
    ),
  ),
  childWomanRatio: towards(district.childWomanRatio, district.women, parent.childWomanRatio, kappa),
});
