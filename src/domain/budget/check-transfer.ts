import { errorAt, type Problem } from '../kernel/problem.ts';
import type { BudgetProposal } from './budget.ts';
import type { TransferRules } from './budget-scheme.ts';

/** 流用: money moved from one proposal to another. */
export interface Transfer {
  readonly fromProposalKey: string;
  readonly toProposalKey: string;
  readonly amountThousandYen: number;
  readonly reason: string;
}

type Settled = Pick<
  BudgetProposal,
  'proposalKey' | 'name' | 'unitKey' | 'expenseClass' | 'allocatedGeneralThousandYen'
>;

/** What a proposal has now: its allocation and what was moved since. */
export const hasNow = (
  proposal: Pick<Settled, 'proposalKey' | 'allocatedGeneralThousandYen'>,
  transfers: readonly Transfer[],
): number =>
  transfers.reduce(
    (amount, { fromProposalKey, toProposalKey, amountThousandYen }) =>
      amount +
      (toProposalKey === proposal.proposalKey ? amountThousandYen : 0) -
      (fromProposalKey === proposal.proposalKey ? amountThousandYen : 0),
    proposal.allocatedGeneralThousandYen ?? 0,
  );

/** @param frameUnitOf whose frame the proposals of a unit are in */
export const checkTransfer = (
  rules: TransferRules,
  transfer: Transfer,
  proposals: readonly Settled[],
  before: readonly Transfer[],
  frameUnitOf: (unitKey: string) => string,
): readonly Problem[] => {
  const from = proposals.find(({ proposalKey }) => proposalKey === transfer.fromProposalKey);
  const to = proposals.find(({ proposalKey }) => proposalKey === transfer.toProposalKey);
  if (from === undefined) return [errorAt('proposal-unknown', ['fromProposalKey'])];
  if (to === undefined || to === from) return [errorAt('transfer-target', ['toProposalKey'])];
  const { amountThousandYen: amount } = transfer;
  if (!Number.isSafeInteger(amount) || amount <= 0) return [errorAt('budget-amount', ['amountThousandYen'])];
  const has = hasNow(from, before);
  return [
    ...(transfer.reason.trim() === '' ? [errorAt('reason-required', ['reason'])] : []),
    ...(amount > has
      ? [errorAt('transfer-too-much', ['amountThousandYen'], { name: from.name, has, over: amount - has })]
      : []),
    ...(!rules.acrossUnits && frameUnitOf(from.unitKey) !== frameUnitOf(to.unitKey)
      ? [errorAt('transfer-across-units', ['toProposalKey'], { from: from.name, to: to.name })]
      : []),
    ...(!rules.acrossClasses && from.expenseClass !== to.expenseClass
      ? [errorAt('transfer-across-classes', ['toProposalKey'], { from: from.name, to: to.name })]
      : []),
  ];
};
