import type { Problem } from '../../domain/kernel/problem.ts';
import type { SeriesKind, TableCounts } from '../../domain/population/series.ts';

/** The town a file is read for. */
export interface TownOfFile {
  /** Five digits, without the check digit: 20215 */
  readonly code5: string;
  /** 塩尻市 */
  readonly name: string;
}

/** What the person who brings a file knows and the file may not say. */
export interface ReadingOptions {
  /** 基準日 as ISO day, for files that date nothing; null: the file must say it. */
  readonly date: string | null;
  /** 月日 for years without a day: 01-01; null: 10-01, as the census. */
  readonly monthDay: string | null;
  /** Figures of a projection may be rounded each for themselves: sums may differ by the roundings. */
  readonly projected: boolean;
}

/** How one column of the file was understood. */
export interface ColumnReading {
  /** '' of a CSV */
  readonly sheet: string;
  /** As the spreadsheet names it: A, AB */
  readonly column: string;
  readonly heading: string;
  /** Japanese words; null: not read */
  readonly meaning: string | null;
}

/** One table as it would be stored. */
export interface RecognisedTable {
  /** '' the whole town */
  readonly areaKey: string;
  readonly areaName: string;
  /** ISO day */
  readonly date: string;
  readonly counts: TableCounts;
}

/** What the kind of file suggests for the series; the person decides. */
export interface SeriesSuggestion {
  readonly kind: SeriesKind;
  readonly name: string;
  readonly publisher: string;
  readonly baseYear: number | null;
}

/** 読み取った人口ファイル: nothing is stored yet. */
export interface Recognised {
  /** Japanese name of the layout: 住民基本台帳年齢階級別人口（総務省） */
  readonly layout: string;
  /** UTF-8, UTF-8（BOM付き）, Shift_JIS（CP932）, Excel（.xlsx） */
  readonly encoding: string;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly otherRows: number }[];
  readonly columns: readonly ColumnReading[];
  /** Labels of the finest ages found; empty: totals only */
  readonly ages: readonly string[];
  readonly tables: readonly RecognisedTable[];
  readonly warnings: readonly Problem[];
  readonly suggestion: SeriesSuggestion;
}
