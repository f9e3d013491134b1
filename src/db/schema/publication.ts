import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { publicationKinds } from '../../domain/evaluation/publication.ts';
import { instant, municipality } from './columns.ts';
import { municipalityTable } from './organisation.ts';

/**
 * 公表したもの: evaluations, budgets and implementation plans as they were published. The public role reads these and
 * none of the tables they are made from; rows never change. A correction is the next edition.
 */
export const publication = pgTable(
  'publication',
  {
    municipality: municipality(),
    kind: text('kind', { enum: publicationKinds }).notNull(),
    /** roundKey; fiscal year of the budget; first year of the implementation plan */
    key: text('key').notNull(),
    edition: integer('edition').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    title: text('title').notNull(),
    /** Why there is a further edition; '' for the first. */
    reason: text('reason').notNull(),
    /** What the entries share: scheme, words, basis of the amounts. */
    content: jsonb('content').$type<unknown>().notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: uuid('published_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.kind, t.key, t.edition] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

export const publicationEntry = pgTable(
  'publication_entry',
  {
    municipality: municipality(),
    kind: text('kind', { enum: publicationKinds }).notNull(),
    key: text('key').notNull(),
    edition: integer('edition').notNull(),
    subjectKey: text('subject_key').notNull(),
    position: integer('position').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.kind, t.key, t.edition, t.subjectKey] }),
    foreignKey({
      columns: [t.municipality, t.kind, t.key, t.edition],
      foreignColumns: [publication.municipality, publication.kind, publication.key, publication.edition],
    }).onDelete('cascade'),
  ],
);
