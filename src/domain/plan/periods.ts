import { isFiscalYear } from '../kernel/fiscal-year.ts';
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import type { UpdateMode } from './plan.ts';

/** 計画期間: first and last fiscal year, both included. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

export const periodYears = ({ start, end }: Period): number => end - start + 1;

export const contains = (outer: Period, inner: Period): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const yearsOf = (period: Period): readonly number[] =>
  Array.from({ length: Math.max(0, periodYears(period)) }, (_, index) => period.start + index);

/** The period that follows: the whole next term when fixed, one year on when rolling. */
export const nextPeriod = (period: Period, mode: UpdateMode): Period =>
  mode === 'rolling'
    ? { start: period.start + 1, end: period.end + 1 }
    : { start: period.end + 1, end: period.end + periodYears(period) };

/** 期間の変更, between two revisions of one plan. */
export interface PeriodChange {
  readonly kind: 'extended' | 'shortened' | 'moved' | 'none';
  readonly from: Period;
  readonly to: Period;
}

/** 真庭市 H27–R1 → H27–R2 is 'extended'. A different first year is 'moved', whatever the length. */
export const periodChange = (from: Period, to: Period): PeriodChange => {
  const kind =
    from.start !== to.start
      ? 'moved'
      : to.end > from.end
        ? 'extended'
        : to.end < from.end
          ? 'shortened'
          : 'none';
  return { kind, from, to };
};

/** 総合計画 of 25 years exist; 60 is a slip of the pen (令和6 … 令和60). */
const longestPlanYears = 50;

/**
 * `parent`: the period of the plan it is nested in. Standing out of it is a warning, because it happens:
 * 高根沢町's second 総合戦略 begins a year before the 後期計画 beside it.
 */
export const checkPeriod = (period: Period, parent: Period | null): readonly Problem[] => {
  const impossible = (['start', 'end'] as const).filter((field) => !isFiscalYear(period[field]));
  const fieldName = { start: 'startFiscalYear', end: 'endFiscalYear' } as const;
  if (impossible.length > 0) {
    return impossible.map((field) =>
      errorAt('fiscal-year-impossible', [fieldName[field]], { input: String(period[field]) }),
    );
  }
  if (period.end < period.start) {
    return [errorAt('period-reversed', ['endFiscalYear'], { start: period.start, end: period.end })];
  }
  const years = periodYears(period);
  return [
    ...(years > longestPlanYears
      ? [errorAt('period-too-long', ['endFiscalYear'], { years, longest: longestPlanYears })]
      : []),
    ...(parent !== null && !contains(parent, period)
      ? [
          warningAt('period-outside-parent', ['startFiscalYear'], {
            start: period.start,
            end: period.end,
            parentStart: parent.start,
            parentEnd: parent.end,
          }),
        ]
      : []),
  ];
};
