import { z } from 'zod';
import { timeBehaviours } from '../../domain/indicator/indicator.ts';
import { missingReasons } from '../../domain/indicator/missing-reason.ts';
import { date, figure, fiscalYear, key, position, sourceOrNull, text, title } from './kernel-schema.ts';

const nameEn = title.optional().describe('英語の名前');
const breakdownCategory = z.strictObject({ key, name: title, nameEn });

const ownPath = z.strictObject({
  shape: z.enum(['linear', 'step', 'given']),
  points: z.array(z.strictObject({ fiscalYear, value: figure })).default([]),
  surveyYears: z.array(fiscalYear).default([]),
});

const definition = z.strictObject({
  indicatorKey: key,
  name: title,
  unit: text.default(''),
  direction: z.enum(['up', 'down', 'keep-at-or-above', 'keep-at-or-below', 'range', 'milestone', 'none']),
  kind: z.enum(['input', 'activity', 'output', 'outcome', 'impact']),
  subjective: z.boolean().default(false),
  timeBehaviour: z.enum(timeBehaviours),
  definition: text.default(''),
  formulaText: text.default(''),
  source: sourceOrNull,
  frequency: text.default(''),
  decimals: z.int().min(0).max(10).default(0),
  unitKey: key.nullable().default(null).describe('担当組織'),
  breakdowns: z
    .array(z.strictObject({ key, name: title, nameEn, categories: z.array(breakdownCategory).min(1) }))
    .default([]),
  targetBasis: z
    .strictObject({
      behaviour: z.enum(timeBehaviours).nullable(),
      since: fiscalYear.nullable().default(null),
    })
    .default({ behaviour: null, since: null })
    .describe('目標値の性質。null は値と同じ。cumulative は since の年度からの累計'),
  range: z
    .strictObject({ from: figure.nullable(), to: figure.nullable() })
    .nullable()
    .default(null)
    .describe('望ましい範囲（向きが range のとき）'),
  path: ownPath
    .extend({
      scenario: z
        .strictObject({
          key,
          edition: z.int().min(1),
          name: text,
          before: ownPath.optional().describe('シナリオを道筋にする前の道筋。外すとこれに戻る'),
        })
        .optional()
        .describe('道筋をとった、公表済みの人口シナリオ（キー、版、名前）'),
    })
    .default({ shape: 'linear', points: [], surveyYears: [] })
    .describe('目標までの道筋'),
  unitChanges: z
    .array(z.strictObject({ fiscalYear, unit: text, factor: figure.nullable() }))
    .default([])
    .describe('単位の変更。factor: 前の値に掛けると新しい単位になる数。null は比べられない'),
  computed: z
    .strictObject({
      operation: z.enum(['ratio', 'sum', 'difference', 'per-resident']),
      operands: z.array(key).min(2),
      factor: figure.default('1'),
    })
    .nullable()
    .default(null)
    .describe('ほかの指標から計算する指標'),
  availableAfterMonths: z
    .int()
    .min(0)
    .max(120)
    .nullable()
    .default(null)
    .describe('年度の終わりから値が分かるまでの月数'),
  commonKey: key.nullable().default(null).describe('共通指標のキー'),
  position,
});

const baseline = z.strictObject({
  fiscalYear,
  value: figure.nullable().default(null),
  behaviour: z.enum(timeBehaviours).nullable().default(null).describe('基準値の性質。null は値と同じ'),
  note: text.default(''),
  source: sourceOrNull,
});

const target = z.strictObject({
  fiscalYear,
  value: figure.nullable().default(null).describe('null: 未定（○○）'),
  text: text.nullable().default(null),
  comparison: z.enum(['at-least', 'at-most', 'exactly']),
  setOn: date.nullable().default(null),
  reason: text.default(''),
  source: sourceOrNull,
});

const value = z.strictObject({
  series: z.union([z.literal('actual'), key]).default('actual'),
  fiscalYear,
  asOf: date.nullable().default(null),
  breakdown: text.default('').describe('全体は ""、内訳は "age:20s" や "age:20s/score:7"'),
  value: figure.nullable().default(null),
  text: text.nullable().default(null),
  missing: z.enum(missingReasons).nullable().default(null).describe('値がない理由'),
  standardError: figure.nullable().default(null).describe('標準誤差'),
  status: z.enum(['provisional', 'final', 'estimated']).default('final'),
  source: sourceOrNull,
  note: text.default(''),
});

export const indicatorEntry = z.strictObject({
  indicator: definition,
  referenceSeries: z.array(z.strictObject({ series: key, name: title, note: text.default('') })).default([]),
  baseline: baseline.nullable().default(null),
  targets: z.array(target).default([]),
  values: z.array(value).max(100_000).default([]),
});
