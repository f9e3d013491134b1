import type { Database } from '../../src/db/connection.ts';
import { populationSeries, populationTable } from '../../src/db/schema/population.ts';
import { withTenant } from '../../src/db/tenant.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import type { PublishedScenario, PublishedYear } from '../../src/domain/population/scenario.ts';
import type { PopulationSeries, TableCounts } from '../../src/domain/population/series.ts';
import { putPublication } from './published-sheets.ts';

const ages = [...Array.from({ length: 18 }, (_, at) => `${at * 5}-${at * 5 + 4}`), '90+'];
const steps = [2015, 2020, 2025, 2030, 2035];

/** As many of every age; in 2015 950 men and 1,000 women of each, 10 fewer of each in every step. */
const yearOf = (year: number, at: number): PublishedYear => ({
  year,
  male: ages.map(() => 950 - at * 10),
  female: ages.map(() => 1000 - at * 10.5),
});
export const publishedYears: readonly PublishedYear[] = steps.map(yearOf);

const everyYear = Array.from({ length: 21 }, (_, at) => 2015 + at);
const totalIn = (year: number): number => 19 * (1950 - (20.5 / 5) * (year - 2015));

/** A scenario held against 36,000 in 2032, two assumptions moved and one estate. */
export const publishedScenario = (changes: Partial<PublishedScenario> = {}): PublishedScenario => ({
  scenarioKey: 'ijuu',
  description: '若い世代の転入を増やす。',
  content: {
    baseline: { kind: 'projection', seriesKey: 'ipss-h30' },
    birthRateNow: { value: 1.58, source: '人口動態統計 2018年' },
    levers: [
      {
        kind: 'birth-rate',
        value: 1.84,
        fromYear: 2020,
        byYear: 2030,
        shape: 'linear',
        reason: '希望出生率をめざす',
        source: '市民アンケート（2022年）',
      },
      {
        kind: 'families-per-year',
        value: 60,
        fromYear: null,
        byYear: null,
        shape: 'linear',
        reason: '住まいの支援',
        source: '',
      },
    ],
    estates: [{ year: 2025, persons: 240, name: '駅前の団地', source: '都市計画課' }],
    interpolation: 'linear',
    aim: { year: 2032, total: 36_000, source: '長期戦略 成果指標' },
    errors: 'ipss',
  },
  sources: [
    {
      seriesKey: 'ipss-h30',
      name: '社人研 平成30年推計',
      publisher: '国立社会保障・人口問題研究所',
      source: '日本の地域別将来推計人口',
      publishedOn: '2018-03-30',
      terms: '出典を示せば使える',
    },
  ],
  result: {
    ages,
    years: steps,
    annual: { years: everyYear, total: everyYear.map(totalIn) },
    baselineAnnual: { years: everyYear, total: everyYear.map((year) => totalIn(year) - (year - 2015) * 100) },
    bands: [2020, 2025, 2030, 2035].map((year) => {
      const median = totalIn(year);
      const reach = (year - 2015) * 50;
      return {
        year,
        median,
        half: [median - reach, median + reach],
        eighty: [median - 2 * reach, median + 2 * reach],
        ninety: [median - 3 * reach, median + 3 * reach],
      };
    }),
    aim: { total: totalIn(2032), probability: 0.43 },
    birthRateNow: 1.58,
    birthRateIsEstimated: false,
  },
  ...changes,
});

interface Edition {
  readonly edition?: number;
  readonly title?: string;
  readonly reason?: string;
  readonly changes?: Partial<PublishedScenario>;
}

export const putScenario = (
  db: Database,
  code: MunicipalityCode,
  { edition = 1, title = '移住促進シナリオ', reason = '', changes = {} }: Edition = {},
): Promise<void> => {
  const content = publishedScenario(changes);
  return putPublication(db, code, {
    kind: 'population-scenario',
    key: content.scenarioKey,
    fiscalYear: 2026,
    edition,
    title,
    reason,
    content,
    entries: publishedYears.map((year) => ({ subjectKey: String(year.year), content: year })),
  });
};

export const censusCounts: TableCounts = {
  ages: ['0-14', '15-64', '65+'],
  male: [100, 300.5, 90],
  female: [95, 290, 130.25],
  both: null,
  unknownAge: { male: 2, female: 1 },
  total: 1008.75,
  totalMale: 492.5,
  totalFemale: 516.25,
  households: 400,
};

/** A series with one table of the whole town and one of a district. */
export const putSeries = (
  db: Database,
  code: MunicipalityCode,
  series: Pick<PopulationSeries, 'seriesKey' | 'state'> & Partial<PopulationSeries>,
  counts: Partial<TableCounts> = {},
  date = '2015-10-01',
): Promise<void> =>
  withTenant(db, { municipality: code, actor: 'test', origin: 'test' }, async (tx) => {
    const { version: _, ...given } = { version: 1, ...series };
    await tx.q.insert(populationSeries).values({
      municipality: code,
      kind: 'census',
      name: '国勢調査',
      publisher: '総務省統計局',
      source: '平成27年国勢調査 第3-2表',
      publishedOn: '2016-10-26',
      baseYear: null,
      terms: '出典を示せば使える',
      note: '',
      ...given,
    });
    await tx.q.insert(populationTable).values(
      [
        { areaKey: '', areaName: '' },
        { areaKey: 'hirooka', areaName: '広丘' },
      ].map((area) => ({
        municipality: code,
        seriesKey: series.seriesKey,
        date,
        ...area,
        counts: { ...censusCounts, ...counts },
      })),
    );
  });
