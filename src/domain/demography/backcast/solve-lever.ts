import { findRoot } from '../find-root.ts';
import { type Question, type SolvedLever, totalWith } from './aim.ts';

/** 逆算の答え. Out of reach: how near one can get within the bounds, and at which value. */
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
  return typeof found === 'number' ? { reached: true, value: found } : solveWithin(gap, lever, question.aim);
};

/** Stretches a lever's range is cut into where its ends say nothing. */
const stretches = 16;

/**
 * Most totals rise or fall with a lever throughout. A scale of migration need not: people leave at some ages and come
 * at others. So the range is looked through where its ends lie on the same side of the aim.
 */
const solveWithin = (
  gap: (value: number) => number,
  { least, most }: SolvedLever,
  aim: Question['aim'],
): Solved => {
  const tried = Array.from({ length: stretches + 1 }, (_, at) => {
    const value = at === stretches ? most : least + ((most - least) * at) / stretches;
    return { value, gap: gap(value) };
  });
  for (const [at, { value, gap: here }] of tried.entries()) {
    const next = tried[at + 1];
    if (next === undefined || here * next.gap > 0) continue;
    const found = findRoot(gap, value, next.value);
    if (typeof found === 'number') return { reached: true, value: found };
  }
  const nearest = tried.reduce((best, one) => (Math.abs(one.gap) < Math.abs(best.gap) ? one : best));
  return { reached: false, nearestValue: nearest.value, nearestTotal: aim.total + nearest.gap };
};

/** Each lever alone. Shape: one answer a lever. */
export const solveEachAlone = (question: Question): readonly Solved[] => {
  const none = question.levers.map(() => null);
  return question.levers.map((_, index) => solveLever(question, index, none));
};
