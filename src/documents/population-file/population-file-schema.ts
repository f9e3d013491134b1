import { z } from 'zod';
import { leverKinds } from '../../domain/population/scenario.ts';
import { seriesKinds, type TableCounts, wholeTown } from '../../domain/population/series.ts';
import { seriesKindNames } from '../../domain/population/series-kind-names.data.ts';
import { key, municipalityCode } from '../town-file/kernel-schema.ts';

const persons = z.number().min(0).max(1_000_000_000);
const byAge = z.array(persons).max(131);
const year = z.int().min(1868).max(2200);
const line = z.string().max(1000);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .describe('基準日: 2015-10-01');

const table = z
  .strictObject({
    area: key.exactOptional().describe('地区のキー。市町村の全体なら書かない'),
    areaName: z.string().max(100).exactOptional().describe('地区の名前'),
    date: day,
    ages: z
      .array(z.string().max(20))
      .max(131)
      .exactOptional()
      .describe('年齢階級: "0-4" … "90+"、三区分なら "0-14" "15-64" "65+"。総数だけなら書かない'),
    male: byAge.exactOptional().describe('男。年齢階級の順'),
    female: byAge.exactOptional().describe('女。年齢階級の順'),
    both: byAge.exactOptional().describe('男女計。男女の別がないときに書く'),
    unknownAge: z.strictObject({ male: persons, female: persons }).exactOptional().describe('年齢不詳'),
    total: persons.describe('総数。年齢不詳を含む'),
    totalMale: persons.exactOptional(),
    totalFemale: persons.exactOptional(),
    households: persons.exactOptional().describe('世帯数'),
  })
  .transform(({ area, areaName, date, ...given }) => {
    const counts: TableCounts = {
      ages: given.ages ?? [],
      male: given.male ?? null,
      female: given.female ?? null,
      both: given.both ?? null,
      unknownAge: given.unknownAge ?? null,
      total: given.total,
      totalMale: given.totalMale ?? null,
      totalFemale: given.totalFemale ?? null,
      households: given.households ?? null,
    };
    return { areaKey: area ?? wholeTown, areaName: areaName ?? '', date, counts };
  });

const series = z.strictObject({
  seriesKey: key,
  kind: z.enum(seriesKinds).describe(Object.values(seriesKindNames).join('・')),
  name: z.string().max(100),
  publisher: z.string().max(200).describe('公表した機関'),
  source: line.describe('資料とその中の場所'),
  publishedOn: z.string().max(10).describe('公表日: 2018、2018-03、2018-03-30。分からなければ空'),
  baseYear: year.nullable().describe('将来推計の基準年'),
  terms: line.describe('利用条件・クレジット'),
  note: z.string().max(2000),
  state: z.enum(['draft', 'published']).describe('published: 公開する'),
  tables: z.array(table).min(1).max(5000),
});

const scenarioContent = z.strictObject({
  baseline: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('projection'), seriesKey: key }).describe('公表された推計に沿う'),
    z
      .strictObject({
        kind: z.literal('recent-change'),
        seriesKey: key,
        earlierDate: day,
        baseDate: day,
        untilYear: year,
      })
      .describe('最近の変化が続く'),
  ]),
  birthRateNow: z
    .strictObject({ value: z.number().positive().max(10), source: line })
    .nullable()
    .describe('いまの合計特殊出生率。null なら子ども女性比から推定'),
  levers: z
    .array(
      z.strictObject({
        kind: z.enum(leverKinds),
        value: z.number(),
        fromYear: year.nullable(),
        byYear: year.nullable(),
        shape: z.enum(['linear', 'logistic']),
        reason: z.string().max(2000),
        source: line,
      }),
    )
    .max(20)
    .describe('動かす前提'),
  estates: z
    .array(z.strictObject({ year, persons: z.number(), name: z.string().max(200), source: line }))
    .max(50)
    .describe('一度だけの転入'),
  interpolation: z.enum(['linear', 'geometric', 'monotone', 'natural', 'forsythe']),
  aim: z.strictObject({ year, total: persons, source: line }).nullable().describe('目標人口'),
  errors: z.enum(['cohort-change', 'ipss']).describe('予測の幅に使う過去の推計誤差'),
});

const scenario = z.strictObject({
  scenarioKey: key,
  name: z.string().max(100),
  description: z.string().max(4000),
  content: scenarioContent,
  publish: z.boolean().describe('true: 公開する'),
});

/** 人口の系列とシナリオのファイル: what `demo/<town>/population.json` says. */
export const populationFile = z.strictObject({
  $schema: z.string().exactOptional(),
  municipality: municipalityCode,
  series: z.array(series).max(200),
  scenarios: z.array(scenario).max(200),
});

export type PopulationFile = z.output<typeof populationFile>;

/** JSON Schema of the file: demo/population-file.schema.json is this, and a test keeps it so. */
export const populationFileJsonSchema = (): object => ({
  ...z.toJSONSchema(populationFile, { io: 'input' }),
  title: '羅針 人口ファイル',
});
