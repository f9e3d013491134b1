import { errorAt, type Problem } from '../kernel/problem.ts';
import type { BudgetFrame, BudgetProposal } from './budget.ts';

/** What a frame has and what is taken from it, thousand yen. */
export interface FrameUse {
  readonly unitKey: string;
  readonly expenseClass: string;
  /** Computed, adjusted, and what incentives add. */
  readonly frameThousandYen: number;
  readonly requestedThousandYen: number;
  readonly allocatedThousandYen: number;
  /** Negative: exceeded by that much */
  readonly leftThousandYen: number;
}

type Used = Pick<
  BudgetProposal,
  'unitKey' | 'expenseClass' | 'requestedGeneralThousandYen' | 'allocatedGeneralThousandYen' | 'state'
>;
type Limit = Pick<BudgetFrame, 'unitKey' | 'expenseClass' | 'computedThousandYen' | 'adjustmentThousandYen'>;

/**
 * Each frame with what is asked of it and given out of it.
 * @param frameUnitOf whose frame the proposals of a unit are in
 * @param extra thousand yen that incentives add to a frame, by `unitKey expenseClass`
 */
export const frameUses = (
  frames: readonly Limit[],
  proposals: readonly Used[],
  frameUnitOf: (unitKey: string) => string,
  extra: ReadonlyMap<string, number> = new Map(),
): readonly FrameUse[] => {
  const taken = Map.groupBy(
    proposals,
    ({ unitKey, expenseClass }) => `${frameUnitOf(unitKey)} ${expenseClass}`,
  );
  return frames.map(({ unitKey, expenseClass, computedThousandYen, adjustmentThousandYen }) => {
    const key = `${unitKey} ${expenseClass}`;
    const own = taken.get(key) ?? [];
    const frame = computedThousandYen + adjustmentThousandYen + (extra.get(key) ?? 0);
    const allocated = own.reduce((sum, each) => sum + (each.allocatedGeneralThousandYen ?? 0), 0);
    return {
      unitKey,
      expenseClass,
      frameThousandYen: frame,
      requestedThousandYen: own.reduce((sum, each) => sum + each.requestedGeneralThousandYen, 0),
      allocatedThousandYen: allocated,
      leftThousandYen: frame - allocated,
    };
  });
};

/** 枠を超える: which, by how much. @param nameOf what a frame is called */
export const checkFrames = (
  uses: readonly FrameUse[],
  nameOf: (use: FrameUse) => { readonly unit: string; readonly expenseClass: string },
): readonly Problem[] =>
  uses
    .filter(({ leftThousandYen }) => leftThousandYen < 0)
    .map((use) =>
      errorAt('frame-exceeded', [nameOf(use).unit, nameOf(use).expenseClass], {
        ...nameOf(use),
        frame: use.frameThousandYen,
        allocated: use.allocatedThousandYen,
        over: -use.leftThousandYen,
      }),
    );
