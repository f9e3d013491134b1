import type { CommonDirection } from '../evaluation/common-direction.ts';
import { commonDirections } from '../evaluation/common-direction.ts';
import type { BudgetProposal, ProposalKind } from './budget.ts';

/** Kinds that do what the evaluation said; 改善 changes the means, so every kind but 廃止 answers it. */
const answering: Readonly<Record<CommonDirection, readonly ProposalKind[]>> = {
  expand: ['new', 'expand'],
  continue: ['new', 'continue'],
  improve: ['new', 'expand', 'continue', 'reduce'],
  reduce: ['reduce', 'stop'],
  merge: ['reduce', 'stop', 'expand'],
  suspend: ['reduce', 'stop'],
  abolish: ['stop'],
  complete: ['reduce', 'stop'],
};

/** 評価と提案の向き: whether a proposal goes the way the evaluation said. What was not evaluated contradicts nothing. */
export const answersEvaluation = ({
  kind,
  evaluationClass,
}: Pick<BudgetProposal, 'kind' | 'evaluationClass'>): boolean => {
  const common = commonDirections.find((each) => each === evaluationClass);
  return common === undefined || answering[common].includes(kind);
};
