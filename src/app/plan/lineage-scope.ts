import { listRevisions, type PlanRow } from '../../db/read-plan.ts';
import { loadRevisionContent } from '../../db/read-revision.ts';
import type { TenantTx } from '../../db/tenant.ts';
import type { LineageScope } from '../../domain/plan/check-lineage.ts';
import type { ItemReference, LineageLink } from '../../domain/plan/lineage.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';

const references = (planKey: string, content: PlanContent | null): readonly ItemReference[] =>
  (content?.items ?? []).map(({ itemKey }) => ({ planKey, itemKey }));

/**
 * What the links of a revision may lead from and to. The predecessor plan must be accounted for once, by the first
 * revision of its successor; a later one answers for the revision it is based on, and may still name the predecessor.
 */
export const loadLineageScope = async (
  tx: TenantTx,
  plan: Pick<PlanRow, 'planKey' | 'predecessorPlanKey'>,
  basedOnRevision: number | null,
  content: PlanContent,
  links: readonly LineageLink[],
): Promise<LineageScope> => {
  const base = basedOnRevision === null ? null : await loadRevisionContent(tx, plan.planKey, basedOnRevision);
  const [newest] = plan.predecessorPlanKey === null ? [] : await listRevisions(tx, plan.predecessorPlanKey);
  const predecessor =
    newest === undefined
      ? []
      : references(newest.planKey, await loadRevisionContent(tx, newest.planKey, newest.revision));
  const named = new Set(
    links.flatMap(({ from }) => (from?.planKey === plan.predecessorPlanKey ? [from?.itemKey] : [])),
  );
  return {
    before: [
      ...references(plan.planKey, base),
      ...(basedOnRevision === null ? predecessor : predecessor.filter(({ itemKey }) => named.has(itemKey))),
    ],
    after: references(plan.planKey, content),
  };
};
