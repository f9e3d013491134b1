import { parseAgeGroup } from '../../domain/demography/age-groups.ts';
import type { PopulationSeries, PopulationTable, SeriesWithTables } from '../../domain/population/series.ts';
import { seriesKindNames } from '../../domain/population/series-kind-names.data.ts';
import type { CsvField } from './csv-field.ts';
import { textMaker } from './make-field.ts';
import { type PersonsLine, personsFields } from './persons-fields.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

export interface PopulationCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly series: readonly SeriesWithTables[];
}

/** One figure: of an area, on a day, of a sex and an age. */
interface Line extends PersonsLine {
  readonly municipality: PopulationCsvInput['municipality'];
  readonly series: PopulationSeries;
  readonly table: PopulationTable;
  /** Only beside the total of the area. */
  readonly households: number | null;
}

const text = textMaker<Line>();

/** 人口（1行に1つの値）の項目定義. */
export const populationFields: readonly CsvField<Line>[] = [
  ...townFields,
  text(
    'series_key',
    '系列キー',
    'Series key',
    (row) => row.series.seriesKey,
    '名称が変わっても同じ',
    'Stays the same when the name changes',
  ),
  text('series', '系列', 'Series', (row) => row.series.name),
  text(
    'kind',
    '種類',
    'Kind',
    (row) => seriesKindNames[row.series.kind],
    Object.values(seriesKindNames).join('・'),
    'Census, register, estimate, projection, own projection of the town',
  ),
  text('publisher', '公表した機関', 'Publisher', (row) => row.series.publisher),
  text('source', '出典', 'Source', (row) => row.series.source),
  text(
    'published_on',
    '公表日',
    'Published on',
    (row) => row.series.publishedOn,
    '年、年月、または年月日。空は不明',
    'Year, month or day; empty: not known',
  ),
  text('terms', '利用条件', 'Terms', (row) => row.series.terms),
  text('area_key', '地区キー', 'Area key', (row) => row.table.areaKey, '空は全域', 'Empty: the whole town'),
  text('area', '地区', 'Area', (row) => row.table.areaName, '空は全域', 'Empty: the whole town'),
  { ...text('date', '時点', 'Day', (row) => row.table.date), type: 'date' },
  ...personsFields,
  {
    ...text(
      'households',
      '世帯数',
      'Households',
      (row) => row.households,
      '総数の行だけ。空は不明',
      'Beside the total only; empty: not known',
    ),
    type: 'integer',
    unit: '世帯',
  },
];

const wholeAge = { age: '総数', ageFrom: null, ageTo: null } as const;

/** Of a table: total, then by sex and age as the source has them, then the unknown ages. */
const personsOf = ({ counts }: PopulationTable): readonly PersonsLine[] => {
  const { ages, male, female, unknownAge } = counts;
  const both =
    counts.both ??
    (male === null || female === null ? null : male.map((count, at) => count + (female[at] ?? 0)));
  const byAge = (sex: PersonsLine['sex'], values: readonly number[] | null): readonly PersonsLine[] =>
    (values ?? []).map((persons, at) => {
      const age = ages[at] ?? '';
      const group = parseAgeGroup(age);
      return { sex, age, ageFrom: group?.from ?? null, ageTo: group?.to ?? null, persons };
    });
  const whole = (sex: PersonsLine['sex'], persons: number | null): readonly PersonsLine[] =>
    persons === null ? [] : [{ sex, ...wholeAge, persons }];
  const unknown = (sex: PersonsLine['sex'], persons: number | undefined): readonly PersonsLine[] =>
    persons === undefined ? [] : [{ sex, age: '年齢不詳', ageFrom: null, ageTo: null, persons }];
  return [
    ...whole('both', counts.total),
    ...byAge('both', both),
    ...unknown('both', unknownAge === null ? undefined : unknownAge.male + unknownAge.female),
    ...whole('male', counts.totalMale),
    ...byAge('male', male),
    ...unknown('male', unknownAge?.male),
    ...whole('female', counts.totalFemale),
    ...byAge('female', female),
    ...unknown('female', unknownAge?.female),
  ];
};

/** 人口のCSV: one figure a line, of every series given. Persons as published; of projections they may be fractions. */
export const populationCsv = ({ municipality, series: all }: PopulationCsvInput): string =>
  writeCsv(
    populationFields,
    all.flatMap(({ series, tables }) =>
      tables.flatMap((table) =>
        personsOf(table).map((line, at): Line => {
          const households = at === 0 ? table.counts.households : null;
          return { ...line, municipality, series, table, households };
        }),
      ),
    ),
  );
