import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ScenarioContent } from '../../domain/population/scenario.ts';
import { seriesKinds, type TableCounts } from '../../domain/population/series.ts';
import { createdAt, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable } from './organisation.ts';

/** 出典のある人口の系列. The public role reads the published ones. */
export const populationSeries = pgTable(
  'population_series',
  {
    municipality: municipality(),
    seriesKey: text('series_key').notNull(),
    kind: text('kind', { enum: seriesKinds }).notNull(),
    name: text('name').notNull(),
    publisher: text('publisher').notNull(),
    source: text('source').notNull(),
    publishedOn: text('published_on').notNull(),
    baseYear: integer('base_year'),
    terms: text('terms').notNull(),
    note: text('note').notNull(),
    state: text('state', { enum: ['draft', 'published'] }).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.seriesKey] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

/** 人口表: one area on one day. */
export const populationTable = pgTable(
  'population_table',
  {
    municipality: municipality(),
    seriesKey: text('series_key').notNull(),
    /** '' the whole town */
    areaKey: text('area_key').notNull(),
    /** ISO day */
    date: text('date').notNull(),
    areaName: text('area_name').notNull(),
    counts: jsonb('counts').$type<TableCounts>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.seriesKey, t.areaKey, t.date] }),
    foreignKey({
      columns: [t.municipality, t.seriesKey],
      foreignColumns: [populationSeries.municipality, populationSeries.seriesKey],
    }).onDelete('cascade'),
  ],
);

/** 人口シナリオ as it is worked on; publishing copies it into `publication`. */
export const populationScenario = pgTable(
  'population_scenario',
  {
    municipality: municipality(),
    scenarioKey: text('scenario_key').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    content: jsonb('content').$type<ScenarioContent>().notNull(),
    publishedEdition: integer('published_edition'),
    isAsPublished: boolean('is_as_published').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.scenarioKey] }),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);
