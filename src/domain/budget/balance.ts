import { type BudgetProposal, type ProposalKind, proposalKinds } from './budget.ts';

/** What proposals of one kind came to, thousand yen of general revenue. */
export interface KindBalance {
  readonly kind: ProposalKind;
  readonly count: number;
  readonly declined: number;
  readonly baseThousandYen: number;
  readonly requestedThousandYen: number;
  readonly allocatedThousandYen: number;
}

/** 新しくしたものと、やめたもの. */
export interface NewAgainstCut {
  readonly kinds: readonly KindBalance[];
  /** What allocations add to the base year: of new and expanded, and of any other that got more. */
  readonly addedThousandYen: number;
  /** What they take away. */
  readonly cutThousandYen: number;
}

/** @param use which amount counts: what is asked for before decisions, what is allocated after them */
export const newAgainstCut = (
  proposals: readonly BudgetProposal[],
  use: 'requested' | 'allocated',
): NewAgainstCut => {
  const amount = (each: BudgetProposal): number =>
    use === 'requested'
      ? each.requestedGeneralThousandYen
      : (each.allocatedGeneralThousandYen ?? each.requestedGeneralThousandYen);
  const changes = proposals.map((each) => amount(each) - each.baseGeneralThousandYen);
  const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  return {
    addedThousandYen: total(changes.filter((change) => change > 0)),
    cutThousandYen: -total(changes.filter((change) => change < 0)),
    kinds: proposalKinds.map((kind) => {
      const own = proposals.filter((each) => each.kind === kind);
      return {
        kind,
        count: own.length,
        declined: own.filter(({ state }) => state === 'declined').length,
        baseThousandYen: total(own.map((each) => each.baseGeneralThousandYen)),
        requestedThousandYen: total(own.map((each) => each.requestedGeneralThousandYen)),
        allocatedThousandYen: total(own.map((each) => each.allocatedGeneralThousandYen ?? 0)),
      };
    }),
  };
};

/** 企画と部門の優先順位の違い: how far apart the two ranks are; null where one is not given. */
export const priorityGap = ({
  divisionPriority,
  planningPriority,
}: Pick<BudgetProposal, 'divisionPriority' | 'planningPriority'>): number | null =>
  divisionPriority === null || planningPriority === null
    ? null
    : Math.abs(divisionPriority - planningPriority);
