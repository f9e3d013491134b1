import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { IndicatorValue } from '../domain/indicator/indicator.ts';
import { indicator, indicatorValue } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** Holds the indicator until the transaction ends: its figures are written by one at a time. */
export const lockIndicator = async (
  tx: TenantTx,
  indicatorKey: string,
): Promise<{ version: number; unitKey: string | null; publishedAt: string | null } | null> => {
  const rows = await tx.q
    .select({
      version: indicator.version,
      unitKey: indicator.unitKey,
      publishedAt: indicator.publishedAt,
    })
    .from(indicator)
    .where(and(eq(indicator.municipality, tx.municipality), eq(indicator.indicatorKey, indicatorKey)))
    .for('update');
  return rows[0] ?? null;
};

const ofSeries = (tx: TenantTx, indicatorKey: string, stage: 'draft' | 'published') =>
  and(
    eq(indicatorValue.municipality, tx.municipality),
    eq(indicatorValue.indicatorKey, indicatorKey),
    eq(indicatorValue.stage, stage),
  );

/** Draft rows beside whatever is published. One statement. */
export const upsertDraftValues = async (
  tx: TenantTx,
  indicatorKey: string,
  values: readonly IndicatorValue[],
  stamp: Stamp,
): Promise<void> => {
  if (values.length === 0) return;
  await tx.q
    .insert(indicatorValue)
    .values(
      values.map((value) => ({
        municipality: tx.municipality,
        indicatorKey,
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
    });
};

/** Takes draft rows of these years back; what is published stays. */
export const deleteDraftValues = async (
  tx: TenantTx,
  indicatorKey: string,
  series: string,
  fiscalYears: readonly number[],
): Promise<void> => {
  if (fiscalYears.length === 0) return;
  await tx.q
    .delete(indicatorValue)
    .where(
      and(
        ofSeries(tx, indicatorKey, 'draft'),
        eq(indicatorValue.series, series),
        eq(indicatorValue.breakdown, ''),
        inArray(indicatorValue.fiscalYear, [...fiscalYears]),
      ),
    );
};

/** Takes draft cells of the actual figures' breakdowns back; what is published stays. */
export const deleteDraftCells = async (
  tx: TenantTx,
  indicatorKey: string,
  cells: readonly Pick<IndicatorValue, 'fiscalYear' | 'breakdown'>[],
): Promise<void> => {
  if (cells.length === 0) return;
  await tx.q
    .delete(indicatorValue)
    .where(
      and(
        ofSeries(tx, indicatorKey, 'draft'),
        eq(indicatorValue.series, 'actual'),
        or(
          ...cells.map(({ fiscalYear, breakdown }) =>
            and(eq(indicatorValue.fiscalYear, fiscalYear), eq(indicatorValue.breakdown, breakdown)),
          ),
        ),
      ),
    );
};

/** Every draft figure of the indicator becomes the published one. Returns how many. */
export const publishDraftValues = async (
  tx: TenantTx,
  indicatorKey: string,
  stamp: Stamp,
): Promise<number> => {
  const rows = await tx.q.execute(sql`
    INSERT INTO indicator_value AS v (municipality, indicator_key, series, fiscal_year, breakdown, stage, as_of, value,
      text, missing, standard_error, status, source, note, updated_at, updated_by)
    SELECT municipality, indicator_key, series, fiscal_year, breakdown, 'published', as_of, value,
      text, missing, standard_error, status, source, note, ${stamp.now}::timestamptz, ${stamp.by}::uuid
    FROM indicator_value
    WHERE municipality = ${tx.municipality} AND indicator_key = ${indicatorKey} AND stage = 'draft'
    ON CONFLICT (municipality, indicator_key, series, fiscal_year, breakdown, stage) DO UPDATE SET
      as_of = excluded.as_of, value = excluded.value, text = excluded.text, missing = excluded.missing,
      standard_error = excluded.standard_error, status = excluded.status,
      source = excluded.source, note = excluded.note, version = v.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    RETURNING v.fiscal_year`);
  await tx.q.delete(indicatorValue).where(ofSeries(tx, indicatorKey, 'draft'));
  return rows.length;
};

/** The indicator itself becomes public with its first publication. */
export const markIndicatorPublished = async (
  tx: TenantTx,
  indicatorKey: string,
  now: string,
): Promise<void> => {
  await tx.q
    .update(indicator)
    .set({ publishedAt: sql`coalesce(${indicator.publishedAt}, ${now}::timestamptz)`, updatedAt: now })
    .where(and(eq(indicator.municipality, tx.municipality), eq(indicator.indicatorKey, indicatorKey)));
};
