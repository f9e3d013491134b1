import { choiceOfProposals, type ProposalChoice } from '../../domain/budget/choose/choice-of-proposals.ts';
import { differenceOf, type Explained, explainChoice } from '../../domain/budget/choose/explain-choice.ts';
import { asFull, forcedBeyond, forcedTogether } from '../../domain/budget/choose/forced-beyond.ts';
import type { Acting } from '../acting.ts';
import { type BudgetYearDesk, readBudgetYear } from './read-budget-desk.ts';
import type { FoundSet, SolvedChoice } from './solve/solve-choice.ts';
import { solveInWorker } from './solve/solve-in-worker.ts';

/** 組み合わせの検討: a proposal to people, never a decision. */
export interface ProposedChoice {
  readonly choice: ProposalChoice;
  /** By how much what is forced exceeds each frame, thousand yen: such a frame is taken as full. */
  readonly beyond: readonly number[];
  /** Proposals that exclude each other and are all forced, by key: why there is no set */
  readonly together: readonly (readonly string[])[];
  readonly solved: SolvedChoice;
  readonly explained: readonly Explained[];
  readonly alternatives: readonly (FoundSet & ReturnType<typeof differenceOf>)[];
}

const alternativeCount = 3;
/** Of each of the searches; what is not proven by then is said with its gap. */
const searchSeconds = 2;

/** null: there is no such year. Nothing is written; the search runs beside the server and outside any transaction. */
export const chooseProposals = async (
  acting: Acting,
  fiscalYear: number,
  poolThousandYen: number,
): Promise<{ readonly desk: BudgetYearDesk; readonly proposed: ProposedChoice } | null> => {
  const desk = await readBudgetYear(acting, fiscalYear);
  if (desk === null) return null;
  const choice = choiceOfProposals(
    desk.proposals,
    desk.offsets,
    desk.uses,
    desk.context.frameUnitOf,
    poolThousandYen,
  );
  const beyond = forcedBeyond(choice.model);
  let { model } = choice;
  let solved = await solveInWorker(model, alternativeCount, searchSeconds);
  const isBeyond = solved.best === null && beyond.some((amount) => amount > 0);
  if (isBeyond) {
    model = asFull(model, beyond);
    solved = await solveInWorker(model, alternativeCount, searchSeconds);
  }
  const { best } = solved;
  return {
    desk,
    proposed: {
      choice: { ...choice, model },
      beyond: isBeyond ? beyond : model.capacities.map(() => 0),
      together: forcedTogether(model),
      solved,
      explained: best === null ? [] : explainChoice(model, best.selection, solved.framePrices),
      alternatives:
        best === null
          ? []
          : solved.alternatives.map((each) => ({
              ...each,
              ...differenceOf(model, best.selection, each.selection),
            })),
    },
  };
};
