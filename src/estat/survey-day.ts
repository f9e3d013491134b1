import type { SeriesKind } from '../domain/population/series.ts';

/** 政府統計コードから: what kind of series a statistic is, and on which day of the year it counts. */
interface KnownStatistic {
  readonly kind: SeriesKind;
  /** 月日 */
  readonly monthDay: (year: number) => string;
}

const statistics: Readonly<Record<string, KnownStatistic>> = {
  /** 国勢調査 */
  '00200521': { kind: 'census', monthDay: () => '10-01' },
  /** 人口推計 */
  '00200524': { kind: 'estimate', monthDay: () => '10-01' },
  /** 住民基本台帳に基づく人口: 1 January since 2014, the end of March before */
  '00200241': { kind: 'register', monthDay: (year) => (year >= 2014 ? '01-01' : '03-31') },
};

/** Of a 政府統計コード; what is not known counts as an estimate; the page of the series lets a person change it. */
export const kindOfStatistic = (statCode: string): SeriesKind => statistics[statCode]?.kind ?? 'estimate';

const two = (digits: string): string => digits.padStart(2, '0');

/**
 * 基準日 as ISO day, from 「2020年」「2020年10月1日現在」 or a month of survey 202010; null where neither it nor the
 * statistic says the day.
 */
export const surveyDay = (words: string, statCode: string): string | null => {
  const plain = words.normalize('NFKC').replaceAll(/\s/gu, '');
  const [, year, month, day] =
    /(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/u.exec(plain) ?? /^(\d{4})(\d{2})$/u.exec(plain) ?? [];
  if (year === undefined) return null;
  const usual = statistics[statCode]?.monthDay(Number(year)) ?? null;
  if (month === undefined) return usual === null ? null : `${year}-${usual}`;
  if (day !== undefined) return `${year}-${two(month)}-${two(day)}`;
  // A month of survey names the day where the statistic has one in it, the first of the month else.
  return usual?.startsWith(two(month)) ? `${year}-${usual}` : `${year}-${two(month)}-01`;
};
