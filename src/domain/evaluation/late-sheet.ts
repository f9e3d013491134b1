import type { EvaluationRound } from './round.ts';
import type { SheetState } from './sheet-state.ts';

interface Turn extends SheetState {
  readonly stageKeys: readonly string[];
}

/** Key of the stage whose turn it is; null: none, the sheet is done. */
export const stageInTurn = ({ status, stageIndex, stageKeys }: Turn): string | null =>
  status === 'final' || status === 'published' ? null : (stageKeys[stageIndex] ?? null);

/** ISO day by which the stage in turn is due; null: no turn, or no day was set. */
export const dueDayOf = (sheet: Turn, round: Pick<EvaluationRound, 'dueOn'>): string | null => {
  const stage = stageInTurn(sheet);
  return stage === null ? null : (round.dueOn[stage] ?? null);
};

/** Late from the day after the stage's due day, while the round is open. `today`: ISO day. */
export const isSheetLate = (
  sheet: Turn,
  round: Pick<EvaluationRound, 'dueOn' | 'state'>,
  today: string,
): boolean => {
  const due = dueDayOf(sheet, round);
  return round.state === 'open' && due !== null && today > due;
};
