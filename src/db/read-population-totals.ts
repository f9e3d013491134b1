import { and, asc, eq, sql } from 'drizzle-orm';
import type { SeriesKind } from '../domain/population/series.ts';
import { isoInstant } from './instant.ts';
import { populationSeries, populationTable } from './schema/population.ts';
import type { ReadTx } from './tenant.ts';

/** 総人口 of the whole town on one day, with the name of the series that says so. */
export interface TownTotal {
  readonly seriesKey: string;
  readonly kind: SeriesKind;
  readonly name: string;
  /** '' unknown */
  readonly publishedOn: string;
  /** ISO day */
  readonly date: string;
  readonly total: number;
}

/** Totals of the town of all published series, by day, without their tables by age: one query. */
export const listPublishedTotals = async (tx: ReadTx): Promise<readonly TownTotal[]> =>
  tx.q
    .select({
      seriesKey: populationSeries.seriesKey,
      kind: populationSeries.kind,
      name: populationSeries.name,
      publishedOn: populationSeries.publishedOn,
      date: populationTable.date,
      total: sql<number>`(${populationTable.counts} ->> 'total')::float8`,
    })
    .from(populationTable)
    .innerJoin(
      populationSeries,
      and(
        eq(populationSeries.municipality, populationTable.municipality),
        eq(populationSeries.seriesKey, populationTable.seriesKey),
      ),
    )
    .where(
      and(
        eq(populationTable.municipality, tx.municipality),
        eq(populationTable.areaKey, ''),
        eq(populationSeries.state, 'published'),
      ),
    )
    .orderBy(asc(populationTable.date), asc(populationSeries.seriesKey));

/** A published series as news of it needs it. */
export interface PublishedSeries {
  readonly seriesKey: string;
  readonly name: string;
  readonly source: string;
  /** ISO instant */
  readonly updatedAt: string;
}

/** Published series without figures, by name: one query. */
export const listPublishedSeries = async (tx: ReadTx): Promise<readonly PublishedSeries[]> => {
  const rows = await tx.q
    .select({
      seriesKey: populationSeries.seriesKey,
      name: populationSeries.name,
      source: populationSeries.source,
      updatedAt: populationSeries.updatedAt,
    })
    .from(populationSeries)
    .where(and(eq(populationSeries.municipality, tx.municipality), eq(populationSeries.state, 'published')))
    .orderBy(asc(populationSeries.name), asc(populationSeries.seriesKey));
  return rows.map((row) => ({ ...row, updatedAt: isoInstant(row.updatedAt) }));
};
