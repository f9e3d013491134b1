import type { Question } from './aim.ts';
import { type Solved, solveLever } from './solve-lever.ts';

/** A point of the curve: the first lever at `first`, and what the second must then be. */
export interface IsoTargetPoint {
  readonly first: number;
  readonly second: Solved;
}

/** 等目標線: for evenly spread values of the first of two levers, the second that reaches the aim. */
export const isoTargetCurve = (
  question: Question,
  [first, second]: readonly [number, number],
  points: number,
): readonly IsoTargetPoint[] => {
  const lever = question.levers[first];
  if (lever === undefined) throw new Error(`isoTargetCurve requires a lever of the question, not ${first}`);
  const { least, most } = lever;
  const none: readonly (number | null)[] = question.levers.map(() => null);
  return Array.from({ length: points }, (_, point) => {
    const value = least + ((most - least) * point) / (points - 1);
    return { first: value, second: solveLever(question, second, none.with(first, value)) };
  });
};
