import type { CycleEvent } from './yearly-cycle.ts';

/** Calendar months in the order of a fiscal year: April to March. */
export const fiscalMonths: readonly number[] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** Place of a calendar month in the fiscal year: 0 for April … 11 for March; -1 for what is no month. */
export const monthPlace = (month: number): number => fiscalMonths.indexOf(month);

/** Calendar month (1 … 12) of an ISO day. */
export const monthOf = (isoDay: string): number => Number(isoDay.slice(5, 7));

/** Where an entry stands in the row of twelve: months before it, and how many it lasts. */
export const spanOf = ({
  fromMonth,
  toMonth,
}: Pick<CycleEvent, 'fromMonth' | 'toMonth'>): { readonly before: number; readonly months: number } => ({
  before: monthPlace(fromMonth),
  months: monthPlace(toMonth) - monthPlace(fromMonth) + 1,
});

/** いま: whether the entry's months hold this one. */
export const isRunning = (event: Pick<CycleEvent, 'fromMonth' | 'toMonth'>, month: number): boolean =>
  monthPlace(event.fromMonth) <= monthPlace(month) && monthPlace(month) <= monthPlace(event.toMonth);

/** 「4〜6月」「10月」「12〜1月」 */
export const monthsText = ({ fromMonth, toMonth }: Pick<CycleEvent, 'fromMonth' | 'toMonth'>): string =>
  fromMonth === toMonth ? `${fromMonth}月` : `${fromMonth}〜${toMonth}月`;
