import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { SheetState } from './sheet-state.ts';

/** What can be done with a sheet. `stage` is the stage that acts: an index into the stages the sheet goes through. */
export type SheetMove =
  | { readonly kind: 'save'; readonly stage: number }
  /** 提出・承認: to the stage after `stage`. */
  | { readonly kind: 'hand-on'; readonly stage: number }
  /** 差し戻し: from the stage whose turn it is to any before it. */
  | { readonly kind: 'return'; readonly stage: number; readonly to: number; readonly reason: string }
  /** 取り戻し: by the stage that handed on, as long as the next one has neither written nor confirmed anything. */
  | { readonly kind: 'take-back'; readonly stage: number; readonly isNextBegun: boolean }
  /** 開き直し of a final sheet. */
  | { readonly kind: 'reopen'; readonly to: number; readonly reason: string }
  /** 対象外にする: nothing is asked of it any more. The one way that leaves stages out, and it says why. */
  | { readonly kind: 'exempt'; readonly reason: string }
  /** 対象に戻す: from the beginning. */
  | { readonly kind: 'include'; readonly reason: string }
  | { readonly kind: 'publish' };

/** Most characters of a reason. */
export const reasonLimit = 1000;

const refusal = (code: string, path: Problem['path'] = []): Result<SheetState, readonly Problem[]> =>
  refuse([errorAt(code, path)]);

const reasonProblem = (reason: string): Result<SheetState, readonly Problem[]> | null => {
  if (reason.trim() === '') return refusal('evaluation-reason-missing', ['reason']);
  return reason.length > reasonLimit ? refusal('evaluation-reason-long', ['reason']) : null;
};

const handedOn = (stage: number, stages: number): SheetState => {
  const stageIndex = stage + 1;
  if (stageIndex === stages) return { status: 'final', stageIndex };
  return { status: stage === 0 ? 'submitted' : 'approved', stageIndex };
};

/** As it was before it was handed on. What came back was not handed on by the stage before it. */
const takenBack = (
  { status, stageIndex }: SheetState,
  stages: number,
  { stage, isNextBegun }: Extract<SheetMove, { kind: 'take-back' }>,
): Result<SheetState, readonly Problem[]> => {
  if (stage < 0 || stage !== stageIndex - 1 || (status !== 'submitted' && status !== 'approved'))
    return refusal('evaluation-nothing-to-take-back');
  if (isNextBegun) return refusal('evaluation-next-has-begun');
  return ok(stage === 0 ? { status: 'draft', stageIndex: 0 } : handedOn(stage - 1, stages));
};

/** Moves of a sheet that is neither final nor published. */
const moveRunning = (
  state: SheetState,
  stages: number,
  move: SheetMove,
): Result<SheetState, readonly Problem[]> => {
  switch (move.kind) {
    case 'save':
    case 'hand-on':
      if (move.stage !== state.stageIndex) return refusal('evaluation-not-its-turn');
      if (move.kind === 'hand-on') return ok(handedOn(move.stage, stages));
      return ok(state.status === 'not-started' ? { ...state, status: 'draft' } : state);
    case 'return':
      if (move.stage !== state.stageIndex) return refusal('evaluation-not-its-turn');
      if (!Number.isInteger(move.to) || move.to < 0 || move.to >= state.stageIndex)
        return refusal('evaluation-return-stage', ['to']);
      return reasonProblem(move.reason) ?? ok({ status: 'returned', stageIndex: move.to });
    case 'take-back':
      return takenBack(state, stages, move);
    case 'exempt':
      return reasonProblem(move.reason) ?? ok({ status: 'final', stageIndex: stages });
    case 'reopen':
    case 'include':
    case 'publish':
      return refusal('evaluation-not-final');
  }
};

/**
 * The next state of a sheet with `stages` stages, or why there is none. A stage comes after the one before it;
 * sending back needs a reason, taking back that nobody has begun; what is published stays as it is; only what is final is published.
 */
export const moveSheet = (
  state: SheetState,
  stages: number,
  move: SheetMove,
): Result<SheetState, readonly Problem[]> => {
  if (state.status === 'published') return refusal('evaluation-sheet-published');
  if (state.status !== 'final') return moveRunning(state, stages, move);
  switch (move.kind) {
    case 'publish':
      return ok({ status: 'published', stageIndex: stages });
    case 'reopen':
      if (!Number.isInteger(move.to) || move.to < 0 || move.to >= stages)
        return refusal('evaluation-return-stage', ['to']);
      return reasonProblem(move.reason) ?? ok({ status: 'returned', stageIndex: move.to });
    case 'include':
      return reasonProblem(move.reason) ?? ok({ status: 'not-started', stageIndex: 0 });
    case 'save':
    case 'hand-on':
    case 'return':
    case 'take-back':
    case 'exempt':
      return refusal('evaluation-sheet-final');
  }
};

/** A sheet as a round begins: an exempt one has nothing before it. */
export const firstState = (stages: number, isExempt: boolean): SheetState =>
  isExempt ? { status: 'final', stageIndex: stages } : { status: 'not-started', stageIndex: 0 };
