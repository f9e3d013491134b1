import {
  findImplementationPlan,
  loadImplementationAmounts,
  loadImplementationPlans,
  loadItemTitles,
  type StoredImplementationPlan,
} from '../../db/read-implementation.ts';
import {
  findYearlyCycle,
  loadProgrammePlanItems,
  loadProgrammes,
  type StoredProgramme,
} from '../../db/read-programme.ts';
import { listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { cellsOf, type PlanCell } from '../../domain/implementation/cells.ts';
import { checkImplementation, settledHere } from '../../domain/implementation/check-plan.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import type { ProgrammeType } from '../../domain/programme/yearly-cycle.ts';
import { type Acting, todayInJapan } from '../acting.ts';

export interface ImplementationDesk {
  readonly plan: StoredImplementationPlan;
  /** By `cellOf`. */
  readonly cells: ReadonlyMap<string, PlanCell>;
  /** In the order of the town's list. */
  readonly programmes: readonly StoredProgramme[];
  readonly types: readonly ProgrammeType[];
  /** Keys of programmes that are settled here. */
  readonly hard: ReadonlySet<string>;
  readonly units: readonly OrganisationUnit[];
  /** Items a programme serves, as `planKey/itemKey` with their titles. */
  readonly items: ReadonlyMap<string, readonly { readonly key: string; readonly title: string }[]>;
  readonly problems: readonly Problem[];
}

export const loadDesk = async (tx: TenantTx, plan: StoredImplementationPlan): Promise<ImplementationDesk> => {
  const programmes = await loadProgrammes(tx);
  const { programmeTypes: types } = await findYearlyCycle(tx);
  const cells = cellsOf(await loadImplementationAmounts(tx, plan.startFiscalYear));
  const links = await loadProgrammePlanItems(tx);
  const titles = await loadItemTitles(tx, [...new Set(links.map(({ planKey }) => planKey))]);
  const items = new Map<string, { key: string; title: string }[]>();
  for (const { programmeKey, planKey, itemKey } of links) {
    const key = `${planKey}/${itemKey}`;
    const own = items.get(programmeKey) ?? [];
    own.push({ key, title: titles.get(key) ?? itemKey });
    items.set(programmeKey, own);
  }
  return {
    plan,
    cells,
    programmes,
    types,
    hard: settledHere(programmes, types),
    units: await listUnits(tx),
    items,
    problems: checkImplementation(plan, cells, programmes, types),
  };
};

/** All that the pages of a plan show: seven queries, whatever its size. Null: there is none that begins then. */
export const readImplementation = (
  acting: Acting,
  startFiscalYear: number,
): Promise<ImplementationDesk | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const plan = await findImplementationPlan(tx, startFiscalYear);
    return plan === null ? null : loadDesk(tx, plan);
  });

/** Plans of the town, newest first, and the year that runs. */
export const readImplementationPlans = (
  acting: Acting,
): Promise<{ readonly plans: readonly StoredImplementationPlan[]; readonly fiscalYear: number }> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    plans: await loadImplementationPlans(tx),
    fiscalYear: fiscalYearOf(todayInJapan(acting)),
  }));
