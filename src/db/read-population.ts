import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { PathShape } from '../domain/indicator/indicator.ts';
import type { PopulationScenario } from '../domain/population/scenario.ts';
import type { PopulationSeries, PopulationTable, SeriesWithTables } from '../domain/population/series.ts';
import { areReadableCounts, storedContent } from '../domain/population/stored-content.ts';
import { isoInstant } from './instant.ts';
import { appUser } from './schema/access.ts';
import { indicator } from './schema/indicator.ts';
import { municipalityTable } from './schema/organisation.ts';
import { populationScenario, populationSeries, populationTable } from './schema/population.ts';
import type { ReadTx, TenantTx } from './tenant.ts';

const seriesColumns = {
  seriesKey: populationSeries.seriesKey,
  kind: populationSeries.kind,
  name: populationSeries.name,
  publisher: populationSeries.publisher,
  source: populationSeries.source,
  publishedOn: populationSeries.publishedOn,
  baseYear: populationSeries.baseYear,
  terms: populationSeries.terms,
  note: populationSeries.note,
  state: populationSeries.state,
  version: populationSeries.version,
};

/** Which series are read: all the reader may see where no keys are named. */
interface Which {
  readonly seriesKeys?: readonly string[] | undefined;
}

/**
 * Series without their tables, in the order of their names within a kind. The public role is given published ones only,
 * staff all.
 */
export const listSeries = async (
  tx: ReadTx,
  { seriesKeys }: Which = {},
): Promise<readonly PopulationSeries[]> =>
  tx.q
    .select(seriesColumns)
    .from(populationSeries)
    .where(
      and(
        eq(populationSeries.municipality, tx.municipality),
        seriesKeys === undefined ? undefined : inArray(populationSeries.seriesKey, [...seriesKeys]),
      ),
    )
    .orderBy(asc(populationSeries.kind), asc(populationSeries.baseYear), asc(populationSeries.seriesKey));

/**
 * Series with their tables of all areas and days; two queries, however many there are. The public role is given
 * published ones only, staff all. Counts are persons, as published.
 */
export const loadSeries = async (tx: ReadTx, which: Which = {}): Promise<readonly SeriesWithTables[]> => {
  const series = await listSeries(tx, which);
  if (series.length === 0) return [];
  const rows: readonly PopulationTable[] = await tx.q
    .select({
      seriesKey: populationTable.seriesKey,
      areaKey: populationTable.areaKey,
      areaName: populationTable.areaName,
      date: populationTable.date,
      counts: populationTable.counts,
    })
    .from(populationTable)
    .where(
      and(
        eq(populationTable.municipality, tx.municipality),
        which.seriesKeys === undefined
          ? undefined
          : inArray(populationTable.seriesKey, [...which.seriesKeys]),
      ),
    )
    .orderBy(asc(populationTable.seriesKey), asc(populationTable.areaKey), asc(populationTable.date));
  const tables = Map.groupBy(rows, ({ seriesKey }) => seriesKey);
  return series.map((each) => withReadable(each, tables.get(each.seriesKey) ?? []));
};

const withReadable = (series: PopulationSeries, all: readonly PopulationTable[]): SeriesWithTables => {
  const tables = all.filter(({ counts }) => areReadableCounts(counts));
  if (tables.length === all.length) return { series, tables };
  const unreadable = all.filter(({ counts }) => !areReadableCounts(counts));
  return { series, tables, unreadable: unreadable.map(({ areaName, date }) => ({ areaName, date })) };
};

/** Holds a series until the transaction ends: what leans on it or replaces its tables waits. Null: there is none. */
export const lockSeries = async (tx: TenantTx, seriesKey: string): Promise<PopulationSeries | null> => {
  const [row] = await tx.q
    .select(seriesColumns)
    .from(populationSeries)
    .where(and(eq(populationSeries.municipality, tx.municipality), eq(populationSeries.seriesKey, seriesKey)))
    .for('update');
  return row ?? null;
};

