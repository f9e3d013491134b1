import type { EstatStatistics } from './answer-schema.ts';

/** 分類の一つの値: 「男」「0～4歳」「塩尻市」 */
export interface EstatClass {
  readonly code: string;
  readonly name: string;
}

/** 表章事項・分類事項・地域事項・時間軸事項: id is tab, cat01 …, area, time. */
export interface EstatDimension {
  readonly id: string;
  readonly name: string;
  readonly classes: readonly EstatClass[];
}

/** 統計表, as the service gives it. */
export interface EstatTable {
  readonly id: string;
  /** 政府統計コード: 00200521 国勢調査 */
  readonly statCode: string;
  readonly statName: string;
  /** 提供統計名: 令和２年国勢調査 人口等基本集計 … */
  readonly statisticsName: string;
  readonly title: string;
  readonly organisation: string;
  /** 調査年月: 202010; '' where it is a span or not told */
  readonly surveyMonth: string;
  /** 公開日: 2021-11-30 */
  readonly openDate: string;
  readonly dimensions: readonly EstatDimension[];
  /** What a symbol in the place of a figure means: 「X」 数値が秘匿されているもの */
  readonly symbols: ReadonlyMap<string, string>;
  /** Codes by dimension, and the figure or symbol as text */
  readonly cells: readonly EstatCell[];
}

export interface EstatCell {
  readonly codes: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly text: string;
}

const cellOf = (value: Readonly<Record<string, string>>): EstatCell => ({
  codes: Object.fromEntries(
    Object.entries(value).flatMap(([key, code]) =>
      key.startsWith('@') && key !== '@unit' && key !== '@annotation' ? [[key.slice(1), code]] : [],
    ),
  ),
  unit: value['@unit'] ?? '',
  text: (value.$ ?? '').trim(),
});

/** Pages of one table as one; null without a description of the table or without a value. */
export const tableOf = (pages: readonly EstatStatistics[]): EstatTable | null => {
  const [first] = pages;
  const facts = first?.TABLE_INF;
  const cells = pages.flatMap(({ DATA_INF }) => DATA_INF.VALUE.map(cellOf));
  if (facts === undefined || cells.length === 0) return null;
  return {
    id: facts['@id'],
    statCode: facts.STAT_NAME['@code'],
    statName: facts.STAT_NAME.$,
    statisticsName: facts.STATISTICS_NAME,
    title: facts.TITLE,
    organisation: facts.GOV_ORG,
    surveyMonth: /^\d{6}$/u.test(facts.SURVEY_DATE) ? facts.SURVEY_DATE : '',
    openDate: facts.OPEN_DATE,
    dimensions: (first?.CLASS_INF?.CLASS_OBJ ?? []).map((dimension) => ({
      id: dimension['@id'],
      name: dimension['@name'],
      classes: dimension.CLASS.map((entry) => ({ code: entry['@code'], name: entry['@name'] })),
    })),
    symbols: new Map(
      pages.flatMap(({ DATA_INF }) => DATA_INF.NOTE.map((note) => [note['@char'], note.$] as const)),
    ),
    cells,
  };
};
