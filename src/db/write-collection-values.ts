import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { IndicatorValue } from '../domain/indicator/indicator.ts';
import { inChunks } from './in-chunks.ts';
import { indicator, indicatorValue } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export type ValueOfIndicator = IndicatorValue & { readonly indicatorKey: string };

/** Holds the indicators until the transaction ends, always in the same order: two blocks never wait for each other. */
export const lockIndicators = async (tx: TenantTx, keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return;
  await tx.q
    .select({ indicatorKey: indicator.indicatorKey })
    .from(indicator)
    .where(and(eq(indicator.municipality, tx.municipality), inArray(indicator.indicatorKey, [...keys])))
    .orderBy(asc(indicator.indicatorKey))
    .for('update');
};

const draftsOf = (tx: TenantTx, keys: readonly string[], fiscalYear: number) =>
  and(
    eq(indicatorValue.municipality, tx.municipality),
    inArray(indicatorValue.indicatorKey, [...keys]),
    eq(indicatorValue.series, 'actual'),
    eq(indicatorValue.fiscalYear, fiscalYear),
    eq(indicatorValue.stage, 'draft'),
  );

/** Draft figures of many indicators beside whatever is published. */
export const upsertDraftsOfMany = (
  tx: TenantTx,
  values: readonly ValueOfIndicator[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(values, 2000, (chunk) =>
    tx.q
      .insert(indicatorValue)
      .values(
        chunk.map((value) => ({
          municipality: tx.municipality,
          ...value,
          stage: 'draft' as const,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [
          indicatorValue.municipality,
          indicatorValue.indicatorKey,
          indicatorValue.series,
          indicatorValue.fiscalYear,
          indicatorValue.breakdown,
          indicatorValue.stage,
        ],
        set: {
          asOf: sql`excluded.as_of`,
          value: sql`excluded.value`,
          text: sql`excluded.text`,
          missing: sql`excluded.missing`,
          standardError: sql`excluded.standard_error`,
          status: sql`excluded.status`,
          source: sql`excluded.source`,
          note: sql`excluded.note`,
          version: sql`${indicatorValue.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

/** Takes drafts of the whole back; what is published stays. */
export const deleteDraftsOfMany = async (
  tx: TenantTx,
  keys: readonly string[],
  fiscalYear: number,
): Promise<void> => {
  if (keys.length === 0) return;
  await tx.q
    .delete(indicatorValue)
    .where(and(draftsOf(tx, keys, fiscalYear), eq(indicatorValue.breakdown, '')));
};

/** Every draft of the year, of the whole and of its parts, becomes the published figure. Returns how many. */
export const publishDraftsOfMany = async (
  tx: TenantTx,
  keys: readonly string[],
  fiscalYear: number,
  stamp: Stamp,
): Promise<number> => {
  if (keys.length === 0) return 0;
  const drafts = draftsOf(tx, keys, fiscalYear);
  const rows = await tx.q.execute(sql`
    INSERT INTO indicator_value AS v (municipality, indicator_key, series, fiscal_year, breakdown, stage, as_of, value,
      text, missing, standard_error, status, source, note, updated_at, updated_by)
    SELECT municipality, indicator_key, series, fiscal_year, breakdown, 'published', as_of, value,
      text, missing, standard_error, status, source, note, ${stamp.now}::timestamptz, ${stamp.by}::uuid
    FROM indicator_value WHERE ${drafts}
    ON CONFLICT (municipality, indicator_key, series, fiscal_year, breakdown, stage) DO UPDATE SET
      as_of = excluded.as_of, value = excluded.value, text = excluded.text, missing = excluded.missing,
      standard_error = excluded.standard_error, status = excluded.status,
      source = excluded.source, note = excluded.note, version = v.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    RETURNING v.fiscal_year`);
  await tx.q.delete(indicatorValue).where(drafts);
  return rows.length;
};
