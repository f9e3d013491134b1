import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable } from './organisation.ts';

/**
 * Rules a town writes for itself: to judge figures, to evaluate, to allot a budget. A row is one version of one of them.
 * Once adopted it does not change; the next version does.
 */
export const schemeTable = (name: string) =>
  pgTable(
    name,
    {
      municipality: municipality(),
      schemeKey: text('scheme_key').notNull(),
      schemeVersion: integer('scheme_version').notNull(),
      name: text('name').notNull(),
      /** As the reader of its kind takes it (src/app). */
      content: jsonb('content').$type<unknown>().notNull(),
      state: text('state', { enum: ['draft', 'adopted'] }).notNull(),
      adoptedAt: instant('adopted_at'),
      version: version(),
      createdAt: createdAt(),
      updatedAt: updatedAt(),
      updatedBy: uuid('updated_by'),
    },
    (t) => [
      primaryKey({ columns: [t.municipality, t.schemeKey, t.schemeVersion] }),
      foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
    ],
  );

export type SchemeTable = ReturnType<typeof schemeTable>;
