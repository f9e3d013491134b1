import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../kernel/normal.ts';
import { mannKendall } from './mann-kendall.ts';

/** All orders of 1 … n */
const orders = (n: number): readonly (readonly number[])[] =>
  n === 0
    ? [[]]
    : orders(n - 1).flatMap((order) =>
        Array.from({ length: n }, (_, at) => [...order.slice(0, at), n, ...order.slice(at)]),
      );

describe('Mann–Kendall', () => {
  it('正確な p は、すべての並べ方を数えた割合', () => {
    const all = orders(6);
    expect(all).toHaveLength(720);
    const scores = all.map((order) => Math.abs(mannKendall(order).s));
    for (const order of [
      [1, 2, 3, 4, 5, 6],
      [2, 1, 4, 3, 6, 5],
      [3, 1, 6, 2, 5, 4],
    ]) {
      const { s, p } = mannKendall(order);
      const counted = scores.filter((score) => score >= Math.abs(s)).length / 720;
      expect(p).toBeCloseTo(counted, 12);
    }
  });

  it('同じ値があれば分散を補正し、正規近似による', () => {
    // n 5, one pair tied: (5·4·15 − 2·1·9) ÷ 18; S 3, z = 2 ÷ √15.67
    const { s, variance, p, by } = mannKendall([1, 2, 2, 3, 1.5]);
    expect(by).toBe('normal');
    expect(variance).toBeCloseTo(282 / 18, 12);
    expect(s).toBe(3);
    expect(p).toBeCloseTo(0.6133543559547467, 9);
  });

  it('50を超えれば正規近似による。50では正確な p とほとんど変わらない', () => {
    const wave = (n: number) => Array.from({ length: n }, (_, at) => Math.sin(at * 2.4) + at / 400);
    expect(mannKendall(wave(51)).by).toBe('normal');
    const { s, variance, p, by } = mannKendall(wave(50));
    expect(by).toBe('exact');
    expect(Math.abs(p - 2 * normalCdf(-(Math.abs(s) - 1) / Math.sqrt(variance)))).toBeLessThan(0.003);
  });

  it.each([
    ['動かない', [5, 5, 5, 5], 0, 1],
    ['上がり続ける', [1, 2, 3, 4], 6, 2 / 24],
    ['下がり続ける', [4, 3, 2, 1], -6, 2 / 24],
  ])('%s', (_, values, s, p) => {
    const test = mannKendall(values);
    expect(test.s).toBe(s);
    expect(test.p).toBeCloseTo(p, 12);
  });

  it('二つの値では傾向を言えない', () => {
    expect(() => mannKendall([1, 2])).toThrow('at least three figures');
  });
});
