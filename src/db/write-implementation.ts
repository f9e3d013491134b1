import { and, eq, inArray, sql } from 'drizzle-orm';
import type {
  ImplementationAmount,
  ImplementationPlan,
} from '../domain/implementation/implementation-plan.ts';
import { inChunks } from './in-chunks.ts';
import { implementationAmount, implementationPlan } from './schema/budget.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

/** False: the town has a plan that begins in that year already. */
export const insertImplementationPlan = async (
  tx: TenantTx,
  plan: ImplementationPlan,
  stamp: Stamp,
): Promise<boolean> => {
  const rows = await tx.q
    .insert(implementationPlan)
    .values({ municipality: tx.municipality, ...plan, updatedAt: stamp.now, updatedBy: stamp.by })
    .onConflictDoNothing()
    .returning({ version: implementationPlan.version });
  return rows.length === 1;
};

/** The plan itself; its row is locked by who calls. */
export const updateImplementationPlan = async (
  tx: TenantTx,
  { startFiscalYear, title, note, state, correction }: ImplementationPlan,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(implementationPlan)
    .set({
      title,
      note,
      state,
      correction,
      version: sql`${implementationPlan.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(implementationPlan.municipality, tx.municipality),
        eq(implementationPlan.startFiscalYear, startFiscalYear),
      ),
    );
};

export const deleteImplementationPlan = async (tx: TenantTx, startFiscalYear: number): Promise<void> => {
  await tx.q
    .delete(implementationPlan)
    .where(
      and(
        eq(implementationPlan.municipality, tx.municipality),
        eq(implementationPlan.startFiscalYear, startFiscalYear),
      ),
    );
};

/** Amounts of one plan in one statement for each thousand; an amount that is there already is written over. */
export const writeAmounts = (
  tx: TenantTx,
  startFiscalYear: number,
  amounts: readonly ImplementationAmount[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(amounts, 1000, (chunk) =>
    tx.q
      .insert(implementationAmount)
      .values(
        chunk.map(({ amountThousandYen, generalThousandYen, ...cell }) => ({
          municipality: tx.municipality,
          startFiscalYear,
          ...cell,
          amount: amountThousandYen,
          general: generalThousandYen,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [
          implementationAmount.municipality,
          implementationAmount.startFiscalYear,
          implementationAmount.programmeKey,
          implementationAmount.fiscalYear,
          implementationAmount.correction,
        ],
        set: {
          amount: sql`excluded.amount_thousand_yen`,
          general: sql`excluded.general_thousand_yen`,
          reason: sql`excluded.reason`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

/** Cells of a draft that were emptied; by year, so that as many statements are sent as the plan has years. */
export const removeAmounts = async (
  tx: TenantTx,
  startFiscalYear: number,
  cells: readonly Pick<ImplementationAmount, 'programmeKey' | 'fiscalYear'>[],
): Promise<void> => {
  for (const fiscalYear of new Set(cells.map((cell) => cell.fiscalYear)))
    await tx.q.delete(implementationAmount).where(
      and(
        eq(implementationAmount.municipality, tx.municipality),
        eq(implementationAmount.startFiscalYear, startFiscalYear),
        eq(implementationAmount.fiscalYear, fiscalYear),
        eq(implementationAmount.correction, 0),
        inArray(
          implementationAmount.programmeKey,
          cells.filter((cell) => cell.fiscalYear === fiscalYear).map(({ programmeKey }) => programmeKey),
        ),
      ),
    );
};
