import { lockPlans } from '../../db/lock-revision.ts';
import { findPlanByKey, listLineage, listPlans } from '../../db/read-plan.ts';
import { withTenant } from '../../db/tenant.ts';
import { updatePlanPlace } from '../../db/write-plan.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkPlanPlace, type PlanPlace } from '../../domain/plan/plan-place.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

/**
 * Changes 上位の計画 and 前の計画 of a plan that exists. They belong to the plan, not to a version of it: citizens see
 * the change at once. A predecessor whose items the plan's lineage leads back to stays.
 */
export const placePlan = (
  acting: Acting,
  planKey: string,
  place: PlanPlace,
  expectedVersion: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'plan.create')) return refused('not-allowed', ['plan']);
    // All of them: two changes at once could close a circle neither of them sees.
    await lockPlans(tx);
    const plan = await findPlanByKey(tx, planKey);
    if (plan === null) return refused('plan-not-found', ['plan']);
    if (plan.version !== expectedVersion) return refused('changed-meanwhile', ['plan']);
    const wrong = refusalOf(checkPlanPlace(planKey, place, await listPlans(tx)));
    if (wrong !== null) return wrong;
    const former = plan.predecessorPlanKey;
    if (former !== null && former !== place.predecessorPlanKey) {
      const links = (await listLineage(tx, [planKey])).filter(
        (link) => link.planKey === planKey && link.from?.planKey === former,
      );
      if (links.length > 0)
        return refused('plan-predecessor-in-lineage', ['predecessorPlanKey'], { count: links.length });
    }
    await updatePlanPlace(tx, planKey, place, stampOf(acting).now);
    return ok(null);
  });