/** Imports of a town come one after another until the transaction ends: two of one file could both find nothing there. */
export const lockSeriesOfTown = async (tx: TenantTx): Promise<void> => {
  await tx.q
    .select({ municipality: municipalityTable.municipality })
    .from(municipalityTable)
    .where(eq(municipalityTable.municipality, tx.municipality))
    .for('update');
};

const scenarioColumns = {
  scenarioKey: populationScenario.scenarioKey,
  name: populationScenario.name,
  description: populationScenario.description,
  content: populationScenario.content,
  version: populationScenario.version,
  publishedEdition: populationScenario.publishedEdition,
  isAsPublished: populationScenario.isAsPublished,
};

/** Scenarios as they are worked on, by name. The public reads editions (`loadPublications`, 'population-scenario'). */
export const loadScenarios = async (tx: TenantTx): Promise<readonly PopulationScenario[]> => {
  const rows = await tx.q
    .select(scenarioColumns)
    .from(populationScenario)
    .where(eq(populationScenario.municipality, tx.municipality))
    .orderBy(asc(populationScenario.name), asc(populationScenario.scenarioKey));
  return rows.map((row) => ({ ...row, content: storedContent(row.content) }));
};

/** Null: there is none. `lock`: holds it until the transaction ends. */
export const findScenario = async (
  tx: TenantTx,
  scenarioKey: string,
  lock?: 'update',
): Promise<PopulationScenario | null> => {
  const query = tx.q
    .select(scenarioColumns)
    .from(populationScenario)
    .where(
      and(
        eq(populationScenario.municipality, tx.municipality),
        eq(populationScenario.scenarioKey, scenarioKey),
      ),
    );
  const [row] = await (lock === undefined ? query : query.for(lock));
  return row === undefined ? null : { ...row, content: storedContent(row.content) };
};

/** Who wrote a series or a scenario last, and when. */
export interface LastWritten {
  readonly key: string;
  /** Display name; '' for what came with a data file */
  readonly by: string;
  /** ISO instant */
  readonly at: string;
}

/** Of every series of the town. */
export const listSeriesWriters = async (tx: TenantTx): Promise<readonly LastWritten[]> => {
  const rows = await tx.q
    .select({
      key: populationSeries.seriesKey,
      by: appUser.displayName,
      at: populationSeries.updatedAt,
    })
    .from(populationSeries)
    .leftJoin(
      appUser,
      and(
        eq(appUser.municipality, populationSeries.municipality),
        eq(appUser.userId, populationSeries.updatedBy),
      ),
    )
    .where(eq(populationSeries.municipality, tx.municipality));
  return rows.map(({ key, by, at }) => ({ key, by: by ?? '', at: isoInstant(at) }));
};

/** Of every scenario of the town. */
export const listScenarioWriters = async (tx: TenantTx): Promise<readonly LastWritten[]> => {
  const rows = await tx.q
    .select({
      key: populationScenario.scenarioKey,
      by: appUser.displayName,
      at: populationScenario.updatedAt,
    })
    .from(populationScenario)
    .leftJoin(
      appUser,
      and(
        eq(appUser.municipality, populationScenario.municipality),
        eq(appUser.userId, populationScenario.updatedBy),
      ),
    )
    .where(eq(populationScenario.municipality, tx.municipality));
  return rows.map(({ key, by, at }) => ({ key, by: by ?? '', at: isoInstant(at) }));
};

/** An indicator whose expected path was taken from a scenario. */
export interface AttachedIndicator {
  readonly indicatorKey: string;
  readonly name: string;
  readonly scenario: NonNullable<PathShape['scenario']>;
}

/** All of the town, in its order of indicators. */
export const listAttachedIndicators = async (tx: TenantTx): Promise<readonly AttachedIndicator[]> => {
  const rows = await tx.q
    .select({ indicatorKey: indicator.indicatorKey, name: indicator.name, path: indicator.path })
    .from(indicator)
    .where(and(eq(indicator.municipality, tx.municipality), sql`${indicator.path} -> 'scenario' IS NOT NULL`))
    .orderBy(asc(indicator.position), asc(indicator.indicatorKey));
  return rows.flatMap(({ path: { scenario }, ...row }) =>
    scenario === undefined ? [] : [{ ...row, scenario }],
  );
};
