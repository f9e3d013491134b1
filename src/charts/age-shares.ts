import type { ChartWidth } from './line-chart.ts';

export interface AgeSharesRow {
  /** Calendar year */
  readonly year: number;
  /** As shown: 2015 */
  readonly label: string;
  /** Percent of the total by group, in the order of `groups`; sums to one hundred but for rounding */
  readonly shares: readonly number[];
  readonly projected: boolean;
}

export interface AgeSharesData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** From young to old: 0～14歳, 15～64歳, 65歳以上 */
  readonly groups: readonly string[];
  /** Ascending by year */
  readonly rows: readonly AgeSharesRow[];
  /** 推計 */
  readonly words: { readonly projected: string };
}

/** 年齢3区分の割合: a column a year, each its own hundred percent. null without rows. */
export const ageShares = (_data: AgeSharesData, _width: ChartWidth = 640): string | null => null;
