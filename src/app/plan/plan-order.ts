import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** Parents and predecessors before what names them. Refuses plans that name each other in a circle. */
export const orderPlans = <T extends { readonly plan: Plan }>(
  given: readonly T[],
): Result<readonly T[], Problem> => {
  const twice = given.find(
    ({ plan }, index) => given.findIndex((other) => other.plan.planKey === plan.planKey) < index,
  );
  if (twice !== undefined) {
    return refuse(errorAt('plan-key-duplicate', ['plans', twice.plan.planKey], { key: twice.plan.planKey }));
  }
  const ordered: T[] = [];
  let waiting = [...given];
  while (waiting.length > 0) {
    const keys = new Set(waiting.map(({ plan }) => plan.planKey));
    const waitsFor = ({ plan }: T): boolean =>
      [plan.parentPlanKey, plan.predecessorPlanKey].some((key) => key !== null && keys.has(key));
    const ready = waiting.filter((entry) => !waitsFor(entry));
    if (ready.length === 0) {
      const circle = waiting.map(({ plan }) => plan.planKey);
      return refuse(errorAt('plan-cycle', ['plans', circle[0] ?? ''], { circle }));
    }
    ordered.push(...ready);
    waiting = waiting.filter(waitsFor);
  }
  return ok(ordered);
};
