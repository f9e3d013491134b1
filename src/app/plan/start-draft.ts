import { copyRevisionAsDraft } from '../../db/copy-revision.ts';
import { lockPlan } from '../../db/lock-revision.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { decideNewDraft } from '../../domain/plan/decide-revision.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** 改定に着手: opens the next revision of a plan with everything the newest public one says. */
export const startDraft = (
  acting: Acting,
  planKey: string,
  label: string,
): Promise<Result<{ readonly revision: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'plan.edit', { status: 'draft' })) return refused('not-allowed', ['revision']);
    if (!(await lockPlan(tx, planKey))) return refused('plan-not-found', ['plan']);
    const name = label.trim();
    if (name === '') return refused('text-missing', ['label']);
    if (name.length > 100) return refused('text-too-long', ['label'], { limit: 100, length: name.length });
    const revisions = await listRevisions(tx, planKey);
    if (revisions.some((revision) => revision.label === name))
      return refused('label-taken', ['label'], { label: name });
    const draft = decideNewDraft(revisions);
    if (!draft.ok) return { ok: false, error: [draft.error] };
    const { revision, basedOnRevision } = draft.value;
    if (basedOnRevision === null) return refused('plan-has-no-base', ['plan']);
    await copyRevisionAsDraft(tx, {
      planKey,
      from: basedOnRevision,
      to: revision,
      label: name,
      ...stampOf(acting),
    });
    return ok({ revision });
  });
