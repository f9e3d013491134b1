import { listPlans, listRevisionsWithGoals } from '../../db/read-plan.ts';
import { findTownWithPublications } from '../../db/read-town.ts';
import type { PublicTx } from '../../db/tenant.ts';
import { inForceRevision } from '../../domain/plan/revision-status.ts';
import type { TownFrame, ViewFrame } from '../components/frame.ts';

/** The town and its plans in force: three queries on every page. null: no such town is open. */
export const loadFrame = async (tx: PublicTx, view: ViewFrame, today: string): Promise<TownFrame | null> => {
  const found = await findTownWithPublications(tx);
  if (found === null) return null;
  const { town, hasEvaluations, hasPopulation } = found;
  const revisions = await listRevisionsWithGoals(tx);
  const plans = (await listPlans(tx)).flatMap((plan) => {
    const current = inForceRevision(
      revisions.filter((revision) => revision.planKey === plan.planKey),
      today,
    );
    return current === null ? [] : [{ ...plan, title: current.title, inForce: current }];
  });
  const mainPlan = plans.find((plan) => plan.slug === town.settings.home.planSlug) ?? plans[0] ?? null;
  const namesSdgGoals = plans.some(({ inForce }) => inForce.namesSdgGoals);
  return {
    ...view,
    town,
    plans,
    mainPlan,
    revisions,
    namesSdgGoals,
    hasEvaluations,
    hasPopulation,
    today,
  };
};
