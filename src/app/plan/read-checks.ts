import { findPlanByKey, listRevisions } from '../../db/read-plan.ts';
import { withTenant } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { checkItemLacks } from '../../domain/plan/check-lacks.ts';
import type { Acting } from '../acting.ts';
import { checkRevision } from './check-revision.ts';

/** What the checks find in one stored revision, and what its items lack (as やること says); null when there is none. */
export const readChecks = (acting: Acting, at: RevisionReference): Promise<readonly Problem[] | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if ((await findPlanByKey(tx, at.planKey)) === null) return null;
    const revision = (await listRevisions(tx, at.planKey)).find((each) => each.revision === at.revision);
    return revision === undefined ? null : checkRevision(tx, revision, ({ items }) => checkItemLacks(items));
  });
