import { leverRanges } from '../../domain/population/lever-ranges.data.ts';
import type { CsvField } from './csv-field.ts';
import type { ScenarioCsvInput, ScenarioEdition } from './scenario-csv.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

interface Assumption {
  readonly assumption: string;
  readonly name: string;
  readonly value: number | string | null;
  readonly unit: string;
  readonly fromYear: number | null;
  readonly byYear: number | null;
  readonly reason: string;
  readonly source: string;
}

interface Line extends Assumption {
  readonly municipality: ScenarioCsvInput['municipality'];
  readonly publication: ScenarioEdition;
}

const field = (
  key: string,
  name: string,
  nameEn: string,
  value: CsvField<Line>['value'],
  { type = 'text', note = '', noteEn = '' }: Partial<Pick<CsvField<Line>, 'type' | 'note' | 'noteEn'>> = {},
): CsvField<Line> => ({ key, name, nameEn, type, unit: '', note, noteEn, value });

/** 人口シナリオの前提（1行に1つの前提）の項目定義. */
export const scenarioAssumptionFields: readonly CsvField<Line>[] = [
  ...townFields,
  field('scenario_key', 'シナリオのキー', 'Scenario key', (row) => row.publication.key),
  field('scenario', 'シナリオ', 'Scenario', (row) => row.publication.title),
  field('edition', '版', 'Edition', (row) => row.publication.edition, { type: 'integer' }),
  field('assumption', '前提の種類', 'Kind of assumption', (row) => row.assumption, {
    note: 'baseline（基準となる推計）・birth-rate-now（いまの合計特殊出生率）・aim（目標人口）・estate（一度だけの転入）、ほかは動かす前提',
    noteEn: 'baseline, birth-rate-now, aim, estate (arriving once); others are assumptions moved',
  }),
  field('name', '前提', 'Assumption', (row) => row.name),
  field('value', '値', 'Value', (row) => row.value),
  field('unit', '単位', 'Unit', (row) => row.unit),
  field('from_year', '始まりの年', 'From', (row) => row.fromYear, {
    type: 'integer',
    note: '西暦年。空は基準年から',
    noteEn: 'Calendar year; empty: from the base year on',
  }),
  field('by_year', '届く年', 'Reached by', (row) => row.byYear, {
    type: 'integer',
    note: '西暦年。空はすぐに',
    noteEn: 'Calendar year; empty: at once',
  }),
  field('reason', '理由', 'Reason', (row) => row.reason),
  field('source', '根拠', 'Source', (row) => row.source),
];

const none = { fromYear: null, byYear: null, reason: '', source: '' } as const;

const assumptionsOf = ({ content: published }: ScenarioEdition): readonly Assumption[] => {
  const { content, sources, result } = published;
  const { baseline, aim } = content;
  const note = sources.find(({ seriesKey }) => seriesKey === baseline.seriesKey);
  return [
    {
      ...none,
      assumption: 'baseline',
      name: '基準となる推計',
      value: note?.name ?? baseline.seriesKey,
      unit: '',
      reason:
        baseline.kind === 'projection'
          ? '公表された推計に沿う'
          : `${baseline.earlierDate}から${baseline.baseDate}までの変化が${baseline.untilYear}年まで続く`,
      source: note === undefined ? '' : `${note.publisher} ${note.source}`.trim(),
    },
    {
      ...none,
      assumption: 'birth-rate-now',
      name: 'いまの合計特殊出生率',
      value: Number(result.birthRateNow.toFixed(4)),
      unit: '',
      source: content.birthRateNow?.source ?? '子ども女性比からの見積もり',
    },
    ...content.levers.map((lever): Assumption => {
      const { label, unit } = leverRanges[lever.kind];
      const { kind, value, fromYear, byYear, reason, source } = lever;
      return { assumption: kind, name: label, value, unit, fromYear, byYear, reason, source };
    }),
    ...content.estates.map(
      ({ year, persons, name, source }): Assumption => ({
        ...none,
        assumption: 'estate',
        name,
        value: persons,
        unit: '人',
        byYear: year,
        source,
      }),
    ),
    ...(aim === null
      ? []
      : [
          {
            ...none,
            assumption: 'aim',
            name: '目標人口',
            value: aim.total,
            unit: '人',
            byYear: aim.year,
            source: aim.source,
          },
        ]),
  ];
};

/** 人口シナリオの前提のCSV: baseline, what is moved and why, what arrives once, the aim. */
export const scenarioAssumptionsCsv = ({
  municipality,
  publication,
}: Omit<ScenarioCsvInput, 'years'>): string =>
  writeCsv(
    scenarioAssumptionFields,
    assumptionsOf(publication).map((line) => ({ ...line, municipality, publication })),
  );
