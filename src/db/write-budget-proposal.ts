import { and, eq, sql } from 'drizzle-orm';
import type { BudgetProposal } from '../domain/budget/budget.ts';
import type { ProposalOffset } from '../domain/budget/offsets.ts';
import { inChunks } from './in-chunks.ts';
import { budgetProposal, proposalOffset } from './schema/budget.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

const columnsOf = (proposal: BudgetProposal) => ({
  programmeKey: proposal.programmeKey,
  name: proposal.name,
  unitKey: proposal.unitKey,
  expenseClass: proposal.expenseClass,
  kind: proposal.kind,
  settledIn: proposal.settledIn,
  baseGeneral: proposal.baseGeneralThousandYen,
  requested: proposal.requestedThousandYen,
  requestedGeneral: proposal.requestedGeneralThousandYen,
  allocatedGeneral: proposal.allocatedGeneralThousandYen,
  laterYears: proposal.laterYears,
  endFiscalYear: proposal.endFiscalYear,
  obligatory: proposal.obligatory ? ('yes' as const) : ('no' as const),
  alternativeGroup: proposal.alternativeGroup,
  divisionPriority: proposal.divisionPriority,
  planningPriority: proposal.planningPriority,
  planningNote: proposal.planningNote,
  worth: proposal.worth,
  evaluationWord: proposal.evaluationWord,
  evaluationClass: proposal.evaluationClass,
  reason: proposal.reason,
  state: proposal.state,
  decisionReason: proposal.decisionReason,
});

const rowOf = (tx: TenantTx, proposal: BudgetProposal, stamp: Stamp) => ({
  municipality: tx.municipality,
  fiscalYear: proposal.fiscalYear,
  proposalKey: proposal.proposalKey,
  ...columnsOf(proposal),
  createdAt: stamp.now,
  updatedAt: stamp.now,
  updatedBy: stamp.by,
});

export const insertProposals = (
  tx: TenantTx,
  proposals: readonly BudgetProposal[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(proposals, 500, (chunk) =>
    tx.q.insert(budgetProposal).values(chunk.map((proposal) => rowOf(tx, proposal, stamp))),
  );

/** Rewrites proposals in one statement; the caller holds the year's lock and has compared their versions. */
export const updateProposals = (
  tx: TenantTx,
  proposals: readonly BudgetProposal[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(proposals, 500, (chunk) =>
    tx.q
      .insert(budgetProposal)
      .values(chunk.map((proposal) => rowOf(tx, proposal, stamp)))
      .onConflictDoUpdate({
        target: [budgetProposal.municipality, budgetProposal.fiscalYear, budgetProposal.proposalKey],
        set: {
          ...Object.fromEntries(
            (
              Object.keys(columnsOf(chunk[0] as BudgetProposal)) as (keyof ReturnType<typeof columnsOf>)[]
            ).map((name) => [name, sql`excluded.${sql.identifier(budgetProposal[name].name)}`]),
          ),
          version: sql`${budgetProposal.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

export const deleteProposal = async (
  tx: TenantTx,
  fiscalYear: number,
  proposalKey: string,
): Promise<void> => {
  await tx.q
    .delete(budgetProposal)
    .where(
      and(
        eq(budgetProposal.municipality, tx.municipality),
        eq(budgetProposal.fiscalYear, fiscalYear),
        eq(budgetProposal.proposalKey, proposalKey),
      ),
    );
};

/** The offsets of one proposal, all at once. */
export const replaceOffsets = async (
  tx: TenantTx,
  fiscalYear: number,
  proposalKey: string,
  offsets: readonly Omit<ProposalOffset, 'proposalKey'>[],
): Promise<void> => {
  await tx.q
    .delete(proposalOffset)
    .where(
      and(
        eq(proposalOffset.municipality, tx.municipality),
        eq(proposalOffset.fiscalYear, fiscalYear),
        eq(proposalOffset.proposalKey, proposalKey),
      ),
    );
  if (offsets.length > 0)
    await tx.q.insert(proposalOffset).values(
      offsets.map(({ freedByKey, amountThousandYen }) => ({
        municipality: tx.municipality,
        fiscalYear,
        proposalKey,
        freedByKey,
        amount: amountThousandYen,
      })),
    );
};
