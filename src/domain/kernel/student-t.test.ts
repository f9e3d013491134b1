import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from './normal.ts';
import { studentCdf, studentQuantile } from './student-t.ts';

const near = (actual: number, expected: number, tolerance: number): void => {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance);
};

describe('t 分布', () => {
  it.each([
    // Computed with 40 digits (mpmath); P(T ≤ −1.5), 4 degrees, is 0.104 exactly.
    [2, 3, 0.9303370157205784],
    [-1.5, 4, 0.104],
    [0.5, 7, 0.6837964321553579],
    [-6, 10, 6.60544301773928e-5],
    [-40, 5, 9.205981085886477e-8],
    [1.96, 120, 0.9738431617770862],
    [3.3, 2.5, 0.9702989356102779],
    [-1.2, 1000, 0.11521177616223352],
    [-5, 100000, 2.8713508393208365e-7],
  ])('P(T ≤ %d)、自由度 %d', (t, df, probability) => {
    near(studentCdf(t, df), probability, 1e-12);
  });

  it.each([
    // The tables of t print these to 3–4 places (2.776, 2.228, 2.042, 63.657); here with 40 digits.
    [0.9, 4, 1.533206274058944],
    [0.975, 4, 2.7764451051977934],
    [0.975, 10, 2.2281388519862744],
    [0.975, 30, 2.0422724563012378],
    [0.995, 1, 63.656741162871526],
    [0.9, 2, 1.885618083164127],
    [0.95, 3.7, 2.182493803914601],
    [1e-8, 6, -38.66201044634312],
    [0.6, 50, 0.2546993429885881],
    [0.975, 1000, 1.962339080826408],
  ])('%d の分位点、自由度 %d', (probability, df, t) => {
    near(studentQuantile(probability, df), t, 1e-12);
  });

  it('自由度1は逆正接、2は平方根で書ける', () => {
    for (const t of [-30, -2, -0.01, 0, 0.7, 5]) {
      expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 14);
      expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 14);
    }
  });

  it('自由度が大きければ正規分布になる', () => {
    for (const t of [-3, -1, 0.5, 2]) expect(studentCdf(t, 1e6)).toBeCloseTo(normalCdf(t), 5);
  });

  it('分位点の確率はもとの確率、確率は t とともに増える', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (probability, df) => {
          const t = studentQuantile(probability, df);
          expect(studentCdf(t, df)).toBeCloseTo(probability, 12);
          expect(studentCdf(t + 0.1, df)).toBeGreaterThanOrEqual(studentCdf(t, df));
        },
      ),
    );
  });

  it.each([
    ['自由度0', () => studentCdf(1, 0), 'degrees of freedom'],
    ['確率1', () => studentQuantile(1, 4), 'between 0 and 1'],
    ['確率0', () => studentQuantile(0, 4), 'between 0 and 1'],
  ])('%sは受け付けない', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
