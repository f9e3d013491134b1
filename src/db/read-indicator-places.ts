import { and, asc, eq, or } from 'drizzle-orm';
import { planItemIndicator } from './schema/indicator.ts';
import { planItem } from './schema/plan.ts';
import type { ReadTx } from './tenant.ts';

/** An item as the roll-up needs it. */
export interface PlacedItem {
  readonly planKey: string;
  readonly itemKey: string;
  readonly parentKey: string | null;
  readonly levelKey: string;
  readonly title: string;
}

export interface IndicatorPlaces {
  /** Items of the revisions, in their order among their siblings. */
  readonly items: readonly PlacedItem[];
  readonly links: readonly {
    readonly planKey: string;
    readonly itemKey: string;
    readonly indicatorKey: string;
  }[];
}

/** Where the indicators stand in these revisions. Two queries, however many there are. */
export const loadIndicatorPlaces = async (
  tx: ReadTx,
  revisions: readonly { readonly planKey: string; readonly revision: number }[],
): Promise<IndicatorPlaces> => {
  if (revisions.length === 0) return { items: [], links: [] };
  const items = await tx.q
    .select({
      planKey: planItem.planKey,
      itemKey: planItem.itemKey,
      parentKey: planItem.parentKey,
      levelKey: planItem.levelKey,
      title: planItem.title,
    })
    .from(planItem)
    .where(
      and(
        eq(planItem.municipality, tx.municipality),
        or(
          ...revisions.map(({ planKey, revision }) =>
            and(eq(planItem.planKey, planKey), eq(planItem.revision, revision)),
          ),
        ),
      ),
    )
    .orderBy(asc(planItem.planKey), asc(planItem.position), asc(planItem.itemKey));
  const links = await tx.q
    .select({
      planKey: planItemIndicator.planKey,
      itemKey: planItemIndicator.itemKey,
      indicatorKey: planItemIndicator.indicatorKey,
    })
    .from(planItemIndicator)
    .where(
      and(
        eq(planItemIndicator.municipality, tx.municipality),
        or(
          ...revisions.map(({ planKey, revision }) =>
            and(eq(planItemIndicator.planKey, planKey), eq(planItemIndicator.revision, revision)),
          ),
        ),
      ),
    )
    .orderBy(asc(planItemIndicator.planKey), asc(planItemIndicator.position));
  return { items, links };
};
