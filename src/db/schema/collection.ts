import { date, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { appUser } from './access.ts';
import { createdAt, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable, organisationUnit } from './organisation.ts';

/** 実績の照会: the figures of one fiscal year are asked for, until a day. */
export const collection = pgTable(
  'collection',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    note: text('note').notNull(),
    closedAt: instant('closed_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

/** 入力表: what one unit enters for a collection. No row: nobody has sent it in yet. */
export const collectionSheet = pgTable(
  'collection_sheet',
  {
    municipality: municipality(),
    fiscalYear: integer('fiscal_year').notNull(),
    unitKey: text('unit_key').notNull(),
    state: text('state', { enum: ['open', 'submitted', 'returned', 'approved'] }).notNull(),
    /** Another day than the collection's, for this unit. */
    dueOn: date('due_on', { mode: 'string' }),
    /** Why it was sent back. */
    reason: text('reason').notNull(),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by'),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
    version: version(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.fiscalYear, t.unitKey] }),
    foreignKey({
      columns: [t.municipality, t.fiscalYear],
      foreignColumns: [collection.municipality, collection.fiscalYear],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 送るメール. Written with what it is about in one transaction; sent afterwards. */
export const mail = pgTable(
  'mail',
  {
    municipality: municipality(),
    mailId: uuid('mail_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** What it is about, so that the same reminder does not go out twice a day. */
    subjectKey: text('subject_key').notNull(),
    address: text('address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    sentAt: instant('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    /** Why the last attempt failed; '' when none did. */
    failure: text('failure').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.mailId] }),
    foreignKey({
      columns: [t.municipality, t.userId],
      foreignColumns: [appUser.municipality, appUser.userId],
    }).onDelete('cascade'),
  ],
);
