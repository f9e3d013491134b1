import { measureChange, stepAsMeasured } from '../../src/domain/demography/districts/cohort-change.ts';
import { totalOf } from '../../src/domain/demography/population.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import { sizeBounds, sizeClassOf } from '../../src/domain/demography/simulate/forecast-errors.ts';
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
