import { loadImplementationAmounts, loadImplementationPlans } from '../../db/read-implementation.ts';
import { findYearlyCycle, loadProgrammes } from '../../db/read-programme.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { cellsOf } from '../../domain/implementation/cells.ts';
import { yearsOf } from '../../domain/implementation/implementation-plan.ts';
import { type SettledAmount, settledForBudget } from '../../domain/implementation/settled-for-budget.ts';

/** Hard programmes' amounts of a fiscal year as the newest settled plan that holds it says them. */
export const loadHardAmounts = async (
  tx: TenantTx,
  fiscalYear: number,
): Promise<readonly SettledAmount[]> => {
  const plan = (await loadImplementationPlans(tx)).find(
    (each) => each.state !== 'draft' && yearsOf(each).includes(fiscalYear),
  );
  if (plan === undefined) return [];
  const cells = cellsOf(await loadImplementationAmounts(tx, plan.startFiscalYear));
  const { programmeTypes } = await findYearlyCycle(tx);
  return settledForBudget(plan, cells, await loadProgrammes(tx), programmeTypes, fiscalYear);
};
