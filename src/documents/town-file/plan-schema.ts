import { z } from 'zod';
import { investmentKinds } from '../../domain/plan/item.ts';
import { planKinds } from '../../domain/plan/plan.ts';
import { date, fiscalYear, key, position, sourceOrNull, text, title } from './kernel-schema.ts';

const level = z.strictObject({
  levelKey: key,
  name: title,
  nameEn: title.exactOptional(),
  parents: z.array(key).min(1).describe('上に来る階層。最上位は "root"'),
  numbering: z.enum([
    'none',
    'decimal',
    'decimal-nested',
    'parenthesised',
    'upper-alpha',
    'circled',
    'roman',
    'kanji',
    'given',
  ]),
  numberingScope: z.enum(['global', 'parent']).default('parent'),
  titleStyle: z.enum(['state', 'means', 'free']).default('free'),
  track: title.exactOptional(),
});

const item = z.strictObject({
  itemKey: key,
  levelKey: key,
  parentKey: key.nullable().default(null),
  position,
  code: z.string().max(40).nullable().default(null),
  title,
  desiredState: text.default(''),
  currentState: text.default(''),
  issue: text.default(''),
  approach: text.default(''),
  span: z.enum(['short', 'long']).nullable().default(null),
  investmentKinds: z.array(z.enum(investmentKinds)).default([]),
  lifeStages: z.array(title).default([]),
  areaKeys: z.array(key).default([]),
  sdgGoals: z.array(z.int().min(1).max(17)).default([]),
  leadUnitKeys: z.array(key).default([]),
  supportUnitKeys: z.array(key).default([]),
  partners: z
    .array(
      z.strictObject({
        kind: z.enum(['citizens', 'npo', 'company', 'university', 'related-population', 'other']),
        name: title,
        role: text,
      }),
    )
    .default([]),
  voices: z
    .array(
      z.strictObject({
        body: text,
        origin: text.default(''),
        heardOn: date.nullable().default(null),
        consent: z.boolean(),
      }),
    )
    .default([]),
  alsoUnder: z.array(z.strictObject({ parentKey: key.nullable(), position })).default([]),
  crossCutting: z.boolean().default(false),
  reasonKeys: z.array(key).default([]),
  indicatorKeys: z.array(key).default([]),
  source: sourceOrNull,
});

const reviewRow = z.strictObject({
  group: z.enum(['strategy', 'evaluation']),
  label: title,
  periods: z
    .array(z.strictObject({ start: fiscalYear, end: fiscalYear, label: title.exactOptional() }))
    .default([]),
  marks: z.array(z.strictObject({ fiscalYear, mark: z.enum(['yearly', 'review', 'final']) })).default([]),
});

const header = z.strictObject({
  title,
  subtitle: text.default(''),
  kindLabel: title,
  startFiscalYear: fiscalYear,
  endFiscalYear: fiscalYear,
  updateMode: z.enum(['fixed', 'rolling', 'as-needed']),
  summary: text.default(''),
  reviewCalendar: z.array(reviewRow).default([]),
  identity: z
    .array(
      z.strictObject({
        entryKey: key,
        kind: z.enum([
          'purpose',
          'vision',
          'brand-vision',
          'brand-value',
          'brand-identity',
          'mission',
          'management-policy',
          'aim',
          'keyword',
          'viewpoint',
          'pillar',
        ]),
        label: title,
        text: text.default(''),
        explanation: text.default(''),
        source: sourceOrNull,
      }),
    )
    .default([]),
  situation: z
    .array(
      z.strictObject({
        entryKey: key,
        kind: z.enum(['environment', 'strength', 'risk']),
        scope: z.enum(['world', 'japan', 'municipality']).nullable().default(null),
        theme: text.default(''),
        text,
        isNew: z.boolean().default(false),
        source: sourceOrNull,
      }),
    )
    .default([]),
  source: sourceOrNull,
});

const itemReference = z.strictObject({ planKey: key, itemKey: key });

const link = z.strictObject({
  kind: z.enum(['rename', 'merge', 'split', 'move', 'drop', 'carry', 'new']),
  from: itemReference.nullable().default(null),
  to: itemReference.nullable().default(null),
  reason: text.default('').describe('名称変更・統合・分割・移動・廃止には必要'),
});

export const planEntry = z.strictObject({
  plan: z.strictObject({
    planKey: key,
    slug: key,
    kind: z.enum(planKinds),
    parentPlanKey: key.nullable().default(null),
    predecessorPlanKey: key.nullable().default(null),
    position,
  }),
  revisions: z
    .array(
      z.strictObject({
        label: title,
        reason: text.default('').describe('改定理由。公開する版には必要'),
        effectiveOn: date.nullable().default(null).describe('施行日。null: 下書きのまま'),
        content: z.strictObject({ header, levels: z.array(level).min(1), items: z.array(item).default([]) }),
        lineage: z.array(link).default([]),
      }),
    )
    .min(1),
});
