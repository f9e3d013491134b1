import { approximateFraction, fractionOf } from '../../kernel/fraction.ts';
import type { Direction } from '../indicator.ts';
import type { JudgeableTarget } from '../judgement/judgeable.ts';
import type { Goal } from './prediction.ts';

interface Aim {
  readonly direction: Direction;
  /** 望ましい範囲, of direction 'range'; decimal strings */
  readonly range: { readonly from: string | null; readonly to: string | null } | null;
}

/** Why nothing can be said of reaching the target. */
export type NoGoal = 'no-target' | 'target-text' | 'no-direction' | 'not-comparable';

export const numberOf = (decimal: string): number => approximateFraction(fractionOf(decimal));

const atLeast = (value: number): Goal => ({ from: value, to: null });
const atMost = (value: number): Goal => ({ from: null, to: value });

const sideOf = (direction: Direction, value: number): Goal | NoGoal => {
  switch (direction) {
    case 'up':
    case 'keep-at-or-above':
      return atLeast(value);
    case 'down':
    case 'keep-at-or-below':
      return atMost(value);
    // A single exact figure is reached with probability zero: there is no side to speak of.
    case 'range':
    case 'milestone':
    case 'none':
      return 'no-direction';
  }
};

/**
 * What reaching a target means for a number. The range of direction 'range' comes first, then what the target says
 * (at least, at most), then the direction for a target without side.
 */
export const goalOfTarget = (
  { direction, range }: Aim,
  target: Pick<JudgeableTarget, 'value' | 'text' | 'comparison'> | null,
): Goal | NoGoal => {
  if (direction === 'range' && range !== null && (range.from !== null || range.to !== null))
    return {
      from: range.from === null ? null : numberOf(range.from),
      to: range.to === null ? null : numberOf(range.to),
    };
  if (target === null) return 'no-target';
  if (target.value === null) return target.text === null ? 'no-target' : 'target-text';
  const value = numberOf(target.value);
  if (target.comparison === 'at-least') return atLeast(value);
  return target.comparison === 'at-most' ? atMost(value) : sideOf(direction, value);
};
