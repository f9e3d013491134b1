import { and, asc, eq, inArray } from 'drizzle-orm';
import { implementationAmount, implementationPlan } from './schema/budget.ts';
import type { TenantTx } from './tenant.ts';

/** What the settled 実施計画 says of a programme in a year. */
export interface PlanAmount {
  readonly amountThousandYen: number;
  /** null: the plan does not say how much of it is 一般財源 */
  readonly generalThousandYen: number | null;
}

/** By programme: of the newest settled plan that holds the year, its newest correction. */
export const loadPlanAmounts = async (
  tx: TenantTx,
  fiscalYear: number,
): Promise<ReadonlyMap<string, PlanAmount>> => {
  const rows = await tx.q
    .select({
      programmeKey: implementationAmount.programmeKey,
      amountThousandYen: implementationAmount.amount,
      generalThousandYen: implementationAmount.general,
    })
    .from(implementationAmount)
    .innerJoin(
      implementationPlan,
      and(
        eq(implementationPlan.municipality, implementationAmount.municipality),
        eq(implementationPlan.startFiscalYear, implementationAmount.startFiscalYear),
      ),
    )
    .where(
      and(
        eq(implementationAmount.municipality, tx.municipality),
        eq(implementationAmount.fiscalYear, fiscalYear),
        inArray(implementationPlan.state, ['settled', 'published']),
      ),
    )
    .orderBy(asc(implementationAmount.startFiscalYear), asc(implementationAmount.correction));
  // Later rows of the same programme take the place of earlier ones.
  return new Map(rows.map(({ programmeKey, ...amount }) => [programmeKey, amount]));
};
