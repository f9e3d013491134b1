import { and, eq, sql } from 'drizzle-orm';
import { planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

const ofRevision = (tx: TenantTx, at: RevisionReference) =>
  and(
    eq(planRevision.municipality, tx.municipality),
    eq(planRevision.planKey, at.planKey),
    eq(planRevision.revision, at.revision),
  );

const touched = (stamp: Stamp) => ({
  version: sql`${planRevision.version} + 1`,
  updatedAt: stamp.now,
  updatedBy: stamp.by,
});

/** 差し戻し and 取り戻し: approved or submitted → draft */
export const updateRevisionReturned = async (
  tx: TenantTx,
  at: RevisionReference,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(planRevision)
    .set({
      state: 'draft',
      submittedAt: null,
      submittedBy: null,
      approvedAt: null,
      approvedBy: null,
      ...touched(stamp),
    })
    .where(ofRevision(tx, at));
};

/** 取り下げ: published, not in force yet → approved */
export const updateRevisionCalledBack = async (
  tx: TenantTx,
  at: RevisionReference,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(planRevision)
    .set({ state: 'approved', effectiveOn: null, publishedAt: null, publishedBy: null, ...touched(stamp) })
    .where(ofRevision(tx, at));
};
