import { cell } from '../population.ts';
import { quantileSorted } from './quantile.ts';

/**
 * 過去の推計誤差: standard deviations of ln(forecast ÷ actual) of a town's total, by its size at the base and the
 * years ahead.
 */
export interface ErrorTable {
  readonly horizonYears: readonly number[];
  /** In ascending order of size; the last has no upper bound */
  readonly classes: readonly ErrorClass[];
}

export interface ErrorClass {
  /** Totals below this belong here; null: all that are left */
  readonly below: number | null;
  /** By horizon */
  readonly sd: readonly number[];
}

/** Classes of size of the measured errors. */
export const sizeBounds: readonly (number | null)[] = [5_000, 10_000, 30_000, 100_000, 300_000, null];

/** Place of a total among the classes. */
export const sizeClassOf = (total: number, bounds: readonly (number | null)[]): number =>
  bounds.findIndex((bound) => bound === null || total < bound);

/** The error expected `years` ahead: straight lines between the horizons, from nought today, on as the last goes. */
export const expectedSd = ({ horizonYears, classes }: ErrorTable, total: number, years: number): number => {
  const at = sizeClassOf(
    total,
    classes.map(({ below }) => below),
  );
  const points = [0, ...horizonYears];
  const sds = [0, ...(classes[at]?.sd ?? [])];
  const last = points.length - 1;
  const after = points.findIndex((point) => point >= years);
  const to = after < 0 ? last : Math.max(1, after);
  const [from, width] = [cell(points, to - 1), cell(points, to) - cell(points, to - 1)];
  const slope = (cell(sds, to) - cell(sds, to - 1)) / width;
  return cell(sds, to - 1) + slope * (years - from);
};

/** z of 10 % and 90 % of a normal distribution apart. */
const tenToNinety = 2 * 1.2815515655446004;

/** Robust standard deviation of errors: the distance between their 10 % and 90 % points, which the 80 % band is of. */
export const robustSd = (errors: readonly number[]): number => {
  const sorted = Float64Array.from(errors).sort();
  return (quantileSorted(sorted, 0.9) - quantileSorted(sorted, 0.1)) / tenToNinety;
};
