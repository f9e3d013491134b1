import type { AgeGroups } from '../age-groups.ts';
import { bySex, cell, type Population } from '../population.ts';
import { ageUp } from './age-up.ts';
import { childrenOf, womenOf } from './births.ts';
import type { Transition } from './step.ts';

/**
 * コーホート要因法の一期間: cohorts move up by their rate, arrivals are added, then children come from the women who
 * are there at the end. P[s][g+1] = P[s][g]·rate[s][g] + arrivals[s][g+1]; K = CWR·W; boys K·ρ/(1+ρ).
 */
export const transit = (start: Population, step: Transition, ages: AgeGroups): Population => {
  const older = bySex((sex) =>
    ageUp(start[sex], step.rate[sex]).map((count, group) => count + cell(step.arrivals[sex], group)),
  );
  const children = childrenOf(womenOf(older.female, ages), step.childWomanRatio, step.sexRatio);
  return bySex((sex) => older[sex].map((count, group) => (group === 0 ? count + children[sex] : count)));
};
