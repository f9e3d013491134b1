import { errorAt, type Problem } from '../kernel/problem.ts';
import type { Plan } from './plan.ts';

/** 上位の計画と前の計画 */
export type PlanPlace = Pick<Plan, 'parentPlanKey' | 'predecessorPlanKey'>;

export const placeFields = ['parentPlanKey', 'predecessorPlanKey'] as const;

const above = (place: PlanPlace): readonly string[] => placeFields.flatMap((field) => place[field] ?? []);

/** Whether one comes to `target` from `from` by going up or back, in any mixture. */
const leadsTo = (from: string, target: string, places: ReadonlyMap<string, PlanPlace>): boolean => {
  const seen = new Set<string>();
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === target) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    const place = places.get(key);
    if (place !== undefined) open.push(...above(place));
  }
  return false;
};

/**
 * `plans`: those of the town, whose keys alone may be named. A circle is looked for over both links together, because
 * plans are ordered by both when a town is read in. Path: the field.
 */
export const checkPlanPlace = (
  planKey: string,
  place: PlanPlace,
  plans: readonly (PlanPlace & Pick<Plan, 'planKey'>)[],
): readonly Problem[] => {
  const places = new Map(plans.map((plan) => [plan.planKey, plan]));
  const problems = placeFields.flatMap((field): readonly Problem[] => {
    const key = place[field];
    if (key === null) return [];
    if (key === planKey) return [errorAt('plan-place-itself', [field])];
    if (!places.has(key)) return [errorAt('plan-unknown', [field], { key: key.slice(0, 60) })];
    return leadsTo(key, planKey, places) ? [errorAt('plan-place-cycle', [field], { key })] : [];
  });
  const both = place.parentPlanKey !== null && place.parentPlanKey === place.predecessorPlanKey;
  return problems.length === 0 && both ? [errorAt('plan-place-both', ['predecessorPlanKey'])] : problems;
};
