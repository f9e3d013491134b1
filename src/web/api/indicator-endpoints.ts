import { z } from '@hono/zod-openapi';
import type { ReadIndicator } from '../../app/indicator/computed-figures.ts';
import { readIndicators } from '../../app/indicator/read-indicators.ts';
import { readPublicJudgements } from '../../app/judgement/read-judgements.ts';
import { indicatorCsv } from '../../documents/csv/indicator-csv.ts';
import { timeBehaviours } from '../../domain/indicator/indicator.ts';
import { missingReasons } from '../../domain/indicator/missing-reason.ts';
import { notFound, type TownEndpoint } from './endpoint.ts';
import { judgementData } from './judgement-data.ts';
import { judgementSchema } from './judgement-schema.ts';
import { sourceSchema } from './plan-schema.ts';

const fiscalYear = z.int().openapi({ description: '年度（4月の西暦年）', example: 2024 });
const figure = z.string().openapi({ description: '十進の数。桁を失わないよう文字列', example: '6.77' });

const behaviour = z.enum(timeBehaviours);

const targetSchema = z.strictObject({
  fiscalYear,
  value: figure.nullable().openapi({ description: 'null は未定' }),
  text: z.string().nullable(),
  comparison: z.enum(['at-least', 'at-most', 'exactly']),
  setOn: z.iso.date().nullable(),
  reason: z.string(),
  source: sourceSchema.nullable(),
});

const indicatorSchema = z
  .strictObject({
    indicatorKey: z.string(),
    name: z.string(),
    unit: z.string(),
    direction: z.enum(['up', 'down', 'keep-at-or-above', 'keep-at-or-below', 'range', 'milestone', 'none']),
    kind: z.enum(['input', 'activity', 'output', 'outcome', 'impact']),
    subjective: z.boolean(),
    timeBehaviour: z.enum(timeBehaviours),
    definition: z.string(),
    formulaText: z.string(),
    source: sourceSchema.nullable(),
    frequency: z.string(),
    decimals: z.int(),
    unitKey: z.string().nullable().openapi({ description: '担当' }),
    breakdowns: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        nameEn: z.string().optional(),
        categories: z.array(
          z.strictObject({ key: z.string(), name: z.string(), nameEn: z.string().optional() }),
        ),
      }),
    ),
    targetBasis: z
      .strictObject({ behaviour: behaviour.nullable(), since: fiscalYear.nullable() })
      .openapi({ description: '目標の性質。behaviour の null は値と同じ。since は累計などの始まり' }),
    range: z
      .strictObject({ from: figure.nullable(), to: figure.nullable() })
      .nullable()
      .openapi({ description: '望ましい範囲' }),
    path: z
      .strictObject({
        shape: z.enum(['linear', 'step', 'given']),
        points: z.array(z.strictObject({ fiscalYear, value: figure })),
        surveyYears: z.array(fiscalYear),
        scenario: z
          .strictObject({ key: z.string(), edition: z.int(), name: z.string() })
          .optional()
          .openapi({ description: '道筋をとった、公表済みの人口シナリオとその版' }),
      })
      .openapi({ description: '目標までの道筋' }),
    unitChanges: z
      .array(z.strictObject({ fiscalYear, unit: z.string(), factor: figure.nullable() }))
      .openapi({ description: '単位の変更。前の値に factor を掛けると新しい単位。null は比べられない' }),
    computed: z
      .strictObject({
        operation: z.enum(['ratio', 'sum', 'difference', 'per-resident']),
        operands: z.array(z.string()).openapi({ description: '計算の順の指標キー' }),
        factor: figure,
      })
      .nullable()
      .openapi({ description: 'ほかの指標から計算する指標の決まり' }),
    availableAfterMonths: z.int().nullable().openapi({ description: '年度の終わりから値が分かるまでの月数' }),
    commonKey: z.string().nullable().openapi({ description: '共通指標のキー' }),
    referenceSeries: z.array(z.strictObject({ series: z.string(), name: z.string(), note: z.string() })),
    baseline: z
      .strictObject({
        fiscalYear,
        value: figure.nullable(),
        behaviour: behaviour.nullable().openapi({ description: '基準値の性質。null は値と同じ' }),
        note: z.string(),
        source: sourceSchema.nullable(),
      })
      .nullable()
      .openapi({ description: '基準値' }),
    targets: z.array(targetSchema).openapi({ description: '目標値' }),
    formerTargets: z.array(targetSchema).openapi({ description: '変わる前の目標値' }),
    values: z
      .array(
        z.strictObject({
          series: z.string().openapi({ description: 'actual は実績。ほかは referenceSeries' }),
          fiscalYear,
          asOf: z.iso.date().nullable(),
          breakdown: z.string().openapi({ description: '空は全体' }),
          value: figure.nullable(),
          text: z.string().nullable(),
          missing: z.enum(missingReasons).nullable().openapi({ description: '値がない理由' }),
          standardError: figure.nullable().openapi({ description: '標準誤差' }),
          status: z.enum(['provisional', 'final', 'estimated']),
          source: sourceSchema.nullable(),
          note: z.string(),
        }),
      )
      .openapi({ description: '公開した値。計算する指標では、公開した値から計算した値' }),
    computedFigures: z
      .array(
        z.strictObject({
          fiscalYear,
          value: figure.nullable(),
          lacking: z
            .array(z.strictObject({ indicatorKey: z.string(), reason: z.string() }))
            .openapi({ description: '値のない計算の元と、その理由' }),
          arithmetic: z.array(z.string()).openapi({ description: '算式と計算の元の値' }),
        }),
      )
      .openapi({ description: '計算する指標の、年度ごとの計算' }),
    articleNumber: z.int(),
    updatedAt: z.iso.datetime({ offset: true }),
    links: z.strictObject({ self: z.string(), page: z.string() }),
  })
  .openapi('Indicator');

