import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type {
  ImplementationAmount,
  ImplementationPlan,
} from '../domain/implementation/implementation-plan.ts';
import { isoInstant } from './instant.ts';
import { implementationAmount, implementationPlan } from './schema/budget.ts';
import { planItem, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';

export interface StoredImplementationPlan extends ImplementationPlan {
  /** Optimistic lock. */
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

const columns = {
  startFiscalYear: implementationPlan.startFiscalYear,
  years: implementationPlan.years,
  mode: implementationPlan.mode,
  title: implementationPlan.title,
  state: implementationPlan.state,
  correction: implementationPlan.correction,
  note: implementationPlan.note,
  version: implementationPlan.version,
  updatedAt: implementationPlan.updatedAt,
};

/** Newest first. */
export const loadImplementationPlans = async (tx: TenantTx): Promise<readonly StoredImplementationPlan[]> => {
  const rows = await tx.q
    .select(columns)
    .from(implementationPlan)
    .where(eq(implementationPlan.municipality, tx.municipality))
    .orderBy(desc(implementationPlan.startFiscalYear));
  return rows.map((row) => ({ ...row, updatedAt: isoInstant(row.updatedAt) }));
};

/** `lock`: its row stands still until the end of the transaction. */
export const findImplementationPlan = async (
  tx: TenantTx,
  startFiscalYear: number,
  lock?: 'update',
): Promise<StoredImplementationPlan | null> => {
  const query = tx.q
    .select(columns)
    .from(implementationPlan)
    .where(
      and(
        eq(implementationPlan.municipality, tx.municipality),
        eq(implementationPlan.startFiscalYear, startFiscalYear),
      ),
    );
  const [row] = await (lock === undefined ? query : query.for(lock));
  return row === undefined ? null : { ...row, updatedAt: isoInstant(row.updatedAt) };
};

/** Everything a plan has ever said, corrections included. */
export const loadImplementationAmounts = (
  tx: TenantTx,
  startFiscalYear: number,
): Promise<readonly ImplementationAmount[]> =>
  tx.q
    .select({
      programmeKey: implementationAmount.programmeKey,
      fiscalYear: implementationAmount.fiscalYear,
      correction: implementationAmount.correction,
      amountThousandYen: implementationAmount.amount,
      generalThousandYen: implementationAmount.general,
      reason: implementationAmount.reason,
    })
    .from(implementationAmount)
    .where(
      and(
        eq(implementationAmount.municipality, tx.municipality),
        eq(implementationAmount.startFiscalYear, startFiscalYear),
      ),
    )
    .orderBy(
      asc(implementationAmount.programmeKey),
      asc(implementationAmount.fiscalYear),
      asc(implementationAmount.correction),
    );

/** Titles of items in the newest version of their plan that holds them, by `planKey/itemKey`. */
export const loadItemTitles = async (
  tx: TenantTx,
  planKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (planKeys.length === 0) return new Map();
  const rows = await tx.q
    .select({ planKey: planItem.planKey, itemKey: planItem.itemKey, title: planItem.title })
    .from(planItem)
    .innerJoin(
      planRevision,
      and(
        eq(planRevision.municipality, planItem.municipality),
        eq(planRevision.planKey, planItem.planKey),
        eq(planRevision.revision, planItem.revision),
      ),
    )
    .where(
      and(
        eq(planItem.municipality, tx.municipality),
        inArray(planItem.planKey, [...planKeys]),
        eq(planRevision.state, 'published'),
      ),
    )
    .orderBy(asc(planItem.revision));
  // A later version says it last.
  return new Map(rows.map(({ planKey, itemKey, title }) => [`${planKey}/${itemKey}`, title]));
};
