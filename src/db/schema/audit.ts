import { bigint, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, municipality } from './columns.ts';

/** 監査証跡. Written by triggers only; hash-chained per municipality (see migrations/…_security.sql). */
export const auditEvent = pgTable(
  'audit_event',
  {
    municipality: municipality(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    /** User id, or 'system'/'cli'. */
    actor: text('actor').notNull(),
    /** From where: 'web 192.0.2.1', 'cli', 'demo'. */
    origin: text('origin').notNull(),
    action: text('action', { enum: ['insert', 'update', 'delete', 'note'] }).notNull(),
    entity: text('entity').notNull(),
    entityKey: jsonb('entity_key').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.municipality, t.seq] }), index().on(t.municipality, t.entity, t.seq)],
);

/** End of each chain, so that rows cut from the end are noticed. */
export const auditHead = pgTable('audit_head', {
  municipality: text('municipality').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});
