import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Source } from '../../domain/kernel/source.ts';
import type { Partner, Placement } from '../../domain/plan/item.ts';
import type { LevelDefinition } from '../../domain/plan/level.ts';
import {
  type IdentityEntry,
  planKinds,
  type ReviewRow,
  type SituationEntry,
} from '../../domain/plan/plan.ts';
import { createdAt, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable } from './organisation.ts';
import { textArray } from './text-array.ts';

export const plan = pgTable(
  'plan',
  {
    municipality: municipality(),
    planKey: text('plan_key').notNull(),
    slug: text('slug').notNull(),
    kind: text('kind', { enum: planKinds }).notNull(),
    parentPlanKey: text('parent_plan_key'),
    predecessorPlanKey: text('predecessor_plan_key'),
    position: integer('position').notNull(),
    /** 記事番号 */
    articleNumber: integer('article_number').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.planKey] }),
    unique().on(t.municipality, t.slug),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
    foreignKey({ columns: [t.municipality, t.parentPlanKey], foreignColumns: [t.municipality, t.planKey] }),
    foreignKey({
      columns: [t.municipality, t.predecessorPlanKey],
      foreignColumns: [t.municipality, t.planKey],
    }),
  ],
);

/** 改定. Frozen by trigger once it is no longer a draft. */
export const planRevision = pgTable(
  'plan_revision',
  {
    municipality: municipality(),
    planKey: text('plan_key').notNull(),
    revision: integer('revision').notNull(),
    basedOnRevision: integer('based_on_revision'),
    state: text('state', { enum: ['draft', 'approved', 'published'] }).notNull(),
    /** 第1版, 令和7年度改定 … */
    label: text('label').notNull(),
    /** 改定理由 */
    reason: text('reason').notNull().default(''),
    effectiveOn: date('effective_on', { mode: 'string' }),
    /** 承認を求めた: set while a draft waits for its approval, and kept by what was approved. */
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by'),
    approvedAt: instant('approved_at'),
    approvedBy: uuid('approved_by'),
    publishedAt: instant('published_at'),
    publishedBy: uuid('published_by'),
    title: text('title').notNull(),
    subtitle: text('subtitle').notNull(),
    kindLabel: text('kind_label').notNull(),
    startFiscalYear: integer('start_fiscal_year').notNull(),
    endFiscalYear: integer('end_fiscal_year').notNull(),
    updateMode: text('update_mode', { enum: ['fixed', 'rolling', 'as-needed'] }).notNull(),
    summary: text('summary').notNull(),
    levels: jsonb('levels').$type<readonly LevelDefinition[]>().notNull(),
    reviewCalendar: jsonb('review_calendar').$type<readonly ReviewRow[]>().notNull(),
    identity: jsonb('identity').$type<readonly IdentityEntry[]>().notNull(),
    situation: jsonb('situation').$type<readonly SituationEntry[]>().notNull(),
    source: jsonb('source').$type<Source>(),
    version: version(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.planKey, t.revision] }),
    foreignKey({ columns: [t.municipality, t.planKey], foreignColumns: [plan.municipality, plan.planKey] }),
  ],
);

export const planItem = pgTable(
  'plan_item',
  {
    municipality: municipality(),
    planKey: text('plan_key').notNull(),
    revision: integer('revision').notNull(),
    itemKey: text('item_key').notNull(),
    levelKey: text('level_key').notNull(),
    parentKey: text('parent_key'),
    position: integer('position').notNull(),
    code: text('code'),
    title: text('title').notNull(),
    desiredState: text('desired_state').notNull(),
    currentState: text('current_state').notNull(),
    issue: text('issue').notNull(),
    approach: text('approach').notNull(),
    span: text('span', { enum: ['short', 'long'] }),
    investmentKinds: textArray('investment_kinds').notNull(),
    lifeStages: textArray('life_stages').notNull(),
    areaKeys: textArray('area_keys').notNull(),
    sdgGoals: integer('sdg_goals').array().notNull(),
    leadUnitKeys: textArray('lead_unit_keys').notNull(),
    supportUnitKeys: textArray('support_unit_keys').notNull(),
    partners: jsonb('partners').$type<readonly Partner[]>().notNull(),
    alsoUnder: jsonb('also_under').$type<readonly Placement[]>().notNull(),
    crossCutting: boolean('cross_cutting').notNull(),
    reasonKeys: textArray('reason_keys').notNull(),
    source: jsonb('source').$type<Source>(),
    articleNumber: integer('article_number').notNull(),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.planKey, t.revision, t.itemKey] }),
    foreignKey({
      columns: [t.municipality, t.planKey, t.revision],
      foreignColumns: [planRevision.municipality, planRevision.planKey, planRevision.revision],
    }).onDelete('cascade'),
    index().on(t.municipality, t.planKey, t.itemKey),
  ],
);

/** 生の声. A table of its own, so that the public role never sees one without consent. */
export const planItemVoice = pgTable(
  'plan_item_voice',
  {
    municipality: municipality(),
    planKey: text('plan_key').notNull(),
    revision: integer('revision').notNull(),
    itemKey: text('item_key').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
    origin: text('origin').notNull(),
    heardOn: date('heard_on', { mode: 'string' }),
    consent: boolean('consent').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.planKey, t.revision, t.itemKey, t.seq] }),
    foreignKey({
      columns: [t.municipality, t.planKey, t.revision, t.itemKey],
      foreignColumns: [planItem.municipality, planItem.planKey, planItem.revision, planItem.itemKey],
    }).onDelete('cascade'),
  ],
);

/** 系譜, recorded with the revision that makes the change. */
export const lineage = pgTable(
  'lineage',
  {
    municipality: municipality(),
    planKey: text('plan_key').notNull(),
    revision: integer('revision').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: ['rename', 'merge', 'split', 'move', 'drop', 'carry', 'new'] }).notNull(),
    fromPlanKey: text('from_plan_key'),
    fromItemKey: text('from_item_key'),
    toPlanKey: text('to_plan_key'),
    toItemKey: text('to_item_key'),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.planKey, t.revision, t.seq] }),
    foreignKey({
      columns: [t.municipality, t.planKey, t.revision],
      foreignColumns: [planRevision.municipality, planRevision.planKey, planRevision.revision],
    }).onDelete('cascade'),
  ],
);
