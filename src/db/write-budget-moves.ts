import { and, eq, sql } from 'drizzle-orm';
import type { PublishedBudget, PublishedBudgetLine, YearAmount } from '../domain/budget/budget.ts';
import { inChunks } from './in-chunks.ts';
import type { StoredIncentive, StoredTransfer } from './read-budget-moves.ts';
import { budgetIncentive, budgetTransfer } from './schema/budget.ts';
import { publication, publicationEntry } from './schema/publication.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export const insertTransfer = async (
  tx: TenantTx,
  fiscalYear: number,
  transfer: Omit<StoredTransfer, 'madeAt' | 'madeBy'>,
  stamp: Stamp,
): Promise<void> => {
  await tx.q.insert(budgetTransfer).values({
    municipality: tx.municipality,
    fiscalYear,
    transferId: transfer.transferId,
    fromProposalKey: transfer.fromProposalKey,
    toProposalKey: transfer.toProposalKey,
    amount: transfer.amountThousandYen,
    reason: transfer.reason,
    madeAt: stamp.now,
    madeBy: stamp.by,
  });
};

export const insertIncentive = async (
  tx: TenantTx,
  incentive: Omit<StoredIncentive, 'used' | 'version'>,
  stamp: Stamp,
): Promise<void> => {
  await tx.q.insert(budgetIncentive).values({
    municipality: tx.municipality,
    incentiveId: incentive.incentiveId,
    fiscalYear: incentive.fiscalYear,
    unitKey: incentive.unitKey,
    name: incentive.name,
    effect: incentive.effectThousandYen,
    points: incentive.points,
    granted: incentive.grantedThousandYen,
    steps: incentive.steps,
    lastFiscalYear: incentive.lastFiscalYear,
    used: [],
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

/** False: somebody else used it meanwhile. */
export const updateIncentiveUse = async (
  tx: TenantTx,
  incentiveId: string,
  used: readonly YearAmount[],
  expected: number,
  stamp: Stamp,
): Promise<boolean> => {
  const rows = await tx.q
    .update(budgetIncentive)
    .set({
      used,
      version: sql`${budgetIncentive.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(budgetIncentive.municipality, tx.municipality),
        eq(budgetIncentive.incentiveId, incentiveId),
        eq(budgetIncentive.version, expected),
      ),
    )
    .returning({ version: budgetIncentive.version });
  return rows.length === 1;
};

/** One edition of a published budget with its lines. */
export const insertBudgetPublication = async (
  tx: TenantTx,
  edition: {
    readonly fiscalYear: number;
    readonly edition: number;
    readonly title: string;
    readonly reason: string;
    readonly content: PublishedBudget;
    readonly lines: readonly PublishedBudgetLine[];
  },
  stamp: Stamp,
): Promise<void> => {
  const id = {
    municipality: tx.municipality,
    kind: 'budget' as const,
    key: String(edition.fiscalYear),
    edition: edition.edition,
  };
  await tx.q.insert(publication).values({
    ...id,
    fiscalYear: edition.fiscalYear,
    title: edition.title,
    reason: edition.reason,
    content: edition.content,
    publishedAt: stamp.now,
    publishedBy: stamp.by,
  });
  await inChunks(edition.lines, 1000, (chunk) =>
    tx.q.insert(publicationEntry).values(
      chunk.map((line) => ({
        ...id,
        subjectKey: line.programmeKey ?? line.proposalKey,
        position: edition.lines.indexOf(line),
        content: line,
      })),
    ),
  );
};
