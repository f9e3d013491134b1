import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PopulationScenario } from '../domain/population/scenario.ts';
import type { PopulationSeries, PopulationTable } from '../domain/population/series.ts';
import { inChunks } from './in-chunks.ts';
import { populationScenario, populationSeries, populationTable } from './schema/population.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** A series as it is typed or read from a file. */
export type NewSeries = Omit<PopulationSeries, 'version'>;

/** A table of a series that is named elsewhere. */
export type NewTable = Omit<PopulationTable, 'seriesKey'>;

export const insertSeries = async (tx: TenantTx, series: NewSeries, stamp: Stamp): Promise<void> => {
  await tx.q.insert(populationSeries).values({
    municipality: tx.municipality,
    ...series,
    createdAt: stamp.now,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

/** Adds tables or puts these in the place of those of the same area and day; 500 rows a statement. */
export const saveTables = (tx: TenantTx, seriesKey: string, tables: readonly NewTable[]): Promise<void> =>
  inChunks(tables, 500, (chunk) =>
    tx.q
      .insert(populationTable)
      .values(chunk.map((table) => ({ municipality: tx.municipality, seriesKey, ...table })))
      .onConflictDoUpdate({
        target: [
          populationTable.municipality,
          populationTable.seriesKey,
          populationTable.areaKey,
          populationTable.date,
        ],
        set: { areaName: sql`excluded.area_name`, counts: sql`excluded.counts` },
      }),
  );

/** Takes away the tables of these areas and days. */
export const deleteTables = (
  tx: TenantTx,
  seriesKey: string,
  gone: readonly Pick<NewTable, 'areaKey' | 'date'>[],
): Promise<void> =>
  inChunks(gone, 500, (chunk) =>
    tx.q.delete(populationTable).where(
      and(
        eq(populationTable.municipality, tx.municipality),
        eq(populationTable.seriesKey, seriesKey),
        inArray(
          sql`${populationTable.areaKey} || ' ' || ${populationTable.date}`,
          chunk.map(({ areaKey, date }) => `${areaKey} ${date}`),
        ),
      ),
    ),
  );

/** Saves facts of a series when its version is still `expected`; null otherwise. Returns the new version. */
export const updateSeries = async (
  tx: TenantTx,
  seriesKey: string,
  change: Partial<Omit<PopulationSeries, 'seriesKey' | 'version'>>,
  expected: number,
  stamp: Stamp,
): Promise<number | null> => {
  const [row] = await tx.q
    .update(populationSeries)
    .set({
      ...change,
      version: sql`${populationSeries.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(populationSeries.municipality, tx.municipality),
        eq(populationSeries.seriesKey, seriesKey),
        eq(populationSeries.version, expected),
      ),
    )
    .returning({ version: populationSeries.version });
  return row?.version ?? null;
};

/** With its tables. False: somebody changed it meanwhile. */
export const deleteSeries = async (tx: TenantTx, seriesKey: string, expected: number): Promise<boolean> => {
  const rows = await tx.q
    .delete(populationSeries)
    .where(
      and(
        eq(populationSeries.municipality, tx.municipality),
        eq(populationSeries.seriesKey, seriesKey),
        eq(populationSeries.version, expected),
      ),
    )
    .returning({ version: populationSeries.version });
  return rows.length === 1;
};

export const insertScenario = async (
  tx: TenantTx,
  scenario: Pick<PopulationScenario, 'scenarioKey' | 'name' | 'description' | 'content'>,
  stamp: Stamp,
): Promise<void> => {
  await tx.q.insert(populationScenario).values({
    municipality: tx.municipality,
    ...scenario,
    publishedEdition: null,
    isAsPublished: false,
    createdAt: stamp.now,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

const theScenario = (tx: TenantTx, scenarioKey: string, expected: number) =>
  and(
    eq(populationScenario.municipality, tx.municipality),
    eq(populationScenario.scenarioKey, scenarioKey),
    eq(populationScenario.version, expected),
  );

/** Saves a scenario when its version is still `expected`; null otherwise. Returns the new version. */
export const updateScenario = async (
  tx: TenantTx,
  scenarioKey: string,
  change: Partial<Omit<PopulationScenario, 'scenarioKey' | 'version'>>,
  expected: number,
  stamp: Stamp,
): Promise<number | null> => {
  const [row] = await tx.q
    .update(populationScenario)
    .set({
      ...change,
      version: sql`${populationScenario.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(theScenario(tx, scenarioKey, expected))
    .returning({ version: populationScenario.version });
  return row?.version ?? null;
};

/** False: somebody changed it meanwhile. */
export const deleteScenario = async (
  tx: TenantTx,
  scenarioKey: string,
  expected: number,
): Promise<boolean> => {
  const rows = await tx.q
    .delete(populationScenario)
    .where(theScenario(tx, scenarioKey, expected))
    .returning({ version: populationScenario.version });
  return rows.length === 1;
};

/** What stands on a series is no longer what was published of it: its figures or its source have changed. */
export const unsettleScenarios = async (tx: TenantTx, seriesKey: string, stamp: Stamp): Promise<void> => {
  await tx.q
    .update(populationScenario)
    .set({ isAsPublished: false, updatedAt: stamp.now, updatedBy: stamp.by })
    .where(
      and(
        eq(populationScenario.municipality, tx.municipality),
        eq(populationScenario.isAsPublished, true),
        sql`${populationScenario.content} #>> '{baseline,seriesKey}' = ${seriesKey}`,
      ),
    );
};
