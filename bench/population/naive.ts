import { cell, sexes } from '../../src/domain/demography/population.ts';
import type { ShockedTown, Shocks } from '../../src/domain/demography/simulate/shocked-town.ts';

/**
 * The simulation as one would write it first: a draw after another, cell by cell, in typed arrays. What the kernel is
 * measured against.
 */
export const naiveDraws = (town: ShockedTown, shocks: Shocks, draws: number): readonly Float64Array[] => {
  const groups = town.base.male.length;
  const totals = town.steps.map(() => new Float64Array(draws));
  const flat = town.steps.map((step) => ({
    rate: sexes.map((sex) => Float64Array.from(step.rate[sex])),
    slope: sexes.map((sex) => Float64Array.from(step.migration[sex])),
    share: [
      step.childWomanRatio * (step.sexRatio / (1 + step.sexRatio)),
      step.childWomanRatio * (1 - step.sexRatio / (1 + step.sexRatio)),
    ],
  }));
  let people = [new Float64Array(groups), new Float64Array(groups)];
  let next = [new Float64Array(groups), new Float64Array(groups)];
  for (let draw = 0; draw < draws; draw += 1) {
    for (let sex = 0; sex < 2; sex += 1) people[sex]?.set(sex === 0 ? town.base.male : town.base.female);
    for (let step = 0; step < flat.length; step += 1) {
      const { rate, slope, share } = flat[step] as (typeof flat)[number];
      const migration = cell(shocks.migration[step] as Float64Array, draw);
      let total = 0;
      for (let sex = 0; sex < 2; sex += 1) {
        const [from, to] = [people[sex] as Float64Array, next[sex] as Float64Array];
        const [rates, slopes] = [rate[sex] as Float64Array, slope[sex] as Float64Array];
        for (let group = 1; group < groups; group += 1) {
          const before =
            group === groups - 1
              ? (from[group - 1] as number) + (from[group] as number)
              : (from[group - 1] as number);
          const moved = (rates[group - 1] as number) + (slopes[group - 1] as number) * migration;
          to[group] = before * (moved > 0 ? moved : 0);
          total += to[group] as number;
        }
      }
      let women = 0;
      for (let group = town.childbearing.from; group <= town.childbearing.to; group += 1)
        women += (next[1] as Float64Array)[group] as number;
      const births = cell(shocks.births[step] as Float64Array, draw);
      for (let sex = 0; sex < 2; sex += 1) {
        const children = women * ((share[sex] as number) * births);
        (next[sex] as Float64Array)[0] = children;
        total += children;
      }
      (totals[step] as Float64Array)[draw] = total;
      [people, next] = [next, people];
    }
  }
  return totals;
};
