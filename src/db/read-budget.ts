import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { BudgetFrame, BudgetProposal } from '../domain/budget/budget.ts';
import type { ProposalOffset } from '../domain/budget/offsets.ts';
import { isoInstantOrNull } from './instant.ts';
import { loadSchemeVersions, type StoredScheme } from './read-scheme.ts';
import { budgetFrame, budgetProposal, budgetScheme, budgetYear, proposalOffset } from './schema/budget.ts';
import type { TenantTx } from './tenant.ts';

/** 予算編成の年度 */
export interface StoredBudgetYear {
  readonly fiscalYear: number;
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly baseFiscalYear: number;
  readonly roundKey: string | null;
  readonly revenueThousandYen: number | null;
  readonly state: 'preparing' | 'notified' | 'settled' | 'published';
  readonly note: string;
  readonly notifiedAt: string | null;
  readonly settledAt: string | null;
  readonly publishedAt: string | null;
  readonly version: number;
}

export type StoredFrame = BudgetFrame & { readonly version: number };
export type StoredProposal = BudgetProposal & { readonly version: number };

/** Every version of 枠配分の規則, newest first within a scheme. */
export const loadBudgetSchemes = (tx: TenantTx): Promise<readonly StoredScheme[]> =>
  loadSchemeVersions(tx, budgetScheme);

const yearOf = (row: typeof budgetYear.$inferSelect): StoredBudgetYear => ({
  fiscalYear: row.fiscalYear,
  schemeKey: row.schemeKey,
  schemeVersion: row.schemeVersion,
  baseFiscalYear: row.baseFiscalYear,
  roundKey: row.roundKey,
  revenueThousandYen: row.revenue,
  state: row.state,
  note: row.note,
  notifiedAt: isoInstantOrNull(row.notifiedAt),
  settledAt: isoInstantOrNull(row.settledAt),
  publishedAt: isoInstantOrNull(row.publishedAt),
  version: row.version,
});

/** The latest first. */
export const loadBudgetYears = async (tx: TenantTx): Promise<readonly StoredBudgetYear[]> =>
  (
    await tx.q
      .select()
      .from(budgetYear)
      .where(eq(budgetYear.municipality, tx.municipality))
      .orderBy(desc(budgetYear.fiscalYear))
  ).map(yearOf);

/** `lock`: whoever changes anything of the year waits for its turn here, so that no sum is passed by two at once. */
export const findBudgetYear = async (
  tx: TenantTx,
  fiscalYear: number,
  lock?: 'update',
): Promise<StoredBudgetYear | null> => {
  const query = tx.q
    .select()
    .from(budgetYear)
    .where(and(eq(budgetYear.municipality, tx.municipality), eq(budgetYear.fiscalYear, fiscalYear)));
  const [row] = await (lock === undefined ? query : query.for(lock));
  return row === undefined ? null : yearOf(row);
};

export const loadFrames = async (tx: TenantTx, fiscalYear: number): Promise<readonly StoredFrame[]> =>
  (
    await tx.q
      .select()
      .from(budgetFrame)
      .where(and(eq(budgetFrame.municipality, tx.municipality), eq(budgetFrame.fiscalYear, fiscalYear)))
      .orderBy(asc(budgetFrame.unitKey), asc(budgetFrame.expenseClass))
  ).map((row) => ({
    fiscalYear: row.fiscalYear,
    unitKey: row.unitKey,
    expenseClass: row.expenseClass,
    computedThousandYen: row.computed,
    steps: row.steps,
    adjustmentThousandYen: row.adjustment,
    adjustmentReason: row.adjustmentReason,
    version: row.version,
  }));

/** Proposals nobody has decided yet, of the years whose frames are notified: how many of a unit, by their state. */
export const countOpenProposals = (tx: TenantTx) =>
  tx.q
    .select({
      fiscalYear: budgetProposal.fiscalYear,
      unitKey: budgetProposal.unitKey,
      drafts: sql<number>`count(*) FILTER (WHERE ${budgetProposal.state} = 'draft')::int`,
      undecided: sql<number>`count(*) FILTER (WHERE ${budgetProposal.state} = 'submitted')::int`,
    })
    .from(budgetProposal)
    .innerJoin(
      budgetYear,
      and(
        eq(budgetYear.municipality, budgetProposal.municipality),
        eq(budgetYear.fiscalYear, budgetProposal.fiscalYear),
      ),
    )
    .where(
      and(
        eq(budgetProposal.municipality, tx.municipality),
        eq(budgetYear.state, 'notified'),
        inArray(budgetProposal.state, ['draft', 'submitted']),
      ),
    )
    .groupBy(budgetProposal.fiscalYear, budgetProposal.unitKey)
    .orderBy(desc(budgetProposal.fiscalYear), asc(budgetProposal.unitKey));

/** In the order of the division's priorities, then by name. */
export const loadProposals = async (
  tx: TenantTx,
  fiscalYear: number,
  proposalKeys?: readonly string[],
): Promise<readonly StoredProposal[]> =>
  (
    await tx.q
      .select()
      .from(budgetProposal)
      .where(
        and(
          eq(budgetProposal.municipality, tx.municipality),
          eq(budgetProposal.fiscalYear, fiscalYear),
          proposalKeys === undefined ? undefined : inArray(budgetProposal.proposalKey, [...proposalKeys]),
        ),
      )
      .orderBy(
        asc(budgetProposal.divisionPriority),
        asc(budgetProposal.name),
        asc(budgetProposal.proposalKey),
      )
  ).map((row) => ({
    fiscalYear: row.fiscalYear,
    proposalKey: row.proposalKey,
    programmeKey: row.programmeKey,
    name: row.name,
    unitKey: row.unitKey,
    expenseClass: row.expenseClass,
    kind: row.kind,
    settledIn: row.settledIn,
    baseGeneralThousandYen: row.baseGeneral,
    requestedThousandYen: row.requested,
    requestedGeneralThousandYen: row.requestedGeneral,
    allocatedGeneralThousandYen: row.allocatedGeneral,
    laterYears: row.laterYears,
    endFiscalYear: row.endFiscalYear,
    obligatory: row.obligatory === 'yes',
    alternativeGroup: row.alternativeGroup,
    divisionPriority: row.divisionPriority,
    planningPriority: row.planningPriority,
    planningNote: row.planningNote,
    worth: row.worth,
    evaluationWord: row.evaluationWord,
    evaluationClass: row.evaluationClass,
    reason: row.reason,
    state: row.state,
    decisionReason: row.decisionReason,
    version: row.version,
  }));

export const loadOffsets = async (tx: TenantTx, fiscalYear: number): Promise<readonly ProposalOffset[]> =>
  tx.q
    .select({
      proposalKey: proposalOffset.proposalKey,
      freedByKey: proposalOffset.freedByKey,
      amountThousandYen: proposalOffset.amount,
    })
    .from(proposalOffset)
    .where(and(eq(proposalOffset.municipality, tx.municipality), eq(proposalOffset.fiscalYear, fiscalYear)))
    .orderBy(asc(proposalOffset.proposalKey), asc(proposalOffset.freedByKey));
