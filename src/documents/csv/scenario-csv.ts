import { parseAgeGroup } from '../../domain/demography/age-groups.ts';
import type { PublishedScenario, PublishedYear } from '../../domain/population/scenario.ts';
import type { CsvField } from './csv-field.ts';
import { fieldMaker } from './make-field.ts';
import { type PersonsLine, personsFields } from './persons-fields.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

/** An edition as the files need it. */
export interface ScenarioEdition {
  readonly key: string;
  readonly title: string;
  readonly edition: number;
  /** ISO instant */
  readonly publishedAt: string;
  readonly content: PublishedScenario;
}

export interface ScenarioCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly publication: ScenarioEdition;
  readonly years: readonly PublishedYear[];
}

/** Key and name of every kind of figure in the file. */
const measures = {
  'by-age': '年齢別の人口',
  total: '総人口',
  baseline: '総人口（前提を動かさないとき）',
  median: '予測の幅（中央）',
  'p50-low': '予測の幅（50％の下）',
  'p50-high': '予測の幅（50％の上）',
  'p80-low': '予測の幅（80％の下）',
  'p80-high': '予測の幅（80％の上）',
  'p90-low': '予測の幅（90％の下）',
  'p90-high': '予測の幅（90％の上）',
} as const;
type Measure = keyof typeof measures;

interface Line extends PersonsLine {
  readonly municipality: ScenarioCsvInput['municipality'];
  readonly publication: ScenarioEdition;
  readonly measure: Measure;
  readonly year: number;
}

const field = fieldMaker<Line>();

/** 人口シナリオの結果（1行に1つの値）の項目定義. */
export const scenarioFields: readonly CsvField<Line>[] = [
  ...townFields,
  field('scenario_key', 'シナリオのキー', 'Scenario key', 'text', (row) => row.publication.key),
  field('scenario', 'シナリオ', 'Scenario', 'text', (row) => row.publication.title),
  field(
    'edition',
    '版',
    'Edition',
    'integer',
    (row) => row.publication.edition,
    '公表のたびに1つ増える',
    'One more with each publication',
  ),
  field('published_at', '公表日時', 'Published at', 'text', (row) => row.publication.publishedAt),
  field(
    'measure',
    '値の種類',
    'Kind of figure',
    'text',
    (row) => row.measure,
    Object.keys(measures).join('・'),
  ),
  field('measure_name', '値の名前', 'Name of the kind', 'text', (row) => measures[row.measure]),
  field(
    'year',
    '年',
    'Year',
    'integer',
    (row) => row.year,
    '西暦年の10月1日',
    '1 October of the calendar year',
  ),
  ...personsFields,
];

const total = (measure: Measure, year: number, persons: number) =>
  ({ measure, year, sex: 'both', age: '総数', ageFrom: null, ageTo: null, persons }) as const;

const linesOf = ({ content: { result } }: ScenarioEdition, years: readonly PublishedYear[]) => {
  const annual = (measure: Measure, { years: at, total: values }: typeof result.annual) =>
    at.map((year, index) => total(measure, year, values[index] ?? 0));
  return [
    ...annual('total', result.annual),
    ...annual('baseline', result.baselineAnnual),
    ...result.bands.flatMap(({ year, median, half, eighty, ninety }) => [
      total('median', year, median),
      ...(
        [
          ['p50', half],
          ['p80', eighty],
          ['p90', ninety],
        ] as const
      ).flatMap(([name, [low, high]]) => [
        total(`${name}-low`, year, low),
        total(`${name}-high`, year, high),
      ]),
    ]),
    ...years.flatMap(({ year, male, female }) =>
      (
        [
          ['male', male],
          ['female', female],
        ] as const
      ).flatMap(([sex, values]) =>
        values.map((persons, at) => {
          const age = result.ages[at] ?? '';
          const group = parseAgeGroup(age);
          const [ageFrom, ageTo] = [group?.from ?? null, group?.to ?? null];
          return { measure: 'by-age', year, sex, age, ageFrom, ageTo, persons } as const;
        }),
      ),
    ),
  ];
};

/** 人口シナリオの結果のCSV: yearly totals, the baseline, the ranges, then persons by sex and age of every step. */
export const scenarioCsv = ({ municipality, publication, years }: ScenarioCsvInput): string =>
  writeCsv(
    scenarioFields,
    linesOf(publication, years).map((line) => ({ ...line, municipality, publication })),
  );
