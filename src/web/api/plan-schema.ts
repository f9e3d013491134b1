import { z } from '@hono/zod-openapi';
import { investmentKinds } from '../../domain/plan/item.ts';
import { planKinds } from '../../domain/plan/plan.ts';

export const sourceSchema = z
  .strictObject({
    document: z.string(),
    publisher: z.string().optional(),
    place: z.string().optional(),
    date: z.string().optional(),
    url: z.string().optional(),
  })
  .openapi('Source', { description: '出典' });

const fiscalYear = z.int().openapi({ description: '年度（4月の西暦年）', example: 2024 });

export const revisionSchema = z
  .strictObject({
    revision: z.int().openapi({ description: '版の番号' }),
    label: z.string().openapi({ description: '版の名前' }),
    status: z.enum(['in-force', 'superseded']).openapi({ description: '施行中の版・過去の版' }),
    effectiveOn: z.iso.date().openapi({ description: '施行日' }),
    publishedAt: z.iso.datetime({ offset: true }),
    reason: z.string().openapi({ description: '改定理由' }),
    title: z.string(),
    basedOnRevision: z.int().nullable(),
  })
  .openapi('Revision');

export const planSummarySchema = z
  .strictObject({
    planKey: z.string(),
    slug: z.string().openapi({ description: 'アドレスに使う略号' }),
    kind: z.enum(planKinds),
    kindLabel: z.string(),
    title: z.string(),
    subtitle: z.string(),
    startFiscalYear: fiscalYear,
    endFiscalYear: fiscalYear,
    updateMode: z.enum(['fixed', 'rolling', 'as-needed']),
    parentPlanKey: z.string().nullable(),
    predecessorPlanKey: z.string().nullable(),
    articleNumber: z.int().openapi({ description: '記事番号' }),
    revision: revisionSchema,
    links: z.strictObject({ self: z.string(), csv: z.string(), revisions: z.string(), page: z.string() }),
  })
  .openapi('PlanSummary');

const levelSchema = z
  .strictObject({
    levelKey: z.string(),
    name: z.string(),
    nameEn: z.string().optional(),
    parents: z.array(z.string()),
    numbering: z.string(),
    numberingScope: z.enum(['global', 'parent']),
    titleStyle: z.enum(['state', 'means', 'free']),
    track: z.string().optional(),
  })
  .openapi('Level', { description: '階層の定義' });

const voiceSchema = z.strictObject({
  body: z.string(),
  origin: z.string(),
  heardOn: z.iso.date().nullable(),
});

const itemSchema = z
  .strictObject({
    itemKey: z.string().openapi({ description: '名称や番号が変わっても同じ' }),
    levelKey: z.string(),
    parentKey: z.string().nullable(),
    position: z.int(),
    number: z.string().openapi({ description: '印刷される番号' }),
    title: z.string(),
    desiredState: z.string().openapi({ description: 'ありたい姿' }),
    currentState: z.string().openapi({ description: '現状' }),
    issue: z.string().openapi({ description: '課題' }),
    approach: z.string().openapi({ description: '方針' }),
    span: z.enum(['short', 'long']).nullable(),
    investmentKinds: z.array(z.enum(investmentKinds)),
    lifeStages: z.array(z.string()),
    areaKeys: z.array(z.string()),
    sdgGoals: z.array(z.int().min(1).max(17)),
    leadUnits: z.array(z.strictObject({ unitKey: z.string(), name: z.string() })),
    supportUnits: z.array(z.strictObject({ unitKey: z.string(), name: z.string() })),
    partners: z.array(z.strictObject({ kind: z.string(), name: z.string(), role: z.string() })),
    voices: z.array(voiceSchema).openapi({ description: '公開に同意のある声だけ' }),
    alsoUnder: z.array(z.strictObject({ parentKey: z.string().nullable(), position: z.int() })),
    crossCutting: z.boolean(),
    reasonKeys: z.array(z.string()),
    indicatorKeys: z.array(z.string()),
    source: sourceSchema.nullable(),
    articleNumber: z.int(),
    page: z.string(),
  })
  .openapi('PlanItem');

export const planSchema = planSummarySchema
  .extend({
    summary: z.string(),
    source: sourceSchema.nullable(),
    reviewCalendar: z.array(
      z.strictObject({
        group: z.enum(['strategy', 'evaluation']),
        label: z.string(),
        periods: z.array(
          z.strictObject({ start: fiscalYear, end: fiscalYear, label: z.string().optional() }),
        ),
        marks: z.array(z.strictObject({ fiscalYear, mark: z.enum(['yearly', 'review', 'final']) })),
      }),
    ),
    identity: z.array(
      z.strictObject({
        entryKey: z.string(),
        kind: z.string(),
        label: z.string(),
        text: z.string(),
        explanation: z.string(),
        source: sourceSchema.nullable(),
      }),
    ),
    situation: z.array(
      z.strictObject({
        entryKey: z.string(),
        kind: z.enum(['environment', 'strength', 'risk']),
        scope: z.enum(['world', 'japan', 'municipality']).nullable(),
        theme: z.string(),
        text: z.string(),
        isNew: z.boolean(),
        source: sourceSchema.nullable(),
      }),
    ),
    levels: z.array(levelSchema),
    items: z.array(itemSchema),
  })
  .openapi('Plan');
