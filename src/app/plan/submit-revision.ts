import { findSubmission } from '../../db/find-submission.ts';
import { lockRevision } from '../../db/lock-revision.ts';
import { updateRevisionReturned } from '../../db/revision-back.ts';
import { withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { updateRevisionSubmitted } from '../../db/write-plan.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { decideRevision } from '../../domain/plan/decide-revision.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { checkRevision } from './check-revision.ts';
import { stateOfLocked } from './state-of-locked.ts';

/** 承認を求める, and taking it back: from here on the draft is among what waits for who approves, or no longer. */
export const submitRevision = (
  acting: Acting,
  at: RevisionReference,
  kind: 'submit' | 'withdraw',
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'plan.edit', { status: 'draft' })) return refused('not-allowed', ['status']);
    const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
    if (locked === null) return refused('revision-not-found', ['revision']);
    const stamp = stampOf(acting);
    const problems = kind === 'submit' ? ((await checkRevision(tx, locked)) ?? []) : [];
    const decided = decideRevision(
      stateOfLocked(locked),
      kind === 'submit' ? { kind, by: acting.as.actor, problems } : { kind },
      { now: stamp.now, today: todayInJapan(acting) },
    );
    if (!decided.ok) {
      // The errors themselves say more than their number.
      const found = decided.error.code === 'revision-has-errors' ? refusalOf(problems) : null;
      return found ?? { ok: false, error: [decided.error] };
    }
    await (kind === 'submit' ? updateRevisionSubmitted : updateRevisionReturned)(tx, at, stamp);
    return ok(null);
  });

/** Who asked for the approval of a draft, and when (ISO instant); null: nobody yet. */
export const readSubmission = (acting: Acting, at: RevisionReference) =>
  withTenant(acting.db, acting.as, (tx) => findSubmission(tx, at));
