import { z } from 'zod';
import { commonDirections } from '../../domain/evaluation/common-direction.ts';
import { roundTargets, roundTimings } from '../../domain/evaluation/round.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
  .describe('英小文字・数字・ハイフン');
const label = z.string().trim().min(1).max(200);
const text = z.string().max(2000).default('');
const decimal = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,6})?$/)
  .describe('数は文字列で: "0.8"');
const asked = z.enum(['required', 'optional', 'none']);

const when = z.strictObject({ criterion: key, levels: z.array(key).max(50) });
const applies = z
  .strictObject({
    types: z.array(key).max(100).default([]).describe('この種類だけ。空はすべて'),
    exceptTypes: z.array(key).max(100).default([]).describe('この種類を除く'),
    when: z.array(when).max(20).default([]).describe('前の項目の答えがこうであるときだけ'),
  })
  .default({ types: [], exceptTypes: [], when: [] })
  .describe('当てはまる事業');

const stage = z.strictObject({
  key,
  label,
  actor: z
    .enum([
      'unit-staff',
      'unit-head',
      'division-head',
      'planner',
      'finance',
      'executive',
      'external-reviewer',
    ])
    .describe('誰の番か'),
  criteria: z.array(key).max(100).default([]),
  texts: z.array(key).max(100).default([]),
  direction: asked.default('none'),
  grade: asked.default('none'),
  priority: asked.default('none'),
  startsFrom: z.enum(['nothing', 'previous-stage']).default('nothing'),
  subjects: z.enum(['all', 'some']).default('all').describe('some: 選んだ事業だけ（外部評価など）'),
  published: z.boolean().default(true),
});

const criterion = z.strictObject({
  key,
  label,
  viewpoint: z.string().max(200).default('').describe('視点。なければ空'),
  question: text,
  levels: z
    .array(z.strictObject({ key, label, wording: text, points: decimal.nullable().default(null) }))
    .max(50),
  applies,
  weight: decimal.default('1'),
  reason: asked.default('none'),
  required: z.boolean().default(true),
  proposal: z
    .strictObject({ from: z.array(decimal.nullable()).max(50) })
    .nullable()
    .default(null)
    .describe('達成率から案を出すときの下の境（1 が 100%）。段階の順、最後は null'),
});

const question = z.strictObject({
  key,
  label,
  hint: text,
  required: z.boolean().default(false),
  maxLength: z.int().min(1).max(20_000).default(2000).describe('文字数'),
  rows: z.int().min(1).max(30).default(4),
  applies,
  startsFrom: z.enum(['nothing', 'last-year']).default('last-year'),
});

const bands = z.array(z.strictObject({ grade: key, from: decimal.nullable().default(null) })).max(50);
const gradeRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hand') }),
  z.strictObject({
    by: z.literal('sum'),
    of: z.enum(['points', 'share']).exactOptional().describe('share: 当てはまる項目の満点に対する割合'),
    bands,
  }),
  z.strictObject({ by: z.literal('weight'), bands }),
  z.strictObject({
    by: z.literal('table'),
    rows: z.array(z.strictObject({ grade: key, when: z.array(when).max(20) })).max(500),
    otherwise: key.nullable().default(null),
  }),
]);

const axis = z.union([
  z.enum(['direction', 'grade', 'priority', 'cost']),
  z.templateLiteral(['criterion.', z.string().regex(/^[a-z0-9-]{1,80}$/)]),
]);

/** 評価の様式のファイル. Names are those of the domain type; what may be empty may be left out. */
export const evaluationSchemeSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  key,
  name: label.describe('名称'),
  target: z.enum(roundTargets).describe('programme: 事務事業、plan-item: 計画の項目'),
  timing: z.enum(roundTimings).describe('before: 事前、during: 事中、after: 事後'),
  source: z
    .strictObject({ document: label, url: z.url({ protocol: /^https?$/ }).or(z.literal('')) })
    .nullable()
    .default(null)
    .describe('出典'),
  notes: z
    .array(z.string().max(2000))
    .max(50)
    .default([])
    .describe('公表資料に書かれていないことと、選んだ読み方'),
  types: z.array(z.strictObject({ key, label })).max(100).default([]).describe('事業の種類'),
  stages: z.array(stage).max(20).describe('段階'),
  criteria: z.array(criterion).max(100).default([]).describe('評価項目'),
  texts: z.array(question).max(100).default([]).describe('記入欄'),
  grades: z
    .array(z.strictObject({ key, label, wording: text }))
    .max(30)
    .default([])
    .describe('総合評価。よい順'),
  gradeRule: gradeRule.default({ by: 'hand' }),
  directions: z
    .array(
      z.strictObject({
        key,
        label,
        group: z.string().max(200).default('').describe('大区分。なければ空'),
        common: z.enum(commonDirections).describe('共通の区分'),
        reason: z.boolean().default(false).describe('理由を求めるか'),
      }),
    )
    .max(100)
    .default([])
    .describe('今後の方向性のことば'),
  priorities: z.array(z.strictObject({ key, label })).max(30).default([]).describe('優先度。高い順'),
  exemptions: z
    .array(
      z.strictObject({
        key,
        label,
        atMost: z
          .strictObject({
            years: z.int().min(1).max(20),
            thousandYen: z.int().min(0).max(1_000_000_000),
          })
          .nullable()
          .default(null)
          .describe('直近の年数の決算の合計がこの額（千円）以下'),
        types: z.array(key).max(100).default([]),
      }),
    )
    .max(50)
    .default([])
    .describe('評価しない事業'),
  matrices: z
    .array(z.strictObject({ key, title: label, rows: axis, columns: axis }))
    .max(20)
    .default([])
    .describe('判断の表'),
  measures: z
    .strictObject({ output: z.int().min(0).max(50), outcome: z.int().min(0).max(50) })
    .default({ output: 3, outcome: 3 })
    .describe('シートに示す指標の数'),
});

/** JSON Schema of the file, for editors: schemes/evaluation/evaluation-scheme.schema.json is this, a test keeps it so. */
export const evaluationSchemeJsonSchema = (): object => ({
  ...z.toJSONSchema(evaluationSchemeSchema, { io: 'input' }),
  title: '羅針 評価の様式',
});
