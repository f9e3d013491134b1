import { type Period, periodYears, yearsOf } from './periods.ts';

/** How a period is cut into terms (期), as the town decided it. */
export type TermRule =
  | { readonly rule: 'split'; readonly years: number; readonly leftOver: 'short-last' | 'long-last' }
  /** 前期5年・後期4年 */
  | { readonly rule: 'lengths'; readonly lengths: readonly number[] }
  /** 毎年見直し */
  | { readonly rule: 'rolling'; readonly years: number };

/**
 * 期: a period cut into terms of `years`. What is left over stands as an odd last term ('short-last':
 * 10 years by 3 → 3, 3, 3, 1) or lengthens the last full one ('long-last': 3, 3, 4).
 */
export const splitIntoTerms = (
  period: Period,
  years: number,
  leftOver: 'short-last' | 'long-last' = 'short-last',
): readonly Period[] => {
  if (!Number.isInteger(years) || years < 1) throw new Error(`terms have at least one year, not ${years}`);
  const full = Math.floor(periodYears(period) / years);
  const count = leftOver === 'long-last' ? Math.max(1, full) : Math.ceil(periodYears(period) / years);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const start = period.start + index * years;
    const last = index === count - 1;
    return { start, end: last ? period.end : start + years - 1 };
  });
};

/** Terms of given lengths (前期5年・後期4年), or null where they do not fill the period exactly. */
export const splitByLengths = (period: Period, lengths: readonly number[]): readonly Period[] | null => {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total !== periodYears(period) || lengths.some((length) => length < 1)) return null;
  let start = period.start;
  return lengths.map((length) => {
    const term = { start, end: start + length - 1 };
    start += length;
    return term;
  });
};

/**
 * ローリング: a window of `years` that moves on every year. It never passes the end of the plan, so the last
 * ones shrink: 10 years by 3 → ten windows, the tenth of one year (八尾市 第10期).
 */
export const rollingWindows = (period: Period, years: number): readonly Period[] =>
  yearsOf(period).map((start) => ({ start, end: Math.min(start + years - 1, period.end) }));

/** null where given lengths do not fill the period. */
export const termsOf = (period: Period, rule: TermRule): readonly Period[] | null => {
  switch (rule.rule) {
    case 'split':
      return splitIntoTerms(period, rule.years, rule.leftOver);
    case 'lengths':
      return splitByLengths(period, rule.lengths);
    case 'rolling':
      return rollingWindows(period, rule.years);
    default: {
      const unknown: never = rule;
      throw new Error(`unknown rule ${JSON.stringify(unknown)}`);
    }
  }
};
