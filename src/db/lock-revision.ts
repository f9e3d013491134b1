import { and, asc, eq, sql } from 'drizzle-orm';
import { plan, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';

export interface LockedRevision {
  readonly planKey: string;
  readonly revision: number;
  readonly basedOnRevision: number | null;
  readonly state: 'draft' | 'approved' | 'published';
  readonly effectiveOn: string | null;
  /** 承認を求めてある */
  readonly isSubmitted: boolean;
  readonly version: number;
}

/**
 * Reads a revision and holds it until the transaction ends, so that its state cannot change under a writer.
 * 'share': many may write parts of a draft at once, none may approve it meanwhile. 'update': alone (tree, state).
 */
export const lockRevision = async (
  tx: TenantTx,
  planKey: string,
  revision: number,
  strength: 'share' | 'update',
): Promise<LockedRevision | null> => {
  const rows = await tx.q
    .select({
      planKey: planRevision.planKey,
      revision: planRevision.revision,
      basedOnRevision: planRevision.basedOnRevision,
      state: planRevision.state,
      effectiveOn: planRevision.effectiveOn,
      isSubmitted: sql<boolean>`${planRevision.submittedAt} IS NOT NULL`,
      version: planRevision.version,
    })
    .from(planRevision)
    .where(
      and(
        eq(planRevision.municipality, tx.municipality),
        eq(planRevision.planKey, planKey),
        eq(planRevision.revision, revision),
      ),
    )
    .for(strength);
  return rows[0] ?? null;
};

/** Holds the plan itself, so that two people cannot open the next revision at the same moment. */
export const lockPlan = async (tx: TenantTx, planKey: string): Promise<boolean> => {
  const rows = await tx.q
    .select({ planKey: plan.planKey })
    .from(plan)
    .where(and(eq(plan.municipality, tx.municipality), eq(plan.planKey, planKey)))
    .for('update');
  return rows.length > 0;
};

/** Holds every plan of the town, in one order, so that two people cannot tie plans into a circle. */
export const lockPlans = async (tx: TenantTx): Promise<void> => {
  await tx.q
    .select({ planKey: plan.planKey })
    .from(plan)
    .where(eq(plan.municipality, tx.municipality))
    .orderBy(asc(plan.planKey))
    .for('update');
};
