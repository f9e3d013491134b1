import { measureChange, stepAsMeasured } from '../../src/domain/demography/districts/cohort-change.ts';
import { totalOf } from '../../src/domain/demography/population.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import {
  type ErrorTable,
  robustSd,
  sizeBounds,
  sizeClassOf,
} from '../../src/domain/demography/simulate/forecast-errors.ts';
import { bandOf, simulate, totalsIn } from '../../src/domain/demography/simulate/simulate.ts';
import {
  usualChance,
  usualMigrationProfile,
} from '../../src/domain/demography/simulate/usual-chance.data.ts';
import { isEmpty, type Town } from './all-towns.ts';
import { agesUpTo } from './five-year-ages.ts';

/** One forecast of the past and how it turned out. */
export interface PastForecast {
  readonly baseYear: number;
  readonly horizonYears: number;
  readonly sizeClass: number;
  /** ln(forecast ÷ actual) */
  readonly error: number;
}

const ages = agesUpTo(90);
const noLevers = { levers: [], estates: [] };

/** コーホート変化率法 from every census back then to every later one. A town without people in any of them: none. */
export const forecastsOfThePast = (towns: readonly Town[]): readonly PastForecast[] =>
  towns.flatMap(({ census }) =>
    [...census.keys()].flatMap((baseYear) => {
      const [earlier, base] = [census.get(baseYear - 5), census.get(baseYear)];
      if (earlier === undefined || base === undefined || isEmpty(earlier) || isEmpty(base)) return [];
      const measured = measureChange(earlier, base, ages);
      const horizons = [5, 10, 15, 20, 25].filter((horizon) => census.has(baseYear + horizon));
      const steps = horizons.map((horizon) => stepAsMeasured(measured, baseYear + horizon));
      const { populations } = project({ ages, baseYear, base, steps }, noLevers);
      return horizons.flatMap((horizonYears, index) => {
        const [forecast, actual] = [populations[index + 1], census.get(baseYear + horizonYears)];
        if (
          forecast === undefined ||
          actual === undefined ||
          totalOf(actual) === 0 ||
          totalOf(forecast) === 0
        )
          return [];
        return [
          {
            baseYear,
            horizonYears,
            sizeClass: sizeClassOf(totalOf(base), sizeBounds),
            error: Math.log(totalOf(forecast) / totalOf(actual)),
          },
        ];
      });
    }),
  );

/** 80 % bands of a past forecast, in order: how many towns, and what share of them held the census that came. */
export interface Coverage {
  readonly towns: number;
  readonly share: number;
}

/** The errors a forecaster could have measured before `year`: forecasts of the three censuses before it. */
export const errorsKnownBefore = (past: readonly PastForecast[], year: number): ErrorTable => {
  const horizonYears = [5, 10, 15];
  return {
    horizonYears,
    classes: sizeBounds.map((below, sizeClass) => ({
      below,
      sd: horizonYears.map((horizon) =>
        robustSd(
          past
            .filter((one) => {
              const target = one.baseYear + one.horizonYears;
              return (
                one.horizonYears === horizon &&
                one.sizeClass === sizeClass &&
                target < year &&
                target >= year - 15
              );
            })
            .map(({ error }) => error),
        ),
      ),
    })),
  };
};

/**
 * 後ろ向き検証: every town simulated from the census `horizon` years before `year` with the errors known before that
 * year, and whether the 80 % band of the draws holds the census total. Shape: by size class.
 */
export const coverageOf = (
  towns: readonly Town[],
  errors: ErrorTable,
  year: number,
  horizon: number,
  draws: number,
): readonly Coverage[] => {
  const baseYear = year - horizon;
  const held = sizeBounds.map(() => ({ towns: 0, inside: 0 }));
  for (const { census } of towns) {
    const [earlier, base, actual] = [census.get(baseYear - 5), census.get(baseYear), census.get(year)];
    if (earlier === undefined || base === undefined || actual === undefined) continue;
    if (isEmpty(earlier) || isEmpty(base) || totalOf(actual) === 0) continue;
    const measured = measureChange(earlier, base, ages);
    const steps = Array.from({ length: horizon / 5 }, (_, step) =>
      stepAsMeasured(measured, baseYear + 5 * (step + 1)),
    );
    const simulation = simulate({ ages, baseYear, base, steps }, noLevers, {
      draws,
      seed: 1,
      chance: usualChance,
      profile: usualMigrationProfile,
      errors,
    });
    const { eighty } = bandOf(totalsIn(simulation, year, 'linear'), year);
    const counted = held[sizeClassOf(totalOf(base), sizeBounds)];
    if (counted === undefined) throw new Error('coverageOf requires a size class');
    counted.towns += 1;
    if (totalOf(actual) >= eighty[0] && totalOf(actual) <= eighty[1]) counted.inside += 1;
  }
  return held.map(({ towns: all, inside }) => ({ towns: all, share: inside / all }));
};

/** Share over all classes. */
export const overall = (classes: readonly Coverage[]): Coverage => {
  const towns = classes.reduce((sum, one) => sum + one.towns, 0);
  return { towns, share: classes.reduce((sum, one) => sum + one.share * one.towns, 0) / towns };
};
