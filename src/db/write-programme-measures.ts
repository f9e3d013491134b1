import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { Measure, MeasureYear } from '../domain/programme/programme.ts';
import { inChunks } from './in-chunks.ts';
import { measure, measureYear, programmeMeasure } from './schema/programme.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export interface ProgrammeMeasureLink {
  readonly programmeKey: string;
  readonly measureKey: string;
  readonly position: number;
}

const over = (column: { readonly name: string }) => sql.raw(`excluded."${column.name}"`);

/** Holds measures until the transaction ends: a shared one may be written from two programmes. */
export const lockMeasures = async (
  tx: TenantTx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (keys.length === 0) return new Map();
  const rows = await tx.q
    .select({ measureKey: measure.measureKey, version: measure.version })
    .from(measure)
    .where(and(eq(measure.municipality, tx.municipality), inArray(measure.measureKey, [...keys])))
    .orderBy(measure.measureKey)
    .for('update');
  return new Map(rows.map(({ measureKey, version }) => [measureKey, version]));
};

/** New measures, and all fields of those that are there. */
export const saveMeasures = (tx: TenantTx, measures: readonly Measure[], stamp: Stamp): Promise<void> =>
  inChunks(measures, 2000, (chunk) =>
    tx.q
      .insert(measure)
      .values(
        chunk.map(({ measureKey, kind, name, unit, direction, indicatorKey }) => ({
          municipality: tx.municipality,
          measureKey,
          kind,
          name,
          unit,
          direction,
          indicatorKey,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [measure.municipality, measure.measureKey],
        set: {
          kind: over(measure.kind),
          name: over(measure.name),
          unit: over(measure.unit),
          direction: over(measure.direction),
          indicatorKey: over(measure.indicatorKey),
          version: sql`${measure.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

/** Figures of measures, new or over what is there. */
export const saveMeasureYears = (tx: TenantTx, years: readonly MeasureYear[], stamp: Stamp): Promise<void> =>
  inChunks(years, 2000, (chunk) =>
    tx.q
      .insert(measureYear)
      .values(
        chunk.map(({ measureKey, fiscalYear, target, actual, actualText, missing }) => ({
          municipality: tx.municipality,
          measureKey,
          fiscalYear,
          target,
          actual,
          actualText,
          missing,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [measureYear.municipality, measureYear.measureKey, measureYear.fiscalYear],
        set: {
          target: over(measureYear.target),
          actual: over(measureYear.actual),
          actualText: over(measureYear.actualText),
          missing: over(measureYear.missing),
          version: sql`${measureYear.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

/** Which measures these programmes have, as a whole. A measure nobody has any more stays: its figures are history. */
export const replaceProgrammeMeasures = async (
  tx: TenantTx,
  programmeKeys: readonly string[],
  links: readonly ProgrammeMeasureLink[],
): Promise<void> => {
  if (programmeKeys.length === 0) return;
  await tx.q
    .delete(programmeMeasure)
    .where(
      and(
        eq(programmeMeasure.municipality, tx.municipality),
        inArray(programmeMeasure.programmeKey, [...programmeKeys]),
      ),
    );
  await inChunks(links, 5000, (chunk) =>
    tx.q.insert(programmeMeasure).values(chunk.map((link) => ({ municipality: tx.municipality, ...link }))),
  );
};

/** Takes away a measure that no programme has and that has no figure: one that was entered by mistake. */
export const deleteUnusedMeasures = async (tx: TenantTx, keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return;
  await tx.q.delete(measure).where(
    and(
      eq(measure.municipality, tx.municipality),
      inArray(measure.measureKey, [...keys]),
      notExists(
        tx.q
          .select({ one: sql`1` })
          .from(programmeMeasure)
          .where(
            and(
              eq(programmeMeasure.municipality, measure.municipality),
              eq(programmeMeasure.measureKey, measure.measureKey),
            ),
          ),
      ),
      notExists(
        tx.q
          .select({ one: sql`1` })
          .from(measureYear)
          .where(
            and(
              eq(measureYear.municipality, measure.municipality),
              eq(measureYear.measureKey, measure.measureKey),
            ),
          ),
      ),
    ),
  );
};
