import { lockRevision } from '../../db/lock-revision.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { updateRevisionApproved } from '../../db/write-plan.ts';
import { may } from '../../domain/access/may.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { decideRevision } from '../../domain/plan/decide-revision.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { checkRevision } from './check-revision.ts';
import { stateOfLocked } from './state-of-locked.ts';

export interface Approved {
  readonly version: number;
  /** What the town's own rules say; shown, and no hindrance. */
  readonly warnings: readonly Problem[];
}

/** 承認: what was checked is what is frozen; the revision stays locked from the check to the commit. */
export const approveRevision = (
  acting: Acting,
  at: RevisionReference,
  /** Version of the revision's frame the person saw. */
  expectedVersion: number,
): Promise<Result<Approved, Refusal>> =>
  withTenant(acting.db, acting.as, (tx) => approveRevisionIn(tx, acting, at, expectedVersion));

export const approveRevisionIn = async (
  tx: TenantTx,
  acting: Acting,
  at: RevisionReference,
  expectedVersion: number,
): Promise<Result<Approved, Refusal>> => {
  if (!may(acting.actor, 'plan.approve')) return refused('not-allowed', ['status']);
  const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
  if (locked === null) return refused('revision-not-found', ['revision']);
  if (locked.version !== expectedVersion) return refused('changed-meanwhile', ['revision']);
  const problems = (await checkRevision(tx, locked)) ?? [];
  const stamp = stampOf(acting);
  const decided = decideRevision(
    stateOfLocked(locked),
    { kind: 'approve', by: acting.as.actor, problems },
    { now: stamp.now, today: todayInJapan(acting) },
  );
  if (!decided.ok) {
    // The errors themselves say more than their number.
    return locked.state === 'draft'
      ? (refusalOf(problems) ?? { ok: false, error: [decided.error] })
      : { ok: false, error: [decided.error] };
  }
  await updateRevisionApproved(tx, at, stamp);
  return ok({
    version: locked.version + 1,
    warnings: problems.filter(({ severity }) => severity === 'warning'),
  });
};
