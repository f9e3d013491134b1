import { type DecidedBudgetLine, type ProposalKind, proposalKinds } from './budget.ts';

/** General funds in thousand yen: of the lines of one kind. */
export interface KindBalance {
  readonly kind: ProposalKind;
  readonly count: number;
  readonly baseThousandYen: number;
  readonly requestedThousandYen: number;
  readonly allocatedThousandYen: number;
  readonly changeThousandYen: number;
}

export interface BudgetBalance {
  readonly kinds: readonly KindBalance[];
  readonly whole: Omit<KindBalance, 'kind'>;
  /** By how much the lines that grow grow, whatever they are called; never negative. */
  readonly moreThousandYen: number;
  /** By how much the lines that shrink shrink; never negative. */
  readonly lessThousandYen: number;
}

type Amounts = Pick<
  DecidedBudgetLine,
  'baseGeneralThousandYen' | 'requestedGeneralThousandYen' | 'allocatedGeneralThousandYen'
>;

const changeOf = (line: Amounts): number => line.allocatedGeneralThousandYen - line.baseGeneralThousandYen;

const sumOf = (lines: readonly Amounts[]): Omit<KindBalance, 'kind'> => {
  const sum = (pick: (line: Amounts) => number): number =>
    lines.reduce((total, line) => total + pick(line), 0);
  return {
    count: lines.length,
    baseThousandYen: sum((line) => line.baseGeneralThousandYen),
    requestedThousandYen: sum((line) => line.requestedGeneralThousandYen),
    allocatedThousandYen: sum((line) => line.allocatedGeneralThousandYen),
    changeThousandYen: sum(changeOf),
  };
};

/** 新規と見直しの差し引き: more − less is the change of the whole. */
export const budgetBalance = (
  lines: readonly (Amounts & { readonly kind: ProposalKind })[],
): BudgetBalance => ({
  kinds: proposalKinds.map((kind) => ({ kind, ...sumOf(lines.filter((line) => line.kind === kind)) })),
  whole: sumOf(lines),
  moreThousandYen: lines.reduce((total, line) => total + Math.max(0, changeOf(line)), 0),
  lessThousandYen: lines.reduce((total, line) => total + Math.max(0, -changeOf(line)), 0),
});
