import { lockRevision } from '../../db/lock-revision.ts';
import { updateRevisionReturned } from '../../db/revision-back.ts';
import { withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { decideRevision } from '../../domain/plan/decide-revision.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { stateOfLocked } from './state-of-locked.ts';

/** 差し戻し: an approved revision, or a draft that was submitted, becomes a plain draft again, to be corrected. */
export const returnRevision = (acting: Acting, at: RevisionReference): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
    if (locked === null) return refused('revision-not-found', ['revision']);
    if (!may(acting.actor, 'plan.approve')) return refused('not-allowed', ['revision']);
    const moment = { now: acting.now.toISOString(), today: todayInJapan(acting) };
    const decision = decideRevision(stateOfLocked(locked), { kind: 'return' }, moment);
    if (!decision.ok) return { ok: false, error: [decision.error] };
    await updateRevisionReturned(tx, at, stampOf(acting));
    return ok(null);
  });
