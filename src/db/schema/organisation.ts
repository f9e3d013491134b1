import { date, foreignKey, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { EarlierPlace } from '../../domain/organisation/unit.ts';
import { createdAt, instant, municipality, updatedAt, version } from './columns.ts';

/** 団体: the tenant of everything else. `publicSince` null: the public site is not open yet. */
export const municipalityTable = pgTable('municipality', {
  municipality: text('municipality').primaryKey(),
  name: text('name').notNull(),
  nameKana: text('name_kana').notNull(),
  nameEn: text('name_en').notNull(),
  prefecture: text('prefecture').notNull(),
  /** Accent colour of the public pages, #rrggbb, checked for contrast. */
  accentColour: text('accent_colour').notNull(),
  /** MunicipalitySettings (domain/kernel/settings.ts); nothing secret, the public role may read it. */
  settings: jsonb('settings').notNull().default({}),
  publicSince: instant('public_since'),
  /** Last article number given out (記事番号). */
  articleCounter: integer('article_counter').notNull().default(0),
  version: version(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const organisationUnit = pgTable(
  'organisation_unit',
  {
    municipality: municipality(),
    unitKey: text('unit_key').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    parentKey: text('parent_key'),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }),
    position: integer('position').notNull(),
    earlierPlaces: jsonb('earlier_places').$type<readonly EarlierPlace[]>().notNull().default([]),
    version: version(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.unitKey] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
    foreignKey({ columns: [t.municipality, t.parentKey], foreignColumns: [t.municipality, t.unitKey] }),
  ],
);

export const unitSuccession = pgTable(
  'unit_succession',
  {
    municipality: municipality(),
    predecessorKey: text('predecessor_key').notNull(),
    successorKey: text('successor_key').notNull(),
    succeededOn: date('succeeded_on', { mode: 'string' }).notNull(),
    kind: text('kind', { enum: ['rename', 'merge', 'split', 'transfer'] }).notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.predecessorKey, t.successorKey, t.succeededOn] }),
    foreignKey({
      columns: [t.municipality, t.predecessorKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
    foreignKey({
      columns: [t.municipality, t.successorKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

export const area = pgTable(
  'area',
  {
    municipality: municipality(),
    areaKey: text('area_key').notNull(),
    name: text('name').notNull(),
    layer: text('layer', { enum: ['region', 'municipality', 'district', 'school-district'] }).notNull(),
    parentKey: text('parent_key'),
    position: integer('position').notNull(),
    version: version(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.areaKey] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
    foreignKey({ columns: [t.municipality, t.parentKey], foreignColumns: [t.municipality, t.areaKey] }),
  ],
);
