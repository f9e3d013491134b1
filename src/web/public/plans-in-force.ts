import { type LoadedRevision, loadRevisions } from '../../db/read-revision.ts';
import type { PublicTx } from '../../db/tenant.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import type { FramePlan, TownFrame } from '../components/frame.ts';

export interface PlanInForce {
  readonly plan: FramePlan;
  readonly loaded: LoadedRevision;
}

/** A plan whose successor has begun speaks of the past: cross tables and search leave it out. */
const isCurrent = (frame: TownFrame, plan: FramePlan): boolean =>
  !frame.plans.some(
    (other) =>
      other.predecessorPlanKey === plan.planKey && other.inForce.startFiscalYear <= fiscalYearOf(frame.today),
  );

/** The text of the town's plans in force, in its order; four queries for all of them. */
export const loadPlansInForce = async (
  tx: PublicTx,
  frame: TownFrame,
  which: (plan: FramePlan) => boolean = () => true,
): Promise<readonly PlanInForce[]> => {
  const plans = frame.plans.filter((plan) => isCurrent(frame, plan) && which(plan));
  const loaded = await loadRevisions(
    tx,
    plans.map((plan) => ({ planKey: plan.planKey, revision: plan.inForce.revision })),
  );
  return plans.flatMap((plan) => {
    const found = loaded.find((each) => each.planKey === plan.planKey);
    return found === undefined ? [] : [{ plan, loaded: found }];
  });
};
