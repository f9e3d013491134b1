import { cell, sumOf } from '../population.ts';

/**
 * 最大剰余法: shares rounded to whole numbers whose sum is the rounded sum of the shares; the largest remainders are
 * rounded up, equal ones the earlier first.
 * @example roundToSum([10.4, 3.4, 7.4, 2.8, 6]) // => [11, 3, 7, 3, 6]
 */
export const roundToSum = (shares: readonly number[]): readonly number[] => {
  const whole = Math.round(sumOf(shares));
  const down = shares.map(Math.floor);
  const up = new Set(
    shares
      .map((share, at) => ({ at, rest: share - cell(down, at) }))
      // Remainders that differ by rounding of the arithmetic only are equal.
      .toSorted((a, b) => (Math.abs(a.rest - b.rest) < 1e-9 ? a.at - b.at : b.rest - a.rest))
      .slice(0, whole - sumOf(down))
      .map(({ at }) => at),
  );
  return down.map((count, at) => count + (up.has(at) ? 1 : 0));
};
