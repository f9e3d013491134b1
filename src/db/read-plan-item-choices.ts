import { and, asc, eq, sql } from 'drizzle-orm';
import { planItem, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';

/** An item of the newest revision of its plan, for choosing and for naming. */
export interface PlanItemChoice {
  readonly planKey: string;
  readonly planTitle: string;
  readonly itemKey: string;
  readonly code: string | null;
  readonly title: string;
  readonly parentKey: string | null;
  readonly position: number;
}

/** Items of every plan as its newest revision has them, by plan and position. */
export const loadPlanItemChoices = async (tx: TenantTx): Promise<readonly PlanItemChoice[]> => {
  const newest = tx.q
    .select({
      planKey: planRevision.planKey,
      revision: sql<number>`max(${planRevision.revision})`.as('newest'),
    })
    .from(planRevision)
    .where(eq(planRevision.municipality, tx.municipality))
    .groupBy(planRevision.planKey)
    .as('newest');
  return await tx.q
    .select({
      planKey: planItem.planKey,
      planTitle: planRevision.title,
      itemKey: planItem.itemKey,
      code: planItem.code,
      title: planItem.title,
      parentKey: planItem.parentKey,
      position: planItem.position,
    })
    .from(planItem)
    .innerJoin(newest, and(eq(newest.planKey, planItem.planKey), eq(newest.revision, planItem.revision)))
    .innerJoin(
      planRevision,
      and(
        eq(planRevision.municipality, planItem.municipality),
        eq(planRevision.planKey, planItem.planKey),
        eq(planRevision.revision, planItem.revision),
      ),
    )
    .where(eq(planItem.municipality, tx.municipality))
    .orderBy(asc(planItem.planKey), asc(planItem.position), asc(planItem.itemKey));
};

/** 'plan/item' of every item of every revision: a link by key outlives the revision it was made in. */
export const loadItemKeys = async (tx: TenantTx): Promise<ReadonlySet<string>> => {
  const rows = await tx.q
    .selectDistinct({ planKey: planItem.planKey, itemKey: planItem.itemKey })
    .from(planItem)
    .where(eq(planItem.municipality, tx.municipality));
  return new Set(rows.map(({ planKey, itemKey }) => `${planKey}/${itemKey}`));
};
