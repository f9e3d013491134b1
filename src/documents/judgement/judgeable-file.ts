import { z } from 'zod';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import { missingReasons } from '../../domain/indicator/missing-reason.ts';
import { date, figure, fiscalYear, key, text, title } from '../town-file/kernel-schema.ts';

const behaviour = z.enum(['point', 'flow', 'cumulative', 'period-total', 'period-average']);
const figureOrNull = figure.nullable().default(null);

const value = z.strictObject({
  fiscalYear,
  asOf: date.nullable().default(null),
  value: figureOrNull,
  text: text.nullable().default(null).describe('文字の実績: 設置、策定'),
  missing: z.enum(missingReasons).nullable().default(null).describe('値がない理由'),
  standardError: figureOrNull.describe('標準誤差'),
  status: z.enum(['provisional', 'final', 'estimated']).default('final'),
});

const target = z.strictObject({
  fiscalYear,
  value: figureOrNull.describe('null: 未定（○○）'),
  text: text.nullable().default(null),
  comparison: z.enum(['at-least', 'at-most', 'exactly']).default('at-least'),
});

const baseline = z.strictObject({
  fiscalYear,
  value: figureOrNull,
  behaviour: behaviour.exactOptional().describe('書かなければ timeBehaviour と同じ'),
  standardError: figureOrNull,
});

const indicator = z
  .strictObject({
    indicatorKey: key,
    name: title,
    unit: text.default(''),
    direction: z.enum(['up', 'down', 'keep-at-or-above', 'keep-at-or-below', 'range', 'milestone', 'none']),
    range: z.strictObject({ from: figureOrNull, to: figureOrNull }).nullable().default(null),
    kind: z.enum(['input', 'activity', 'output', 'outcome', 'impact']).default('outcome'),
    subjective: z.boolean().default(false),
    timeBehaviour: behaviour.default('point').describe('値の時間的な性質'),
    frequency: text.default(''),
    tags: z.array(text).default([]),
    targetBasis: z
      .strictObject({ behaviour, since: fiscalYear.nullable().default(null) })
      .exactOptional()
      .describe('目標値の時間的な性質。書かなければ timeBehaviour と同じ'),
    baseline: baseline.nullable().default(null),
    targets: z.array(target).max(200).default([]),
    path: z
      .strictObject({
        shape: z.enum(['linear', 'step', 'given']),
        points: z.array(z.strictObject({ fiscalYear, value: figure })).default([]),
        surveyYears: z.array(fiscalYear).default([]),
      })
      .default({ shape: 'linear', points: [], surveyYears: [] }),
    values: z.array(value).max(400).default([]),
    marks: z
      .array(z.strictObject({ fiscalYear, markKey: key, mark: title, reason: text.default('') }))
      .default([]),
    unitChanges: z
      .array(z.strictObject({ fromFiscalYear: fiscalYear, unit: text, factor: figureOrNull }))
      .default([]),
    groups: z.record(key, z.array(title)).default({}).describe('集計の区分: { "item": ["koto-1"] }'),
    weight: figureOrNull,
  })
  .transform(
    ({ targetBasis, baseline: base, ...rest }): Judgeable => ({
      ...rest,
      targetBasis: targetBasis ?? { behaviour: rest.timeBehaviour, since: null },
      baseline: base === null ? null : { ...base, behaviour: base.behaviour ?? rest.timeBehaviour },
    }),
  );

/** 判定する指標のファイル: what `bin/rashin judge --indicators` reads. What may be empty may be left out. */
export const judgeableFile = z.strictObject({
  $schema: z.string().exactOptional(),
  fiscalYear: fiscalYear.exactOptional().describe('判定する年度'),
  indicators: z.array(indicator).max(20_000),
});

/** JSON Schema of the file, for editors: docs/examples/judge-indicators.schema.json is this, a test keeps it so. */
export const judgeableFileJsonSchema = (): object => ({
  ...z.toJSONSchema(judgeableFile, { io: 'input' }),
  title: '羅針 判定する指標',
});
