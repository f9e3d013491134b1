import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { IndicatorValue } from '../domain/indicator/indicator.ts';
import { publishDrafts, upsertDrafts } from './draft-values.ts';
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
export const upsertDraftValues = (
  tx: TenantTx,
  indicatorKey: string,
  values: readonly IndicatorValue[],
  stamp: Stamp,
): Promise<void> =>
  upsertDrafts(
    tx,
    values.map((value) => ({ ...value, indicatorKey })),
    stamp,
  );

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
export const publishDraftValues = (tx: TenantTx, indicatorKey: string, stamp: Stamp): Promise<number> =>
  publishDrafts(tx, ofSeries(tx, indicatorKey, 'draft'), stamp);

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
