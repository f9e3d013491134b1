import { type BySex, bySex, cell, type Population, sumOf } from '../population.ts';
import { ageUp } from './age-up.ts';
import type { ExplicitStep } from './step.ts';

interface Grown {
  readonly population: Population;
  readonly births: BySex<number>;
}

/**
 * 国連・WPPの算式による一期間. Even: P0 = P + M/2, then M/2 at the end; end: all of M at the end. Births per group
 * B_g = z·f_g·(P0_g + P1_g)/2 of the women at the start and the end of the step; with `even` both have their half of
 * the migrants, with `even-after-births` only those of the start, with `end` neither. Youngest group: B_s·S_births and
 * the migrants of the end. Source: ccmppWPP; Preston, Heuveline and Guillot, Demography, box 6.1. `widthYears` is z.
 */
export const growExplicitly = (start: Population, step: ExplicitStep, widthYears: number): Grown => {
  const early = step.migrationTiming === 'end' ? 0 : 0.5;
  const beforeBirths = step.migrationTiming === 'even' ? 0.5 : 0;
  const begun = bySex((sex) =>
    start[sex].map((count, group) => count + early * cell(step.netMigrants[sex], group)),
  );
  const aged = bySex((sex) => ageUp(begun[sex], step.survival[sex]));
  const births = sumOf(
    step.fertilityRate.map((rate, group) => {
      const atEnd = cell(aged.female, group) + beforeBirths * cell(step.netMigrants.female, group);
      return (widthYears * rate * (cell(begun.female, group) + atEnd)) / 2;
    }),
  );
  const girls = births / (1 + step.sexRatioAtBirth);
  const born: BySex<number> = { male: births - girls, female: girls };
  const population = bySex((sex) =>
    aged[sex].map(
      (count, group) =>
        (group === 0 ? born[sex] * step.survivalOfBirths[sex] : count) +
        (1 - early) * cell(step.netMigrants[sex], group),
    ),
  );
  return { population, births: born };
};
