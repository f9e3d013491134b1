import type { AgeGroups } from '../demography/age-groups.ts';
import { bySex, cell, type Population, sexes, sumOf } from '../demography/population.ts';
import { womenOf } from '../demography/project/births.ts';
import type { NetStep, Rates } from '../demography/project/step.ts';

/** 0～4歳性比 where nobody is to be measured: the country's, in every period of 平成30年推計. */
const usualSexRatio = 1.052;

interface Youngest {
  readonly childWomanRatio: number;
  readonly sexRatioAtAge0to4: number;
  /** Children whom no women of the town explain */
  readonly arrived: { readonly male: number; readonly female: number };
}

const youngestOf = ({ male, female }: Population, ages: AgeGroups): Youngest => {
  const [boys, girls] = [cell(male, 0), cell(female, 0)];
  const women = womenOf(female, ages);
  if (women > 0 && boys > 0 && girls > 0)
    return {
      childWomanRatio: (boys + girls) / women,
      sexRatioAtAge0to4: boys / girls,
      arrived: { male: 0, female: 0 },
    };
  return { childWomanRatio: 0, sexRatioAtAge0to4: usualSexRatio, arrived: { male: boys, female: girls } };
};

/**
 * The step two tables five years apart imply: net migration is what is left of the cohort's change over survival, and
 * the children follow from the women of the later table. A cohort of nobody cannot imply a rate: who is in it later has
 * arrived. Projecting the earlier table by it gives the later one.
 */
export const netStepBetween = (
  before: Population,
  after: Population,
  toYear: number,
  survival: Rates,
  ages: AgeGroups,
): NetStep => {
  const open = ages.groups.length - 1;
  const youngest = youngestOf(after, ages);
  const arrivals = bySex((sex) => ages.groups.map((_, group) => (group === 0 ? youngest.arrived[sex] : 0)));
  const netMigrationRate = bySex((sex) =>
    Array.from({ length: open }, (_, move) => {
      const from = cell(before[sex], move) + (move === open - 1 ? cell(before[sex], open) : 0);
      const to = cell(after[sex], move + 1);
      if (from > 0) return to / from - cell(survival[sex], move);
      arrivals[sex][move + 1] = to;
      return 0;
    }),
  );
  const step: NetStep = {
    method: 'net',
    toYear,
    survival,
    netMigrationRate,
    childWomanRatio: youngest.childWomanRatio,
    sexRatioAtAge0to4: youngest.sexRatioAtAge0to4,
  };
  return sexes.some((sex) => sumOf(arrivals[sex]) > 0) ? { ...step, arrivals } : step;
};
