import { z } from '@hono/zod-openapi';
import { leverKinds } from '../../domain/population/scenario.ts';
import { seriesKinds } from '../../domain/population/series.ts';
import { seriesKindNames } from '../../domain/population/series-kind-names.data.ts';

const calendarYear = z.int().openapi({ description: '西暦年（10月1日の人口）', example: 2032 });
const persons = z.number().openapi({ description: '人。推計は小数のことがある' });
const byAge = z.array(persons).nullable();
const bySex = z.strictObject({ male: z.number(), female: z.number() });

const tableSchema = z
  .strictObject({
    areaKey: z.string().openapi({ description: "'' は全域" }),
    areaName: z.string(),
    date: z.iso.date().openapi({ description: '時点', example: '2015-10-01' }),
    counts: z.strictObject({
      ages: z.array(z.string()).openapi({ description: '年齢階級。空は総数だけの表' }),
      male: byAge,
      female: byAge,
      both: byAge.openapi({ description: '男女計。null は男と女の合計' }),
      unknownAge: bySex.nullable().openapi({ description: '年齢不詳。null は出典にない' }),
      total: persons.openapi({ description: '総数。年齢不詳を含む' }),
      totalMale: persons.nullable(),
      totalFemale: persons.nullable(),
      households: z.int().nullable(),
    }),
  })
  .openapi('PopulationTable');

const seriesSchema = z
  .strictObject({
    seriesKey: z.string(),
    kind: z.enum(seriesKinds).openapi({ description: Object.values(seriesKindNames).join('・') }),
    name: z.string(),
    publisher: z.string(),
    source: z.string().openapi({ description: '資料とその中の場所' }),
    publishedOn: z.string().openapi({ description: "年、年月、または年月日。'' は不明" }),
    baseYear: z.int().nullable().openapi({ description: '推計の基準年' }),
    terms: z.string().openapi({ description: 'この系列の利用条件・クレジット' }),
    note: z.string(),
    tables: z.array(tableSchema),
  })
  .openapi('PopulationSeries', { description: '出典のある人口の系列' });

export const scenarioSummarySchema = z
  .strictObject({
    scenarioKey: z.string(),
    name: z.string(),
    edition: z.int().openapi({ description: '公表のたびに1つ増える' }),
    reason: z.string().openapi({ description: '前の版から変えた理由' }),
    publishedAt: z.iso.datetime({ offset: true }),
    links: z.strictObject({
      self: z.string(),
      csv: z.string(),
      assumptionsCsv: z.string(),
      page: z.string(),
    }),
  })
  .openapi('PopulationScenarioSummary');

export const populationSchema = z
  .strictObject({
    series: z.array(seriesSchema),
    scenarios: z.array(scenarioSummarySchema),
    links: z.strictObject({ csv: z.string(), page: z.string() }),
  })
  .openapi('Population');

const baselineSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('projection'), seriesKey: z.string() }),
    z.strictObject({
      kind: z.literal('recent-change'),
      seriesKey: z.string(),
      earlierDate: z.iso.date(),
      baseDate: z.iso.date(),
      untilYear: calendarYear,
    }),
  ])
  .openapi({ description: '基準となる推計。公表された推計に沿う、または最近の変化が続く' });

const contentSchema = z.strictObject({
  baseline: baselineSchema,
  birthRateNow: z
    .strictObject({ value: z.number(), source: z.string() })
    .nullable()
    .openapi({ description: 'いまの合計特殊出生率。null は人口から見積もる' }),
  levers: z.array(
    z.strictObject({
      kind: z.enum(leverKinds),
      value: z.number(),
      fromYear: calendarYear.nullable().openapi({ description: 'この年の後から動く。null は基準年から' }),
      byYear: calendarYear.nullable().openapi({ description: 'この年までに届く。null はすぐに' }),
      shape: z.enum(['linear', 'logistic']),
      reason: z.string().openapi({ description: 'そう置く理由' }),
      source: z.string().openapi({ description: '根拠' }),
    }),
  ),
  estates: z
    .array(z.strictObject({ year: calendarYear, persons: z.number(), name: z.string(), source: z.string() }))
    .openapi({ description: '住宅団地など一度だけの転入' }),
  interpolation: z
    .enum(['linear', 'geometric', 'monotone', 'natural', 'forsythe'])
    .openapi({ description: '期間のあいだの年の求め方' }),
  aim: z
    .strictObject({ year: calendarYear, total: z.number(), source: z.string() })
    .nullable()
    .openapi({ description: '目標人口' }),
  errors: z.enum(['cohort-change', 'ipss']).openapi({ description: '予測の幅を合わせた、過去の推計の誤差' }),
});

const annual = z.strictObject({ years: z.array(calendarYear), total: z.array(persons) });
const range = z.tuple([z.number(), z.number()]);

export const scenarioSchema = z
  .strictObject({
    publication: scenarioSummarySchema,
    editions: z.array(
      z.strictObject({
        edition: z.int(),
        reason: z.string(),
        publishedAt: z.iso.datetime({ offset: true }),
      }),
    ),
    description: z.string(),
    assumptions: contentSchema.openapi({ description: '前提' }),
    sources: z
      .array(
        z.strictObject({
          seriesKey: z.string(),
          name: z.string(),
          publisher: z.string(),
          source: z.string(),
          publishedOn: z.string(),
          terms: z.string(),
        }),
      )
      .openapi({
        description:
          '公表したときの、もとの系列。seriesKey が「:」で始まるものは、系列でなく、計算に使った全国の数値',
      }),
    result: z.strictObject({
      ages: z.array(z.string()),
      years: z.array(calendarYear).openapi({ description: '基準年と、各期間の終わりの年' }),
      male: z.array(z.array(persons)).openapi({ description: '[年][年齢]' }),
      female: z.array(z.array(persons)).openapi({ description: '[年][年齢]' }),
      annual: annual.openapi({ description: '毎年の総人口' }),
      baselineAnnual: annual.openapi({ description: '前提を動かさないときの毎年の総人口' }),
      bands: z
        .array(
          z.strictObject({ year: calendarYear, median: persons, half: range, eighty: range, ninety: range }),
        )
        .openapi({ description: '予測の幅（50％・80％・90％）' }),
      aim: z
        .strictObject({
          total: persons,
          probability: z.number().openapi({ description: '目標以上になる確率' }),
        })
        .nullable(),
      birthRateNow: z.number(),
      birthRateIsEstimated: z.boolean(),
    }),
  })
  .openapi('PopulationScenario', { description: '公表した人口シナリオの一つの版' });
