import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { BudgetFrame } from '../domain/budget/budget.ts';
import { inChunks } from './in-chunks.ts';
import type { StoredBudgetYear } from './read-budget.ts';
import { budgetFrame, budgetYear } from './schema/budget.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export type BudgetYearText = Pick<
  StoredBudgetYear,
  'schemeKey' | 'schemeVersion' | 'baseFiscalYear' | 'roundKey' | 'revenueThousandYen' | 'note'
>;

const columnsOf = ({ revenueThousandYen, ...text }: BudgetYearText) => ({
  ...text,
  revenue: revenueThousandYen,
});

export const insertBudgetYear = async (
  tx: TenantTx,
  fiscalYear: number,
  text: BudgetYearText,
  stamp: Stamp,
): Promise<void> => {
  await tx.q.insert(budgetYear).values({
    municipality: tx.municipality,
    fiscalYear,
    ...columnsOf(text),
    state: 'preparing',
    createdAt: stamp.now,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

/** The caller holds the row's lock. */
export const updateBudgetYear = async (
  tx: TenantTx,
  fiscalYear: number,
  change: Partial<BudgetYearText> &
    Partial<Pick<StoredBudgetYear, 'state' | 'notifiedAt' | 'settledAt' | 'publishedAt'>>,
  stamp: Stamp,
): Promise<void> => {
  const { revenueThousandYen, ...rest } = change;
  await tx.q
    .update(budgetYear)
    .set({
      ...rest,
      ...(revenueThousandYen === undefined ? {} : { revenue: revenueThousandYen }),
      version: sql`${budgetYear.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(and(eq(budgetYear.municipality, tx.municipality), eq(budgetYear.fiscalYear, fiscalYear)));
};

type Computed = Pick<BudgetFrame, 'unitKey' | 'expenseClass' | 'computedThousandYen' | 'steps'>;

/** Frames as computed anew; adjustments made by people stay. Frames the rule gives no more are taken away. */
export const replaceFrames = async (
  tx: TenantTx,
  fiscalYear: number,
  frames: readonly Computed[],
  stamp: Stamp,
): Promise<void> => {
  const keys = frames.map(({ unitKey, expenseClass }) => `${unitKey} ${expenseClass}`);
  const name = sql<string>`${budgetFrame.unitKey} || ' ' || ${budgetFrame.expenseClass}`;
  await tx.q
    .delete(budgetFrame)
    .where(
      and(
        eq(budgetFrame.municipality, tx.municipality),
        eq(budgetFrame.fiscalYear, fiscalYear),
        keys.length === 0 ? undefined : notInArray(name, keys),
      ),
    );
  await inChunks(frames, 1000, (chunk) =>
    tx.q
      .insert(budgetFrame)
      .values(
        chunk.map(({ unitKey, expenseClass, computedThousandYen, steps }) => ({
          municipality: tx.municipality,
          fiscalYear,
          unitKey,
          expenseClass,
          computed: computedThousandYen,
          steps,
          adjustment: 0,
          adjustmentReason: '',
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [
          budgetFrame.municipality,
          budgetFrame.fiscalYear,
          budgetFrame.unitKey,
          budgetFrame.expenseClass,
        ],
        set: {
          computed: sql`excluded.computed_thousand_yen`,
          steps: sql`excluded.steps`,
          version: sql`${budgetFrame.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );
};

/** False: somebody else changed the frame meanwhile. */
export const updateFrameAdjustment = async (
  tx: TenantTx,
  frame: Omit<BudgetFrame, 'computedThousandYen' | 'steps'>,
  expected: number,
  stamp: Stamp,
): Promise<boolean> => {
  const rows = await tx.q
    .update(budgetFrame)
    .set({
      adjustment: frame.adjustmentThousandYen,
      adjustmentReason: frame.adjustmentReason,
      version: sql`${budgetFrame.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(budgetFrame.municipality, tx.municipality),
        eq(budgetFrame.fiscalYear, frame.fiscalYear),
        eq(budgetFrame.unitKey, frame.unitKey),
        eq(budgetFrame.expenseClass, frame.expenseClass),
        eq(budgetFrame.version, expected),
      ),
    )
    .returning({ version: budgetFrame.version });
  return rows.length === 1;
};
