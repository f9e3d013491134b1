import {
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { roundTargets, roundTimings } from '../../domain/evaluation/round.ts';
import type { Answers, FrozenFigures } from '../../domain/evaluation/sheet.ts';
import { sheetStatuses } from '../../domain/evaluation/sheet-state.ts';
import { appUser } from './access.ts';
import { createdAt, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable, organisationUnit } from './organisation.ts';
import { schemeTable } from './scheme.ts';

/** 評価の様式と基準: EvaluationScheme (domain/evaluation/evaluation-scheme.ts) */
export const evaluationScheme = schemeTable('evaluation_scheme');

/** 評価の回: a year's programmes (or items of a plan) go through the stages of one scheme. */
export const evaluationRound = pgTable(
  'evaluation_round',
  {
    municipality: municipality(),
    roundKey: text('round_key').notNull(),
    title: text('title').notNull(),
    /** The year that is evaluated. */
    fiscalYear: integer('fiscal_year').notNull(),
    timing: text('timing', { enum: roundTimings }).notNull(),
    target: text('target', { enum: roundTargets }).notNull(),
    /** The plan whose items are evaluated; null for programmes. */
    planKey: text('plan_key'),
    schemeKey: text('scheme_key').notNull(),
    schemeVersion: integer('scheme_version').notNull(),
    state: text('state', { enum: ['preparing', 'open', 'closed', 'published'] }).notNull(),
    /** Day by which each stage is due, by stage key. */
    dueOn: jsonb('due_on').$type<Readonly<Record<string, string>>>().notNull(),
    note: text('note').notNull(),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    publishedAt: instant('published_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.roundKey] }),
    foreignKey({
      columns: [t.municipality, t.schemeKey, t.schemeVersion],
      foreignColumns: [
        evaluationScheme.municipality,
        evaluationScheme.schemeKey,
        evaluationScheme.schemeVersion,
      ],
    }),
  ],
);

/** 評価シート of one programme (or item) in a round. */
export const evaluationSheet = pgTable(
  'evaluation_sheet',
  {
    municipality: municipality(),
    roundKey: text('round_key').notNull(),
    /** programmeKey, or itemKey of the round's plan */
    subjectKey: text('subject_key').notNull(),
    position: integer('position').notNull(),
    /** The unit whose sheet it is, as when the round was opened. */
    unitKey: text('unit_key'),
    /** Stages this sheet goes through, in order (some stages look at some subjects only). */
    stageKeys: jsonb('stage_keys').$type<readonly string[]>().notNull(),
    /** '' : evaluated; otherwise the key of the scheme's exemption, and the sheet needs nothing. */
    exemption: text('exemption').notNull(),
    status: text('status', { enum: sheetStatuses }).notNull(),
    /** Index into stageKeys of the stage whose turn it is; their number once final. */
    stageIndex: integer('stage_index').notNull(),
    /** Why it was sent back or opened again; '' otherwise. */
    reason: text('reason').notNull(),
    /** Figures as they stood at the last approval. */
    figures: jsonb('figures').$type<FrozenFigures>(),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.roundKey, t.subjectKey] }),
    foreignKey({
      columns: [t.municipality, t.roundKey],
      foreignColumns: [evaluationRound.municipality, evaluationRound.roundKey],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** What one stage says on a sheet: its own record, whatever the other stages say. */
export const evaluationRecord = pgTable(
  'evaluation_record',
  {
    municipality: municipality(),
    roundKey: text('round_key').notNull(),
    subjectKey: text('subject_key').notNull(),
    stageKey: text('stage_key').notNull(),
    /** Answers by field name (domain/evaluation/sheet.ts). */
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** Names of the fields that were filled before anybody typed, with where from. */
    prefilled: jsonb('prefilled').$type<Readonly<Record<string, string>>>().notNull(),
    /** By people; null: nobody has written into it yet. What the sheet asks of people is told from these. */
    firstSavedAt: instant('first_saved_at'),
    lastSavedAt: instant('last_saved_at'),
    /** null: a draft; otherwise when it was handed on. */
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by'),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.roundKey, t.subjectKey, t.stageKey] }),
    foreignKey({
      columns: [t.municipality, t.roundKey, t.subjectKey],
      foreignColumns: [evaluationSheet.municipality, evaluationSheet.roundKey, evaluationSheet.subjectKey],
    }).onDelete('cascade'),
  ],
);

/** 経過: what happened to a sheet, in order. Rows are only added. */
export const evaluationEvent = pgTable(
  'evaluation_event',
  {
    municipality: municipality(),
    roundKey: text('round_key').notNull(),
    subjectKey: text('subject_key').notNull(),
    eventId: uuid('event_id').notNull(),
    kind: text('kind', {
      enum: ['submit', 'approve', 'return', 'take-back', 'reopen', 'decide', 'exempt', 'publish'],
    }).notNull(),
    stageKey: text('stage_key').notNull(),
    note: text('note').notNull(),
    happenedAt: instant('happened_at').notNull(),
    happenedBy: uuid('happened_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.roundKey, t.subjectKey, t.eventId] }),
    foreignKey({
      columns: [t.municipality, t.roundKey, t.subjectKey],
      foreignColumns: [evaluationSheet.municipality, evaluationSheet.roundKey, evaluationSheet.subjectKey],
    }).onDelete('cascade'),
  ],
);

/** 指摘: said of a subject in a round, carried to later years until it is answered. */
export const evaluationRemark = pgTable(
  'evaluation_remark',
  {
    municipality: municipality(),
    remarkId: uuid('remark_id').notNull(),
    target: text('target', { enum: roundTargets }).notNull(),
    subjectKey: text('subject_key').notNull(),
    /** Where it was said; null: brought over from before Rashin, with its year. */
    roundKey: text('round_key'),
    fiscalYear: integer('fiscal_year').notNull(),
    stageKey: text('stage_key').notNull(),
    body: text('body').notNull(),
    /** internal: not shown to external reviewers nor published */
    audience: text('audience', { enum: ['public', 'internal'] }).notNull(),
    answer: text('answer').notNull(),
    answeredRoundKey: text('answered_round_key'),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by'),
    version: version(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.remarkId] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

/** 代理: a person acts at a stage of a round in another's stead, for a unit or (null) for all. */
export const evaluationDelegation = pgTable(
  'evaluation_delegation',
  {
    municipality: municipality(),
    delegationId: uuid('delegation_id').notNull(),
    roundKey: text('round_key').notNull(),
    stageKey: text('stage_key').notNull(),
    unitKey: text('unit_key'),
    userId: uuid('user_id').notNull(),
    reason: text('reason').notNull(),
    validTo: date('valid_to', { mode: 'string' }),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.delegationId] }),
    unique().on(t.municipality, t.roundKey, t.stageKey, t.unitKey, t.userId),
    foreignKey({
      columns: [t.municipality, t.roundKey],
      foreignColumns: [evaluationRound.municipality, evaluationRound.roundKey],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.userId],
      foreignColumns: [appUser.municipality, appUser.userId],
    }).onDelete('cascade'),
  ],
);
