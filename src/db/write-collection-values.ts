import { and, asc, eq, inArray } from 'drizzle-orm';
import { publishDrafts } from './draft-values.ts';
import { indicator, indicatorValue } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

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
  return publishDrafts(tx, draftsOf(tx, keys, fiscalYear), stamp);
};