type Target = ReadIndicator['targets'][number];
const target = ({ seq: _, ...rest }: Target) => rest;

/** What stood before a scenario is for the office, where it can be taken up again. */
const pathData = ({ scenario, ...path }: ReadIndicator['indicator']['path']) => {
  if (scenario === undefined) return path;
  const { before: _, ...edition } = scenario;
  return { ...path, scenario: edition };
};

const indicatorData = (code: string, loaded: ReadIndicator) => {
  const { indicator, targets, formerTargets, values } = loaded;
  // Position is an order, and this is a list.
  const { position: _, path, ...definition } = indicator;
  const key = encodeURIComponent(indicator.indicatorKey);
  return {
    ...definition,
    path: pathData(path),
    referenceSeries: loaded.referenceSeries,
    baseline: loaded.baseline,
    targets: targets.map(target),
    formerTargets: formerTargets.map(target),
    values: values.map(({ stage: _stage, version: _version, updatedAt: _updatedAt, ...value }) => value),
    computedFigures: loaded.computedFigures.map(({ fiscalYear: year, value, lacking, arithmetic }) => ({
      fiscalYear: year,
      value,
      lacking,
      arithmetic: arithmetic('ja'),
    })),
    articleNumber: loaded.articleNumber,
    updatedAt: loaded.updatedAt,
    links: { self: `/api/v1/municipalities/${code}/indicators/${key}`, page: `/m/${code}/indicators/${key}` },
  };
};

const indicators: TownEndpoint = {
  path: '/municipalities/{code}/indicators',
  operationId: 'listIndicators',
  summary: '公開中の指標、その基準値・目標・値',
  data: z.array(indicatorSchema),
  answer: async ({ tx, town }) => ({
    kind: 'data',
    data: (await readIndicators(tx)).map((loaded) => indicatorData(town.municipality, loaded)),
  }),
};

const indicatorsAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/indicators.csv',
  operationId: 'getIndicatorsCsv',
  summary: '指標の値（縦持ちのCSV、UTF-8 BOM付き）',
  data: null,
  answer: async ({ tx, town }) => ({
    kind: 'csv',
    body: indicatorCsv({
      municipality: { code: town.municipality, name: town.name },
      indicators: await readIndicators(tx),
    }),
  }),
};

const judgedIndicatorSchema = indicatorSchema
  .extend({
    judgements: z
      .array(judgementSchema)
      .openapi({ description: '公開している判定と計算の過程（新しい年度から）' }),
  })
  .openapi('JudgedIndicator');

const indicator: TownEndpoint = {
  path: '/municipalities/{code}/indicators/{key}',
  operationId: 'getIndicator',
  summary: '一つの指標と、その判定',
  params: { key: z.string().openapi({ description: '指標キー' }) },
  data: judgedIndicatorSchema,
  answer: async ({ tx, town, today, param }) => {
    const key = param('key');
    const [loaded] = await readIndicators(tx, [key]);
    if (loaded === undefined) return notFound('indicator-not-found', key);
    const judged = await readPublicJudgements(tx, today, { keys: [key] });
    const judgements = judged.years.flatMap(({ fiscalYear: asked }) => {
      const year = judged.ofYear(asked);
      const [each] = year?.indicators ?? [];
      return year === null || each === undefined ? [] : [judgementData(year, each)];
    });
    return { kind: 'data', data: { ...indicatorData(town.municipality, loaded), judgements } };
  },
};

export const indicatorEndpoints: readonly TownEndpoint[] = [indicatorsAsCsv, indicators, indicator];
