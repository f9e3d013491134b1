import { orderPlans } from '../app/plan/plan-order.ts';
import type { GivenTown } from '../app/town/import-town.ts';
import { checkIndicator } from '../domain/indicator/check-indicator.ts';
import { type Problem, placed } from '../domain/kernel/problem.ts';
import { defaultSettings } from '../domain/kernel/settings.ts';
import { checkAreas } from '../domain/organisation/check-areas.ts';
import { checkOrganisation } from '../domain/organisation/check-organisation.ts';
import { checkPlan, type PlanContext } from '../domain/plan/check-plan.ts';

const plansOf = (town: GivenTown): readonly Problem[] => {
  const ordered = orderPlans(town.plans);
  if (!ordered.ok) return [ordered.error];
  const shared: Omit<PlanContext, 'parentPeriod'> = {
    unitKeys: new Set(town.units.map(({ unitKey }) => unitKey)),
    areaKeys: new Set(town.areas.map(({ areaKey }) => areaKey)),
    indicatorKeys: new Set(town.indicators.map(({ indicator }) => indicator.indicatorKey)),
    checks: (town.municipality?.settings ?? defaultSettings).checks,
  };
  const headers = new Map(
    ordered.value.map(({ plan, revisions }) => [plan.planKey, revisions.at(-1)?.content.header ?? null]),
  );
  return ordered.value.flatMap(({ plan, revisions }) => {
    const parent = plan.parentPlanKey === null ? null : (headers.get(plan.parentPlanKey) ?? null);
    const parentPeriod =
      parent === null ? null : { start: parent.startFiscalYear, end: parent.endFiscalYear };
    return revisions.flatMap(({ label, content }) =>
      checkPlan(content, { ...shared, parentPeriod }).map((problem) =>
        placed(['plans', plan.planKey, label], problem),
      ),
    );
  });
};

/**
 * A town's files by themselves, without a database. What leads outside them (lineage to plans registered earlier,
 * keys already taken) is only known when the town is there: `check-plan --municipality`.
 */
export const checkFilesAlone = (town: GivenTown): readonly Problem[] => [
  ...checkOrganisation(town.units, town.successions),
  ...checkAreas(town.areas),
  ...town.indicators.flatMap((indicator) =>
    checkIndicator(indicator, new Set(town.units.map(({ unitKey }) => unitKey))),
  ),
  ...plansOf(town),
];
