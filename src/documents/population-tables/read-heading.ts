import { type AgeGroup, parseAgeGroup } from '../../domain/demography/age-groups.ts';
import { eraOf, readEraCount } from '../../domain/kernel/era.ts';
import { type RowColumn, rowColumnHeadings } from './heading-words.data.ts';
import type { SheetCell } from './sheet.ts';

export type SexOfFigure = 'both' | 'male' | 'female';

/** What one text of a heading, or of a row's label, says. Several may be said in one: 「0-4歳の男性」. */
export interface Heading {
  /** 再掲・割合・指数・備考 …: not counts, or counts told already. */
  readonly isLeftOut: boolean;
  readonly rowColumn: RowColumn | null;
  readonly sex: SexOfFigure | null;
  readonly age: AgeGroup | null;
  /** 'total' 総数, 'unknown' 年齢不詳, 'households' 世帯数, 'count' 人口 of what the row says */
  readonly figure: 'total' | 'unknown' | 'households' | 'count' | null;
  readonly year: number | null;
}

export const plainText = (cell: SheetCell): string =>
  String(cell)
    .normalize('NFKC')
    .replaceAll(/[\s　]/gu, '')
    .replaceAll(/[〜～]/gu, '~');

const nothing: Heading = {
  isLeftOut: false,
  rowColumn: null,
  sex: null,
  age: null,
  figure: null,
  year: null,
};

const leftOut =
  /再掲|割合|比率|指数|%|増減|構成比|性比|平均年齢|中位年齢|KEY_?CODE|備考|面積|密度|前年|前月|出生|死亡|転入|転出|年齢係数|従属|コード$|_code$/iu;
const households = /^(総)?世帯(数|総数)?(\(世帯\))?$/u;

const rowColumnOf = (text: string): RowColumn | null =>
  (Object.keys(rowColumnHeadings) as RowColumn[]).find((column) =>
    rowColumnHeadings[column].includes(text),
  ) ?? null;

/** A year of the calendar: 2020, 2020年, 令和2年, 平成27年(2015年), 令和2年(2020). */
export const yearOf = (text: string): number | null => {
  const western = /(?:^|[^\d])((?:19|20|21)\d\d)(?:年|$|\))/u.exec(text)?.[1];
  if (western !== undefined && !/歳/u.test(text)) return Number(western);
  const [, label = '', count = ''] =
    /^(明治|大正|昭和|平成|令和|[MTSHR])\.?(元|\d{1,2})年?$/iu.exec(text) ?? [];
  const era = eraOf(label);
  const counted = readEraCount(count);
  return era === null || counted === null ? null : era.firstYear + counted - 1;
};

const bothSexes = /男女(計|総数|合計)/u;
const wordsOfSex: readonly (readonly [SexOfFigure, RegExp])[] = [
  ['male', /男|^male$|^m$/iu],
  ['female', /女|^female$|^f$/iu],
  ['both', /総人口|人口総数/u],
];

/** 男女別人口 over all columns is neither men nor women. */
const sexIn = (text: string): SexOfFigure | null =>
  bothSexes.test(text)
    ? 'both'
    : /男.*女|女.*男/u.test(text)
      ? null
      : (wordsOfSex.find(([, words]) => words.test(text))?.[0] ?? null);

const withoutSex = (text: string): string =>
  text
    .replace(/男女(計|総数|合計)|(男|女)(性|子)?|^(fe)?male$|^[mf]$/giu, '')
    .replaceAll(/[の・_:/、,（）()[\]]|人口|人数|^満/gu, '')
    .replace(/人$/u, '');

const under = /^(\d{1,3})歳?未満$/u;

/** 15歳未満 is 0-14. */
const ageOf = (text: string): AgeGroup | null => {
  const years = text.replaceAll('才', '歳');
  const below = under.exec(years)?.[1];
  return parseAgeGroup(below === undefined ? years : `0-${Number(below) - 1}`);
};

const totals: readonly string[] = [
  '総数',
  '合計',
  '計',
  '総計',
  '全体',
  '総',
  '年齢計',
  '年齢総数',
  '全年齢',
  '全世代',
  '総数年齢',
];
const counts: readonly string[] = ['人口', '人数', '値', '人口数', '人口(人)', '人数(人)', '人', 'value'];

/** 見出しや行の札の一つを読む. */
export const readHeading = (cell: SheetCell): Heading => {
  const text = plainText(cell);
  if (text === '') return nothing;
  const rowColumn = rowColumnOf(text);
  if (rowColumn !== null) return { ...nothing, rowColumn };
  if (leftOut.test(text)) return { ...nothing, isLeftOut: true };
  if (households.test(text)) return { ...nothing, figure: 'households' };
  if (counts.includes(text)) return { ...nothing, figure: 'count' };
  const year = yearOf(text);
  if (year !== null) return { ...nothing, year };
  const sex = sexIn(text);
  // 総数0～4歳 beside 男0～4歳: both sexes of the age.
  const ofBoth = /^総数(?=\d)/u;
  const rest = withoutSex(text).replace(ofBoth, '');
  if (/不詳.*除/u.test(rest)) return { ...nothing, isLeftOut: true };
  if (/不詳/u.test(rest)) return { ...nothing, sex, figure: /不詳.*含/u.test(rest) ? 'total' : 'unknown' };
  if (rest === '' || totals.includes(rest))
    return { ...nothing, sex, figure: sex === null && rest === '' ? null : 'total' };
  const age = ageOf(rest);
  return age === null ? nothing : { ...nothing, sex: sex ?? (ofBoth.test(text) ? 'both' : null), age };
};
