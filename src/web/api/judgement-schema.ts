import { z } from '@hono/zod-openapi';
import { sourceSchema } from './plan-schema.ts';

export const judgedFiscalYear = z.int().openapi({ description: '年度（4月の西暦年）', example: 2024 });

const gradeClass = z.enum(['good', 'fair', 'poor', 'unknown', 'none']).openapi({
  description: '団体の間でくらべるための別。unknown は判定できないもの、none は良し悪しのないもの',
});
const reason = z.string().nullable().openapi({ description: '判定のない理由、または理由による段階の理由' });
const keys = z.array(z.string()).openapi({ description: '指標キー' });

const axisSchema = z.strictObject({
  axisKey: z.string(),
  name: z.string(),
  gradeKey: z.string().nullable().openapi({ description: 'null は判定なし' }),
  label: z.string().nullable(),
  symbol: z.string().nullable(),
  class: gradeClass.nullable(),
  points: z.string().nullable().openapi({ description: '点数' }),
  because: z
    .string()
    .openapi({ description: 'band は範囲、mark は人の評価、text は文字、given は人の判定 など' }),
  reason,
  machineGradeKey: z
    .string()
    .nullable()
    .openapi({ description: '計算による段階。人が改めたときは gradeKey と違う' }),
});

export const judgementSchema = z
  .strictObject({
    fiscalYear: judgedFiscalYear,
    scheme: z.strictObject({ schemeKey: z.string(), version: z.int(), name: z.string() }),
    overallAxisKey: z.string().nullable().openapi({ description: '見出しの軸。null は数値だけの方式' }),
    axes: z.array(axisSchema),
    published: z
      .array(z.strictObject({ measure: z.string(), name: z.string(), text: z.string().nullable(), reason }))
      .openapi({ description: '方式が公表するとした数値' }),
    human: z
      .array(
        z.strictObject({
          kind: z.enum(['mark', 'override']),
          subject: z.string(),
          choice: z.string(),
          reason: z.string(),
        }),
      )
      .openapi({ description: '人による判定（団体が公開するときだけ）' }),
    arithmetic: z.array(z.string()).openapi({ description: '計算の過程（日本語）' }),
  })
  .openapi('Judgement');

export const rollUpSchema = z
  .strictObject({
    entries: z.int(),
    withValue: z.int(),
    counted: z.int(),
    judged: z.int(),
    denominator: z.strictObject({
      of: z.enum(['all', 'counted', 'judged', 'with-value']),
      count: z.int(),
    }),
    grades: z.array(
      z.strictObject({
        gradeKey: z.string(),
        label: z.string(),
        class: gradeClass,
        count: z.int(),
        percent: z.string().nullable().openapi({ description: 'null は割合の分母に入らない' }),
        isCounted: z.boolean(),
        indicatorKeys: keys,
      }),
    ),
    ungraded: z.array(
      z.strictObject({
        reason: z.string().openapi({ description: '空は段階のない方式' }),
        indicatorKeys: keys,
      }),
    ),
    alsoCounts: z.array(
      z.strictObject({
        countKey: z.string(),
        name: z.string(),
        count: z.int(),
        percent: z.string().nullable(),
      }),
    ),
    scores: z.array(
      z.strictObject({
        scoreKey: z.string(),
        name: z.string(),
        text: z.string().nullable(),
        entries: z.int(),
        leftOut: z.int(),
      }),
    ),
  })
  .openapi('RollUp');

export const judgementYearSchema = z
  .strictObject({
    fiscalYear: judgedFiscalYear,
    schemeKey: z.string(),
    schemeVersion: z.int(),
    reason: z.string().openapi({ description: 'この方式による理由' }),
    publishesHuman: z.boolean().openapi({ description: '人による判定も公開しているか' }),
    publishedAt: z.iso.datetime({ offset: true }),
    links: z.strictObject({ self: z.string(), csv: z.string(), page: z.string() }),
  })
  .openapi('JudgementYear');

export const judgementsSchema = z
  .strictObject({
    year: judgementYearSchema,
    scheme: z.strictObject({
      schemeKey: z.string(),
      version: z.string(),
      name: z.string(),
      readings: z.array(z.string()).openapi({ description: '決まりに書かれていない点の読み方' }),
      source: sourceSchema.nullable(),
    }),
    rollUp: rollUpSchema,
    groups: z
      .array(
        z.strictObject({
          by: z.string().openapi({ description: 'unit、plan、item、または計画の階層のキー' }),
          listed: z.int().openapi({ description: '掲載数（延べ）' }),
          repeated: z.int().openapi({ description: '再掲の数' }),
          without: keys,
          groups: z.array(z.strictObject({ groupKey: z.string(), rollUp: rollUpSchema })),
        }),
      )
      .openapi({ description: '分け方ごとの集計' }),
    judgements: z.array(
      z.strictObject({ indicatorKey: z.string(), name: z.string(), judgement: judgementSchema }),
    ),
  })
  .openapi('Judgements');
