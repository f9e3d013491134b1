import { regroup, singleAgesIn } from '../demography/interpolate/along-cohorts.ts';
import type { Interpolation } from '../demography/interpolate/interpolation.ts';
import type { Population } from '../demography/population.ts';
import type { Projection } from '../demography/project/step.ts';

/**
 * その年の男女・5歳階級別人口: a step's own, or between two steps along the cohorts, its sum the interpolated total. Null
 * outside the projection. The groups are of five years, as those of every baseline are.
 */
export const populationInYear = (
  projection: Projection,
  year: number,
  interpolation: Interpolation,
): Population | null => {
  const own = projection.populations[projection.years.indexOf(year)];
  if (own !== undefined) return own;
  const [first, last] = [projection.years[0] ?? year, projection.years.at(-1) ?? year];
  return year < first || year > last ? null : regroup(singleAgesIn(projection, year, interpolation).ages);
};
