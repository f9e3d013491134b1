import { lockPlan, lockRevision } from '../../db/lock-revision.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { updateRevisionCalledBack } from '../../db/revision-back.ts';
import { withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { decideRevision } from '../../domain/plan/decide-revision.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** 取り下げ: a publication that waits for its 施行日 is taken back. What is in force stays for ever. */
export const callBackRevision = (acting: Acting, at: RevisionReference): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    // Nobody opens the next revision while this one is being called back.
    if (!(await lockPlan(tx, at.planKey))) return refused('plan-not-found', ['plan']);
    const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
    if (locked === null) return refused('revision-not-found', ['revision']);
    if (!may(acting.actor, 'plan.publish')) return refused('not-allowed', ['revision']);
    const state =
      locked.state === 'published'
        ? ({ status: 'published', effectiveOn: locked.effectiveOn ?? '' } as const)
        : { status: locked.state };
    const moment = { now: acting.now.toISOString(), today: todayInJapan(acting) };
    const later = (await listRevisions(tx, at.planKey)).filter(({ revision }) => revision > at.revision);
    const decision = decideRevision(state, { kind: 'call-back', later }, moment);
    if (!decision.ok) return { ok: false, error: [decision.error] };
    await updateRevisionCalledBack(tx, at, stampOf(acting));
    return ok(null);
  });
