import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, municipality, updatedAt, version } from './columns.ts';
import { indicator } from './indicator.ts';
import { schemeTable } from './scheme.ts';

/** 判定基準: as `bin/rashin judge` reads it. */
export const judgementScheme = schemeTable('judgement_scheme');

/** Which version a fiscal year's figures are judged by, and what citizens see of it. */
export const judgementYear = pgTable(
  'judgement_year',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    schemeKey: text('scheme_key').notNull(),
    schemeVersion: integer('scheme_version').notNull(),
    reason: text('reason').notNull(),
    /** Whether the human judgement is published beside the machine's. */
    publishesHuman: text('publishes_human', { enum: ['yes', 'no'] }).notNull(),
    /** null: not public yet */
    publishedAt: instant('published_at'),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear] }),
    foreignKey({
      columns: [t.municipality, t.schemeKey, t.schemeVersion],
      foreignColumns: [
        judgementScheme.municipality,
        judgementScheme.schemeKey,
        judgementScheme.schemeVersion,
      ],
    }),
  ],
);

/**
 * 人による判定 of one indicator's year: a mark the scheme asks for, or another grade than the machine's on an axis.
 * What it was before is in the audit trail.
 */
export const humanJudgement = pgTable(
  'human_judgement',
  {
    municipality: municipality(),
    indicatorKey: text('indicator_key').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    kind: text('kind', { enum: ['mark', 'override'] }).notNull(),
    /** The mark's key, or the axis'. */
    subject: text('subject').notNull(),
    /** The choice, or the grade. */
    choice: text('choice').notNull(),
    reason: text('reason').notNull(),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.indicatorKey, t.fiscalYear, t.kind, t.subject] }),
    foreignKey({
      columns: [t.municipality, t.indicatorKey],
      foreignColumns: [indicator.municipality, indicator.indicatorKey],
    }).onDelete('cascade'),
  ],
);
