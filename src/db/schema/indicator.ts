import {
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  type BreakdownDimension,
  type ComputedRule,
  type Indicator,
  type PathShape,
  type ReferenceSeries,
  type TargetBasis,
  timeBehaviours,
  type UnitChange,
} from '../../domain/indicator/indicator.ts';
import { missingReasons } from '../../domain/indicator/missing-reason.ts';
import type { Source } from '../../domain/kernel/source.ts';
import { createdAt, decimal, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable, organisationUnit } from './organisation.ts';
import { planItem } from './plan.ts';

export const indicator = pgTable(
  'indicator',
  {
    municipality: municipality(),
    indicatorKey: text('indicator_key').notNull(),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    direction: text('direction', {
      enum: ['up', 'down', 'keep-at-or-above', 'keep-at-or-below', 'range', 'milestone', 'none'],
    }).notNull(),
    kind: text('kind', { enum: ['input', 'activity', 'output', 'outcome', 'impact'] }).notNull(),
    subjective: boolean('subjective').notNull(),
    timeBehaviour: text('time_behaviour', { enum: timeBehaviours }).notNull(),
    definition: text('definition').notNull(),
    formulaText: text('formula_text').notNull(),
    source: jsonb('source').$type<Source>(),
    frequency: text('frequency').notNull(),
    decimals: integer('decimals').notNull(),
    unitKey: text('unit_key'),
    breakdowns: jsonb('breakdowns').$type<readonly BreakdownDimension[]>().notNull(),
    targetBasis: jsonb('target_basis')
      .$type<TargetBasis>()
      .notNull()
      .default({ behaviour: null, since: null }),
    range: jsonb('range').$type<Indicator['range']>(),
    path: jsonb('path')
      .$type<PathShape>()
      .notNull()
      .default({ shape: 'linear', points: [], surveyYears: [] }),
    unitChanges: jsonb('unit_changes').$type<readonly UnitChange[]>().notNull().default([]),
    computed: jsonb('computed').$type<ComputedRule>(),
    availableAfterMonths: integer('available_after_months'),
    commonKey: text('common_key'),
    referenceSeries: jsonb('reference_series').$type<readonly ReferenceSeries[]>().notNull(),
    baselineFiscalYear: integer('baseline_fiscal_year'),
    baselineValue: decimal('baseline_value'),
    baselineBehaviour: text('baseline_behaviour', { enum: timeBehaviours }),
    baselineNote: text('baseline_note').notNull().default(''),
    baselineSource: jsonb('baseline_source').$type<Source>(),
    position: integer('position').notNull(),
    articleNumber: integer('article_number').notNull(),
    /** null: not public yet */
    publishedAt: instant('published_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.indicatorKey] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 目標値. The newest row of a fiscal year counts; older ones stay as its history. */
export const indicatorTarget = pgTable(
  'indicator_target',
  {
    municipality: municipality(),
    indicatorKey: text('indicator_key').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    seq: integer('seq').notNull(),
    value: decimal('value'),
    text: text('text'),
    comparison: text('comparison', { enum: ['at-least', 'at-most', 'exactly'] }).notNull(),
    setOn: date('set_on', { mode: 'string' }),
    reason: text('reason').notNull(),
    source: jsonb('source').$type<Source>(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.indicatorKey, t.fiscalYear, t.seq] }),
    foreignKey({
      columns: [t.municipality, t.indicatorKey],
      foreignColumns: [indicator.municipality, indicator.indicatorKey],
    }).onDelete('cascade'),
  ],
);

/** 実績値. A correction of a public figure is a draft row beside it until it is published. */
export const indicatorValue = pgTable(
  'indicator_value',
  {
    municipality: municipality(),
    indicatorKey: text('indicator_key').notNull(),
    series: text('series').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    breakdown: text('breakdown').notNull(),
    stage: text('stage', { enum: ['draft', 'published'] }).notNull(),
    asOf: date('as_of', { mode: 'string' }),
    value: decimal('value'),
    text: text('text'),
    missing: text('missing', { enum: missingReasons }),
    standardError: decimal('standard_error'),
    status: text('status', { enum: ['provisional', 'final', 'estimated'] }).notNull(),
    source: jsonb('source').$type<Source>(),
    note: text('note').notNull(),
    /** 確かめた: it looked mistyped when the sheet was sent in, and somebody said that it is right. */
    confirmedAt: instant('confirmed_at'),
    confirmedBy: uuid('confirmed_by'),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({
      columns: [t.municipality, t.indicatorKey, t.series, t.fiscalYear, t.breakdown, t.stage],
    }),
    foreignKey({
      columns: [t.municipality, t.indicatorKey],
      foreignColumns: [indicator.municipality, indicator.indicatorKey],
    }).onDelete('cascade'),
  ],
);

/** 指標と計画項目 (many to many), as the revision says. */
export const planItemIndicator = pgTable(
  'plan_item_indicator',
  {
    municipality: municipality(),
    planKey: text('plan_key').notNull(),
    revision: integer('revision').notNull(),
    itemKey: text('item_key').notNull(),
    indicatorKey: text('indicator_key').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.planKey, t.revision, t.itemKey, t.indicatorKey] }),
    foreignKey({
      columns: [t.municipality, t.planKey, t.revision, t.itemKey],
      foreignColumns: [planItem.municipality, planItem.planKey, planItem.revision, planItem.itemKey],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.indicatorKey],
      foreignColumns: [indicator.municipality, indicator.indicatorKey],
    }),
  ],
);
