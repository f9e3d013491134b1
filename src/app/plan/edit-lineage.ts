import { lockRevision } from '../../db/lock-revision.ts';
import { findLineageWriter } from '../../db/read-changes.ts';
import { findPlanByKey, listLineage } from '../../db/read-plan.ts';
import { loadRevisionContent } from '../../db/read-revision.ts';
import { withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import { replaceLineage } from '../../db/write-lineage.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkLineage } from '../../domain/plan/check-lineage.ts';
import type { LineageLink } from '../../domain/plan/lineage.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { lineageMark } from './lineage-mark.ts';
import { loadLineageScope } from './lineage-scope.ts';

/** 系譜: writes down what became of the items, as a whole list. What was recorded by arranging is in it too. */
export const editLineage = (
  acting: Acting,
  at: RevisionReference,
  links: readonly LineageLink[],
  /** `lineageMark` of what the person saw: another one means somebody else was here. */
  seen: string,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockRevision(tx, at.planKey, at.revision, 'update');
    if (locked === null) return refused('revision-not-found', ['revision']);
    if (locked.state !== 'draft') return refused('revision-not-draft', ['status'], { status: locked.state });
    if (!may(acting.actor, 'plan.edit', { status: 'draft' })) return refused('not-allowed', ['lineage']);
    const recorded = (await listLineage(tx, [at.planKey])).filter(
      (link) => link.planKey === at.planKey && link.revision === at.revision,
    );
    if (lineageMark(recorded) !== seen)
      return refused('lineage-changed-meanwhile', ['lineage'], { by: await findLineageWriter(tx, at) });
    const trimmed = links.map((link) => ({ ...link, reason: link.reason.trim() }));
    const plan = await findPlanByKey(tx, at.planKey);
    const content = await loadRevisionContent(tx, at.planKey, at.revision);
    if (plan === null || content === null) return refused('revision-not-found', ['revision']);
    const scope = await loadLineageScope(tx, plan, locked.basedOnRevision, content, trimmed);
    const wrong = refusalOf(checkLineage(trimmed, scope));
    if (wrong !== null) return wrong;
    const long = trimmed.findIndex((link) => link.reason.length > 2000);
    if (long !== -1) return refused('text-too-long', ['lineage', long, 'reason'], { limit: 2000 });
    await replaceLineage(tx, at, recorded, trimmed, stampOf(acting));
    return ok(null);
  });
