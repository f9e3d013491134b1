import { normalCdf } from '../../kernel/normal.ts';
import { sum } from './observation.ts';

/** Mann–Kendall 傾向検定 */
export interface TrendTest {
  /** Pairs that rise less pairs that fall */
  readonly s: number;
  /** n(n−1)(2n+5)/18, less what ties take away */
  readonly variance: number;
  /** Two-sided */
  readonly p: number;
  /** exact: counted over all orders; normal: approximated with continuity correction */
  readonly by: 'exact' | 'normal';
}

/** Beyond this many figures the normal approximation differs in the third place at most. */
const exactUpTo = 50;

/** P(number of falling pairs = k) among all orders of n different figures, by adding one figure after another. */
const inversionProbabilities = (n: number): readonly number[] => {
  let probabilities: readonly number[] = [1];
  for (let count = 2; count <= n; count += 1) {
    const before = probabilities;
    probabilities = Array.from({ length: before.length + count - 1 }, (_, inversions) => {
      let sum = 0;
      for (let falls = 0; falls < count; falls += 1) sum += before[inversions - falls] ?? 0;
      return sum / count;
    });
  }
  return probabilities;
};

const exactP = (s: number, n: number): number => {
  const pairs = (n * (n - 1)) / 2;
  const most = (pairs - Math.abs(s)) / 2;
  return Math.min(1, 2 * sum(inversionProbabilities(n).slice(0, most + 1)));
};

/**
 * Mann–Kendall test of a trend in figures in the order of their years. Exact without ties and up to 50 figures, the
 * normal approximation with tie correction beyond. Sources: Mann 1945; Kendall, Rank Correlation Methods, 1975.
 * @throws below three figures. @example [6.41, 6.48, 6.55, 6.52, 6.66, 6.77] // S 13, exact p 1/60
 */
export const mannKendall = (values: readonly number[]): TrendTest => {
  const n = values.length;
  if (n < 3) throw new Error('mannKendall requires at least three figures');
  const s = sum(values.flatMap((a, at) => values.slice(at + 1).map((b) => Math.sign(b - a))));
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const weigh = (count: number): number => count * (count - 1) * (2 * count + 5);
  const variance = (weigh(n) - sum([...ties.values()].map(weigh))) / 18;
  if (ties.size === n && n <= exactUpTo) return { s, variance, p: exactP(s, n), by: 'exact' };
  const z = s === 0 ? 0 : (Math.abs(s) - 1) / Math.sqrt(variance);
  return { s, variance, p: 2 * normalCdf(-z), by: 'normal' };
};
