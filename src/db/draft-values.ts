import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { IndicatorValue } from '../domain/indicator/indicator.ts';
import { inChunks } from './in-chunks.ts';
import { indicatorValue } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export type ValueOfIndicator = IndicatorValue & { readonly indicatorKey: string };

const ofSameFigure = (column: AnyPgColumn): SQL =>
  sql`CASE WHEN ${indicatorValue.value} IS NOT DISTINCT FROM excluded.value THEN ${column} END`;

/** Draft figures of any indicators beside whatever is published. One statement for 2,000. */
export const upsertDrafts = (
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
          // 確かめた was said of that figure, whatever is written about it afterwards.
          confirmedAt: ofSameFigure(indicatorValue.confirmedAt),
          confirmedBy: ofSameFigure(indicatorValue.confirmedBy),
          version: sql`${indicatorValue.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

/** The drafts chosen (`drafts` names the town and the stage too) become the published figures. Returns how many. */
export const publishDrafts = async (tx: TenantTx, drafts: SQL | undefined, stamp: Stamp): Promise<number> => {
  const rows = await tx.q.execute(sql`
    INSERT INTO indicator_value AS v (municipality, indicator_key, series, fiscal_year, breakdown, stage, as_of, value,
      text, missing, standard_error, status, source, note, confirmed_at, confirmed_by, updated_at, updated_by)
    SELECT municipality, indicator_key, series, fiscal_year, breakdown, 'published', as_of, value,
      text, missing, standard_error, status, source, note, confirmed_at, confirmed_by, ${stamp.now}::timestamptz, ${stamp.by}::uuid
    FROM indicator_value WHERE ${drafts}
    ON CONFLICT (municipality, indicator_key, series, fiscal_year, breakdown, stage) DO UPDATE SET
      as_of = excluded.as_of, value = excluded.value, text = excluded.text, missing = excluded.missing,
      standard_error = excluded.standard_error, status = excluded.status,
      source = excluded.source, note = excluded.note, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by,
      version = v.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    RETURNING v.fiscal_year`);
  await tx.q.delete(indicatorValue).where(drafts);
  return rows.length;
};
