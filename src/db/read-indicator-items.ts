import { and, asc, eq } from 'drizzle-orm';
import { planItemIndicator } from './schema/indicator.ts';
import { planItem } from './schema/plan.ts';
import type { ReadTx } from './tenant.ts';

export interface MeasuredItem {
  readonly planKey: string;
  readonly revision: number;
  readonly itemKey: string;
  readonly title: string;
}

/** The items an indicator measures, in every revision the reader may see. */
export const listItemsOfIndicator = (tx: ReadTx, indicatorKey: string): Promise<readonly MeasuredItem[]> =>
  tx.q
    .select({
      planKey: planItem.planKey,
      revision: planItem.revision,
      itemKey: planItem.itemKey,
      title: planItem.title,
    })
    .from(planItemIndicator)
    .innerJoin(
      planItem,
      and(
        eq(planItem.municipality, planItemIndicator.municipality),
        eq(planItem.planKey, planItemIndicator.planKey),
        eq(planItem.revision, planItemIndicator.revision),
        eq(planItem.itemKey, planItemIndicator.itemKey),
      ),
    )
    .where(
      and(
        eq(planItemIndicator.municipality, tx.municipality),
        eq(planItem.municipality, tx.municipality),
        eq(planItemIndicator.indicatorKey, indicatorKey),
      ),
    )
    .orderBy(asc(planItem.planKey), asc(planItem.position), asc(planItem.itemKey));
