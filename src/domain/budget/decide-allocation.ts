import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { BudgetProposal } from './budget.ts';
import type { ProposalOffset } from './offsets.ts';

/** 配分: an amount given to a proposal, or its refusal (then it stays as in the base year). */
export interface Decision {
  readonly proposalKey: string;
  readonly decline: boolean;
  /** Thousand yen of 一般財源; not looked at where it is declined. null: not decided yet, the decision is taken back */
  readonly amountThousandYen: number | null;
  readonly reason: string;
}

const undecided = { allocatedGeneralThousandYen: null, decisionReason: '', state: 'submitted' } as const;

/**
 * One decision on one submitted proposal. What is given is at most what was asked; less needs its reason.
 * @param planned what the 実施計画 settled for it; null: nothing
 */
export const decideAllocation = (
  proposal: BudgetProposal,
  { decline, amountThousandYen, reason: given }: Decision,
  planned: number | null,
): Result<BudgetProposal, readonly Problem[]> => {
  const { name, requestedGeneralThousandYen: asked } = proposal;
  const reason = given.trim();
  const at = (field: string): Problem['path'] => [name, field];
  if (proposal.state === 'draft') return refuse([errorAt('proposal-not-submitted', at('state'), { name })]);
  if (reason.length > 2000)
    return refuse([errorAt('text-too-long', at('reason'), { limit: 2000, length: reason.length })]);
  if (decline) {
    if (proposal.obligatory) return refuse([errorAt('decline-obligatory', at('decline'), { name })]);
    if (proposal.kind === 'continue') return refuse([errorAt('decline-continue', at('decline'), { name })]);
    if (reason === '') return refuse([errorAt('reason-required', at('reason'))]);
    return ok({
      ...proposal,
      state: 'declined',
      decisionReason: reason,
      allocatedGeneralThousandYen: proposal.baseGeneralThousandYen,
    });
  }
  if (amountThousandYen === null) return ok({ ...proposal, ...undecided });
  if (!Number.isSafeInteger(amountThousandYen) || amountThousandYen < 0)
    return refuse([errorAt('budget-amount', at('amountThousandYen'))]);
  if (amountThousandYen > asked)
    return refuse([
      errorAt('allocation-beyond-request', at('amountThousandYen'), {
        name,
        asked,
        over: amountThousandYen - asked,
      }),
    ]);
  if (proposal.settledIn === 'implementation-plan' && planned !== null && amountThousandYen !== planned)
    return refuse([errorAt('allocation-differs-from-plan', at('amountThousandYen'), { name, planned })]);
  if (amountThousandYen < asked && reason === '') return refuse([errorAt('reason-required', at('reason'))]);
  return ok({
    ...proposal,
    state: 'allocated',
    decisionReason: reason,
    allocatedGeneralThousandYen: amountThousandYen,
  });
};

/** What decisions must keep together: one of each group of alternatives, and offsets that are really freed. */
export const checkDecisions = (
  proposals: readonly BudgetProposal[],
  offsets: readonly ProposalOffset[],
): readonly Problem[] => {
  const byKey = new Map(proposals.map((each) => [each.proposalKey, each]));
  const groups = Map.groupBy(
    proposals.filter(
      (each) =>
        each.alternativeGroup !== '' &&
        each.state === 'allocated' &&
        (each.allocatedGeneralThousandYen ?? 0) > 0,
    ),
    ({ alternativeGroup }) => alternativeGroup,
  );
  const drawn = Map.groupBy(
    offsets.filter(({ proposalKey }) => byKey.get(proposalKey)?.state === 'allocated'),
    ({ freedByKey }) => freedByKey,
  );
  return [
    ...[...groups].flatMap(([group, list]) =>
      list.length > 1
        ? [errorAt('alternatives-both', [group], { group, names: list.map(({ name }) => name) })]
        : [],
    ),
    ...[...drawn].flatMap(([key, list]): readonly Problem[] => {
      const from = byKey.get(key);
      if (from === undefined || from.allocatedGeneralThousandYen === null) return [];
      const freed = Math.max(0, from.baseGeneralThousandYen - from.allocatedGeneralThousandYen);
      const used = list.reduce((sum, { amountThousandYen }) => sum + amountThousandYen, 0);
      return used > freed
        ? [errorAt('offset-not-freed', [from.name], { name: from.name, freed, used, over: used - freed })]
        : [];
    }),
  ];
};
