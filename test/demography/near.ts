import { expect } from 'vitest';

/** Largest relative difference of two tables of the same shape. */
export const furthest = (actual: readonly number[], expected: readonly number[]): number => {
  expect(actual).toHaveLength(expected.length);
  return actual.reduce((worst, value, index) => {
    const wanted = expected[index] ?? Number.NaN;
    const apart = Math.abs(value - wanted) / Math.max(Math.abs(wanted), 1e-300);
    return Math.max(worst, value === wanted ? 0 : apart);
  }, 0);
};

/** Equal to nine digits, as everything against a reference is. */
export const expectNear = (actual: readonly number[], expected: readonly number[], within = 1e-9): void => {
  expect(furthest(actual, expected)).toBeLessThanOrEqual(within);
};
