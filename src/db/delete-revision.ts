import { and, eq, or } from 'drizzle-orm';
import { plan, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

/** Deletes a draft with its items and lineage. The database refuses any other state (`guard_revision`). */
export const deleteRevision = async (tx: TenantTx, at: RevisionReference): Promise<void> => {
  await tx.q
    .delete(planRevision)
    .where(
      and(
        eq(planRevision.municipality, tx.municipality),
        eq(planRevision.planKey, at.planKey),
        eq(planRevision.revision, at.revision),
      ),
    );
};

/** Deletes a plan without revisions, unless another plan names it as parent or predecessor: then false. */
export const deletePlan = async (tx: TenantTx, planKey: string): Promise<boolean> => {
  const named = await tx.q
    .select({ planKey: plan.planKey })
    .from(plan)
    .where(
      and(
        eq(plan.municipality, tx.municipality),
        or(eq(plan.parentPlanKey, planKey), eq(plan.predecessorPlanKey, planKey)),
      ),
    )
    .limit(1);
  if (named.length > 0) return false;
  await tx.q.delete(plan).where(and(eq(plan.municipality, tx.municipality), eq(plan.planKey, planKey)));
  return true;
};
