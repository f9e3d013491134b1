import { listIndicatorNames } from '../../db/read-names.ts';
import { findPlanByKey, listRevisions } from '../../db/read-plan.ts';
import { findMunicipality, listAreas, listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { defaultSettings } from '../../domain/kernel/settings.ts';
import type { PlanContext } from '../../domain/plan/check-plan.ts';
import type { Period } from '../../domain/plan/periods.ts';

/** What `checkPlan` needs to know of the town; the same for all its plans but for the parent's period. */
export type TownContext = Omit<PlanContext, 'parentPeriod'>;

export const loadTownContext = async (tx: TenantTx): Promise<TownContext> => ({
  unitKeys: new Set((await listUnits(tx)).map((unit) => unit.unitKey)),
  areaKeys: new Set((await listAreas(tx)).map((area) => area.areaKey)),
  indicatorKeys: new Set((await listIndicatorNames(tx)).map((indicator) => indicator.indicatorKey)),
  checks: ((await findMunicipality(tx))?.settings ?? defaultSettings).checks,
});

/** Period of the plan this one is nested in, as its newest revision says. */
export const loadParentPeriod = async (
  tx: TenantTx,
  parentPlanKey: string | null,
): Promise<Period | null> => {
  if (parentPlanKey === null) return null;
  const [newest] = await listRevisions(tx, parentPlanKey);
  return newest === undefined ? null : { start: newest.startFiscalYear, end: newest.endFiscalYear };
};

export const loadPlanContext = async (tx: TenantTx, planKey: string): Promise<PlanContext> => ({
  ...(await loadTownContext(tx)),
  parentPeriod: await loadParentPeriod(tx, (await findPlanByKey(tx, planKey))?.parentPlanKey ?? null),
});
