import { and, asc, eq, inArray } from 'drizzle-orm';
import type { LineageLink } from '../domain/plan/lineage.ts';
import { planItem } from './schema/plan.ts';
import type { ReadTx } from './tenant.ts';

/** What a reader sees change from revision to revision. */
export interface ItemVersion {
  readonly revision: number;
  readonly title: string;
  readonly desiredState: string;
  readonly currentState: string;
  readonly issue: string;
  readonly approach: string;
}

/** The item in every revision the reader may see, oldest first. */
export const listItemVersions = (
  tx: ReadTx,
  planKey: string,
  itemKey: string,
): Promise<readonly ItemVersion[]> =>
  tx.q
    .select({
      revision: planItem.revision,
      title: planItem.title,
      desiredState: planItem.desiredState,
      currentState: planItem.currentState,
      issue: planItem.issue,
      approach: planItem.approach,
    })
    .from(planItem)
    .where(
      and(
        eq(planItem.municipality, tx.municipality),
        eq(planItem.planKey, planKey),
        eq(planItem.itemKey, itemKey),
      ),
    )
    .orderBy(asc(planItem.revision));

export interface ItemTitle {
  readonly planKey: string;
  readonly itemKey: string;
  readonly title: string;
  /** The newest that has the item. */
  readonly revision: number;
}

/** Titles of the items the links name, each as its newest revision has it. One query. */
export const listLinkedTitles = async (
  tx: ReadTx,
  links: readonly LineageLink[],
): Promise<readonly ItemTitle[]> => {
  const references = links.flatMap((link) => [link.from, link.to]).filter((end) => end !== null);
  if (references.length === 0) return [];
  const rows = await tx.q
    .select({
      planKey: planItem.planKey,
      itemKey: planItem.itemKey,
      title: planItem.title,
      revision: planItem.revision,
    })
    .from(planItem)
    .where(
      and(
        eq(planItem.municipality, tx.municipality),
        inArray(planItem.planKey, [...new Set(references.map((reference) => reference.planKey))]),
        inArray(planItem.itemKey, [...new Set(references.map((reference) => reference.itemKey))]),
      ),
    )
    .orderBy(asc(planItem.revision));
  // Later revisions replace earlier ones.
  return [...new Map(rows.map((row) => [`${row.planKey} ${row.itemKey}`, row])).values()];
};
