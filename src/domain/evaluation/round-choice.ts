import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { SheetState } from './sheet-state.ts';

/**
 * The stages of a sheet after one that looks at some subjects only was put on it, or taken off. Refused where the sheet
 * has come as far as that stage: what has been handed on stays in its place. `order`: keys of all stages of the scheme.
 */
export const chooseForStage = (
  sheet: SheetState & { readonly stageKeys: readonly string[] },
  stageKey: string,
  order: readonly string[],
  chosen: boolean,
): Result<readonly string[], readonly Problem[]> => {
  const { stageKeys, stageIndex, status } = sheet;
  if (stageKeys.includes(stageKey) === chosen) return ok(stageKeys);
  if (status === 'published') return refuse([errorAt('evaluation-sheet-published', [])]);
  if (status === 'final') return refuse([errorAt('evaluation-sheet-final', [])]);
  const after = chosen
    ? order.filter((key) => key === stageKey || stageKeys.includes(key))
    : stageKeys.filter((key) => key !== stageKey);
  const at = (chosen ? after : stageKeys).indexOf(stageKey);
  // On its turn, or passed.
  if (chosen ? at < stageIndex : at <= stageIndex) return refuse([errorAt('evaluation-stage-passed', [])]);
  return ok(after);
};
