import { findRoot } from '../find-root.ts';
import { type Question, totalWith } from './aim.ts';

/**
 * 逆算の答え. Out of reach: how near the bounds come, and at which value. The total rises or falls with each lever
 * throughout, so its extremes are at the bounds.
 */
export type Solved =
  | { readonly reached: true; readonly value: number }
  | { readonly reached: false; readonly nearestValue: number; readonly nearestTotal: number };

/** Solves for one lever with the others at `held` (null: not pulled). */
export const solveLever = (question: Question, index: number, held: readonly (number | null)[]): Solved => {
  const lever = question.levers[index];
  if (lever === undefined) throw new Error(`solveLever requires a lever of the question, not ${index}`);
  const { least, most } = lever;
  const gap = (value: number): number => totalWith(question, held.with(index, value)) - question.aim.total;
  const found = findRoot(gap, least, most);
  if (typeof found === 'number') return { reached: true, value: found };
  const lowIsNearer = Math.abs(found.atLow) <= Math.abs(found.atHigh);
  return {
    reached: false,
    nearestValue: lowIsNearer ? least : most,
    nearestTotal: question.aim.total + (lowIsNearer ? found.atLow : found.atHigh),
  };
};

/** Each lever alone. Shape: one answer a lever. */
export const solveEachAlone = (question: Question): readonly Solved[] => {
  const none = question.levers.map(() => null);
  return question.levers.map((_, index) => solveLever(question, index, none));
};
