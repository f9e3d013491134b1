import { z } from 'zod';
import { date, figure, fiscalYear, key, position, sourceOrNull, text, title } from './kernel-schema.ts';

const breakdownCategory = z.strictObject({ key, name: title });

const definition = z.strictObject({
  indicatorKey: key,
  name: title,
  unit: text.default(''),
  direction: z.enum(['up', 'down', 'keep-at-or-above', 'keep-at-or-below', 'range', 'milestone', 'none']),
  kind: z.enum(['input', 'activity', 'output', 'outcome', 'impact']),
  subjective: z.boolean().default(false),
  timeBehaviour: z.enum(['point', 'flow', 'cumulative', 'period-total', 'period-average']),
  definition: text.default(''),
  formulaText: text.default(''),
  source: sourceOrNull,
  frequency: text.default(''),
  decimals: z.int().min(0).max(10).default(0),
  unitKey: key.nullable().default(null).describe('担当組織'),
  breakdowns: z
    .array(z.strictObject({ key, name: title, categories: z.array(breakdownCategory).min(1) }))
    .default([]),
  position,
});

const baseline = z.strictObject({
  fiscalYear,
  value: figure.nullable().default(null),
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
