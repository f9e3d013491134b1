import { deletePlan, deleteRevision } from '../../db/delete-revision.ts';
import { lockRevision } from '../../db/lock-revision.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** Throws a draft away; the audit trail keeps what it said. A plan that never had another revision goes with it. */
export const discardDraft = (
  acting: Acting,
  at: RevisionReference,
): Promise<Result<{ readonly planGone: boolean }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
    if (locked === null) return refused('revision-not-found', ['revision']);
    if (locked.state !== 'draft') return refused('revision-not-draft', ['status'], { status: locked.state });
    if (!may(acting.actor, 'plan.edit', { status: 'draft' })) return refused('not-allowed', ['revision']);
    const planGone = (await listRevisions(tx, at.planKey)).length === 1;
    await deleteRevision(tx, at);
    if (planGone && !(await deletePlan(tx, at.planKey))) return ok({ planGone: false });
    return ok({ planGone });
  });
