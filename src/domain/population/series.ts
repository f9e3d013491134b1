/**
 * 人口の系列の種類: 国勢調査, 住民基本台帳, 人口推計（現在人口）, 他機関の将来推計, 市町村の将来推計・目標.
 */
export const seriesKinds = ['census', 'register', 'estimate', 'projection', 'own-projection'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** What is counted, as against what is expected. */
export const isProjected = (kind: SeriesKind): boolean => kind === 'projection' || kind === 'own-projection';

/** 公開の状態: the public role reads published series and nothing else. */
export type SeriesState = 'draft' | 'published';

/** 出典のある人口の系列: one publisher's figures of one edition. Versions of a projection are series of their own. */
export interface PopulationSeries {
  readonly seriesKey: string;
  readonly kind: SeriesKind;
  /** 社人研 平成30年推計 */
  readonly name: string;
  /** 国立社会保障・人口問題研究所 */
  readonly publisher: string;
  /** Document and place in it */
  readonly source: string;
  /** 公表日 as known: 2018, 2018-03, 2018-03-30; '' unknown */
  readonly publishedOn: string;
  /** Of a projection: the year it starts from */
  readonly baseYear: number | null;
  /** 利用条件・クレジット */
  readonly terms: string;
  readonly note: string;
  readonly state: SeriesState;
  readonly version: number;
}

/** 人口表: counts of one area on one day, as published. Counts of projections may be fractions. */
export interface TableCounts {
  /** 年齢階級 as labels `readAgeGroups` reads, or broad classes (0-14, 15-64, 65+); empty: totals only */
  readonly ages: readonly string[];
  /** By age; null where the source does not tell the sexes apart */
  readonly male: readonly number[] | null;
  readonly female: readonly number[] | null;
  /** By age, both sexes; null where they follow from male and female */
  readonly both: readonly number[] | null;
  /** 年齢不詳; null: the source has none (or has shared them out) */
  readonly unknownAge: { readonly male: number; readonly female: number } | null;
  /** 総数 as published, unknown ages in it */
  readonly total: number;
  readonly totalMale: number | null;
  readonly totalFemale: number | null;
  readonly households: number | null;
}

/** The town itself among the areas of a series. */
export const wholeTown = '';

export interface PopulationTable {
  readonly seriesKey: string;
  /** '' the whole town, else a district (地区・小学校区) */
  readonly areaKey: string;
  readonly areaName: string;
  /** ISO day: 2015-10-01 */
  readonly date: string;
  readonly counts: TableCounts;
}

export interface SeriesWithTables {
  readonly series: PopulationSeries;
  /** Of all areas, by area and day */
  readonly tables: readonly PopulationTable[];
  /** Tables in the database that this program cannot read, left out of `tables`; absent: none */
  readonly unreadable?: readonly Pick<PopulationTable, 'areaName' | 'date'>[];
}
