import { fractionOf, multiplyFractions, roundFraction, wholeFraction } from '../../kernel/fraction.ts';
import type { BudgetProposal } from '../budget.ts';
import type { FrameUse } from '../frame-use.ts';
import type { ProposalOffset } from '../offsets.ts';
import type { Candidate, ChoiceModel } from './choice-model.ts';

export interface ProposalChoice {
  readonly model: ChoiceModel;
  /** Frames in the order of the model's capacities */
  readonly frames: readonly Pick<FrameUse, 'unitKey' | 'expenseClass' | 'frameThousandYen'>[];
  /** Proposals that belong to no frame: not looked at. */
  readonly withoutFrame: readonly string[];
}

/** Rank that counts: the planning office's, else the division's. */
const rankOf = ({ planningPriority, divisionPriority }: BudgetProposal): number | null =>
  planningPriority ?? divisionPriority;

/**
 * Worth in hundredths: the one that was typed; else by rank, the first of n ranks being worth n and what has no rank 1.
 * A reduction that nobody gave a worth is worth nothing by itself: it is taken for what it pays for.
 */
const worthOf = (proposal: BudgetProposal, lastRank: number): number => {
  if (proposal.worth !== null)
    return Number(
      roundFraction(multiplyFractions(fractionOf(proposal.worth), wholeFraction(100)), 0, 'half-away'),
    );
  if (proposal.kind === 'reduce' || proposal.kind === 'stop') return 0;
  const rank = rankOf(proposal);
  return 100 * (rank === null ? 1 : lastRank + 1 - rank);
};

/** Of those of a group that get money only one may: the same as when it is allocated. */
const excludes = ({ alternativeGroup, requestedGeneralThousandYen }: BudgetProposal): boolean =>
  alternativeGroup !== '' && requestedGeneralThousandYen > 0;

/** The proposals of a year as a choice: what is taken beyond, or given back of, the amounts of the base year. */
export const choiceOfProposals = (
  proposals: readonly BudgetProposal[],
  offsets: readonly ProposalOffset[],
  uses: readonly FrameUse[],
  frameUnitOf: (unitKey: string) => string,
  poolThousandYen: number,
): ProposalChoice => {
  const places = new Map(uses.map((use, at) => [`${use.unitKey} ${use.expenseClass}`, at]));
  const placeOf = (each: BudgetProposal) => places.get(`${frameUnitOf(each.unitKey)} ${each.expenseClass}`);
  const inFrames = proposals.filter((each) => placeOf(each) !== undefined);
  const lastRank = Math.max(1, ...inFrames.map((each) => rankOf(each) ?? 1));
  const known = new Set(inFrames.filter(({ kind }) => kind !== 'continue').map((each) => each.proposalKey));
  const needs = Map.groupBy(offsets, ({ proposalKey }) => proposalKey);
  const capacities = uses.map(({ frameThousandYen }) => frameThousandYen);
  for (const each of inFrames) {
    const at = placeOf(each) ?? 0;
    // What goes on as it was is no choice; everything else is counted from the base year.
    const kept = each.kind === 'continue' ? each.requestedGeneralThousandYen : each.baseGeneralThousandYen;
    capacities[at] = (capacities[at] ?? 0) - kept;
  }
  // What goes on shuts out what excludes it, and an amount of nought excludes nothing.
  const goingOn = inFrames
    .filter((each) => each.kind === 'continue' && excludes(each))
    .map(
      (each): Candidate => ({
        key: each.proposalKey,
        frame: placeOf(each) ?? 0,
        levels: [{ amountThousandYen: 0, worth: 0 }],
        obligatory: true,
        group: each.alternativeGroup,
        needs: [],
      }),
    );
  const changing = inFrames
    .filter(({ kind }) => kind !== 'continue')
    .map(
      (each): Candidate => ({
        key: each.proposalKey,
        frame: placeOf(each) ?? 0,
        levels: [
          {
            amountThousandYen: each.requestedGeneralThousandYen - each.baseGeneralThousandYen,
            worth: worthOf(each, lastRank),
          },
        ],
        obligatory: each.obligatory,
        group: excludes(each) ? each.alternativeGroup : '',
        needs: (needs.get(each.proposalKey) ?? [])
          .map(({ freedByKey }) => freedByKey)
          .filter((key) => known.has(key)),
      }),
    );
  return {
    model: { capacities, poolThousandYen, candidates: [...goingOn, ...changing] },
    frames: uses,
    withoutFrame: proposals
      .filter((each) => placeOf(each) === undefined)
      .map(({ proposalKey }) => proposalKey),
  };
};
