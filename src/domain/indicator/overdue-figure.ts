import { daysInMonth, isoDay } from '../kernel/calendar-day.ts';
import { fiscalYearOf } from '../kernel/fiscal-year.ts';
import type { Indicator, IndicatorValue } from './indicator.ts';

/** Last day of the month so many months after a fiscal year has ended. */
const dueDay = (fiscalYear: number, months: number): string => {
  // A fiscal year ends in March of the next year: months are counted from there.
  const count = (fiscalYear + 1) * 12 + 2 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return isoDay({ year, month, day: daysInMonth(year, month) });
};

export interface OverdueFigure {
  readonly fiscalYear: number;
  /** ISO date by which the figure was expected */
  readonly expectedBy: string;
}

/**
 * 公表が予定された日を過ぎても入っていない値: the newest fiscal year whose figure should be there by `today` (ISO date)
 * and has neither figure, text nor reason. null: nothing is overdue, or the indicator does not say when to expect it.
 */
export const overdueFigure = (
  { availableAfterMonths }: Pick<Indicator, 'availableAfterMonths'>,
  values: readonly Pick<
    IndicatorValue,
    'series' | 'breakdown' | 'fiscalYear' | 'value' | 'text' | 'missing'
  >[],
  today: string,
): OverdueFigure | null => {
  if (availableAfterMonths === null) return null;
  let fiscalYear = fiscalYearOf(today) - 1;
  // At most as many years back as the figure takes, and one.
  while (dueDay(fiscalYear, availableAfterMonths) >= today) fiscalYear -= 1;
  const isThere = values.some(
    (value) =>
      value.series === 'actual' &&
      value.breakdown === '' &&
      value.fiscalYear >= fiscalYear &&
      (value.value !== null || value.text !== null || value.missing !== null),
  );
  return isThere ? null : { fiscalYear, expectedBy: dueDay(fiscalYear, availableAfterMonths) };
};
