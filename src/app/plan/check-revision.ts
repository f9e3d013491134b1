import { findPlanByKey, listLineage } from '../../db/read-plan.ts';
import { loadRevisionContent } from '../../db/read-revision.ts';
import type { TenantTx } from '../../db/tenant.ts';
import type { RevisionReference } from '../../db/write-item.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { checkLineage } from '../../domain/plan/check-lineage.ts';
import { checkPlan } from '../../domain/plan/check-plan.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';
import { loadLineageScope } from './lineage-scope.ts';
import { loadPlanContext } from './plan-context.ts';

/** All that `checkPlan` and `checkLineage` find in one stored revision, and what `more` finds in its content. */
export const checkRevision = async (
  tx: TenantTx,
  at: RevisionReference & { readonly basedOnRevision: number | null },
  more: (content: PlanContent) => readonly Problem[] = () => [],
): Promise<readonly Problem[] | null> => {
  const plan = await findPlanByKey(tx, at.planKey);
  const content = await loadRevisionContent(tx, at.planKey, at.revision);
  if (plan === null || content === null) return null;
  const links = (await listLineage(tx, [at.planKey])).filter(
    (link) => link.planKey === at.planKey && link.revision === at.revision,
  );
  const scope = await loadLineageScope(tx, plan, at.basedOnRevision, content, links);
  return [
    ...checkPlan(content, await loadPlanContext(tx, at.planKey)),
    ...more(content),
    ...checkLineage(links, scope),
  ];
};
