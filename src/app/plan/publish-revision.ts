import { lockPlan, lockRevision } from '../../db/lock-revision.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { updateRevisionPublished } from '../../db/write-plan.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { decideRevision } from '../../domain/plan/decide-revision.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

export interface Publication {
  /** 改定理由 */
  readonly reason: string;
  /** 施行日, ISO date */
  readonly effectiveOn: string;
}

/** 公開: an approved revision becomes public on its 施行日, for good. */
export const publishRevision = (
  acting: Acting,
  at: RevisionReference,
  publication: Publication,
  expectedVersion: number,
): Promise<Result<{ readonly effectiveOn: string }, Refusal>> =>
  withTenant(acting.db, acting.as, (tx) => publishRevisionIn(tx, acting, at, publication, expectedVersion));

export const publishRevisionIn = async (
  tx: TenantTx,
  acting: Acting,
  at: RevisionReference,
  publication: Publication,
  expectedVersion: number,
): Promise<Result<{ readonly effectiveOn: string }, Refusal>> => {
  if (!may(acting.actor, 'plan.publish')) return refused('not-allowed', ['status']);
  // Two revisions of one plan published at the same moment would not know of each other.
  if (!(await lockPlan(tx, at.planKey))) return refused('plan-not-found', ['plan']);
  const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
  if (locked === null) return refused('revision-not-found', ['revision']);
  if (locked.version !== expectedVersion) return refused('changed-meanwhile', ['revision']);
  const others = (await listRevisions(tx, at.planKey)).filter(({ revision }) => revision !== at.revision);
  const stamp = stampOf(acting);
  const decided = decideRevision(
    locked.state === 'published'
      ? { status: 'published', effectiveOn: locked.effectiveOn ?? '' }
      : { status: locked.state },
    { kind: 'publish', by: acting.as.actor, ...publication, others },
    { now: stamp.now, today: todayInJapan(acting) },
  );
  if (!decided.ok) return { ok: false, error: [decided.error] };
  if (decided.value.kind !== 'published') throw new Error('publishing was decided as something else');
  const { reason, effectiveOn } = decided.value;
  await updateRevisionPublished(tx, at, { reason, effectiveOn }, stamp);
  return ok({ effectiveOn });
};
