import { describe, expect, it } from 'vitest';
import { normalCdf } from './normal.ts';

/** Computed with 40 digits (mpmath), agreeing with the tables of Abramowitz and Stegun 26.1 to their 15 places. */
const published = [
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [1, 0.8413447460685429],
  [3, 0.9986501019683699],
  [-1.96, 0.024997895148220435],
  [-2.5, 0.006209665325776135],
  [-5, 2.866515718791939e-7],
  [-10, 7.619853024160525e-24],
  [-37, 5.725571222524577e-300],
] as const;

describe('標準正規分布', () => {
  it.each(published)('Φ(%d)', (z, probability) => {
    expect(Math.abs(normalCdf(z) / probability - 1)).toBeLessThan(1e-12);
  });

  it('左右で足して1になり、限りなく遠ければ0と1', () => {
    for (const z of [0.1, 1.9, 2, 2.1, 6]) expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });
});
