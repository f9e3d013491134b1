import { and, asc, eq } from 'drizzle-orm';
import { indicator } from './schema/indicator.ts';
import { planItem } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

/** Every indicator of the town by name: for choosing, and for knowing which keys exist. */
export const listIndicatorNames = (tx: TenantTx) =>
  tx.q
    .select({
      indicatorKey: indicator.indicatorKey,
      name: indicator.name,
      unit: indicator.unit,
      unitKey: indicator.unitKey,
    })
    .from(indicator)
    .where(eq(indicator.municipality, tx.municipality))
    .orderBy(asc(indicator.position), asc(indicator.indicatorKey));

/** What an item is called in a revision; null when it is not in it. */
export const findItemTitle = async (
  tx: TenantTx,
  at: RevisionReference,
  itemKey: string,
): Promise<string | null> => {
  const rows = await tx.q
    .select({ title: planItem.title })
    .from(planItem)
    .where(
      and(
        eq(planItem.municipality, tx.municipality),
        eq(planItem.planKey, at.planKey),
        eq(planItem.revision, at.revision),
        eq(planItem.itemKey, itemKey),
      ),
    );
  return rows[0]?.title ?? null;
};
