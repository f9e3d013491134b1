import { and, eq, sql } from 'drizzle-orm';
import type { Plan } from '../domain/plan/plan.ts';
import { plan, planItem, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** Plans named as parent or predecessor must be there already. */
export const insertPlan = async (
  tx: TenantTx,
  entry: Plan & { readonly articleNumber: number },
  now: string,
): Promise<void> => {
  await tx.q.insert(plan).values({ municipality: tx.municipality, ...entry, createdAt: now, updatedAt: now });
};

/** 上位の計画と前の計画. Which plans may be named is decided before. */
export const updatePlanPlace = async (
  tx: TenantTx,
  planKey: string,
  place: Pick<Plan, 'parentPlanKey' | 'predecessorPlanKey'>,
  now: string,
): Promise<void> => {
  const { parentPlanKey, predecessorPlanKey } = place;
  await tx.q
    .update(plan)
    .set({ parentPlanKey, predecessorPlanKey, version: sql`${plan.version} + 1`, updatedAt: now })
    .where(and(eq(plan.municipality, tx.municipality), eq(plan.planKey, planKey)));
};

/** 記事番号 an item of this plan was given in an earlier revision: it keeps it. */
export const findItemArticleNumbers = async (
  tx: TenantTx,
  planKey: string,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.q
    .select({ itemKey: planItem.itemKey, articleNumber: sql<number>`min(${planItem.articleNumber})::int` })
    .from(planItem)
    .where(and(eq(planItem.municipality, tx.municipality), eq(planItem.planKey, planKey)))
    .groupBy(planItem.itemKey);
  return new Map(rows.map((row) => [row.itemKey, row.articleNumber]));
};

const ofRevision = (tx: TenantTx, at: RevisionReference) =>
  and(
    eq(planRevision.municipality, tx.municipality),
    eq(planRevision.planKey, at.planKey),
    eq(planRevision.revision, at.revision),
  );

/** 承認を求める: still a draft, now waiting for its approval. */
export const updateRevisionSubmitted = async (
  tx: TenantTx,
  at: RevisionReference,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(planRevision)
    .set({
      submittedAt: stamp.now,
      submittedBy: stamp.by,
      version: sql`${planRevision.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(ofRevision(tx, at));
};

/** draft → approved */
export const updateRevisionApproved = async (
  tx: TenantTx,
  at: RevisionReference,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(planRevision)
    .set({
      state: 'approved',
      approvedAt: stamp.now,
      approvedBy: stamp.by,
      version: sql`${planRevision.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(ofRevision(tx, at));
};

/** approved → published, with the reason and the day it takes effect. */
export const updateRevisionPublished = async (
  tx: TenantTx,
  at: RevisionReference,
  publication: { readonly reason: string; readonly effectiveOn: string },
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(planRevision)
    .set({
      state: 'published',
      reason: publication.reason,
      effectiveOn: publication.effectiveOn,
      publishedAt: stamp.now,
      publishedBy: stamp.by,
      version: sql`${planRevision.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(ofRevision(tx, at));
};
