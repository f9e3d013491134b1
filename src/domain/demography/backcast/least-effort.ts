import { neutralOf } from '../levers/lever.ts';
import { cell, sumOf } from '../population.ts';
import { type Question, totalWith } from './aim.ts';
import type { Solved } from './solve-lever.ts';

/** 最小の努力の組み合わせ */
export interface LeastEffort {
  /** Values of the levers, in their order */
  readonly values: readonly number[];
  readonly total: number;
  /** Σ weight · (value − neutral)² */
  readonly effort: number;
  /** Whether the total is the aim; false: every lever stands at a bound */
  readonly reached: boolean;
}

const difference = 1e-4;

/** ∂total/∂lever at some values, by Richardson's extrapolation of central differences (error of the fourth order). */
export const gradientAt = (question: Question, values: readonly number[]): readonly number[] =>
  question.levers.map((_, index) => {
    const at = cell(values, index);
    const slope = (step: number): number =>
      (totalWith(question, values.with(index, at + step)) -
        totalWith(question, values.with(index, at - step))) /
      (2 * step);
    return (4 * slope(difference) - slope(2 * difference)) / 3;
  });

const nearEnough = 1e-9;
/** Finer than slopes taken by differences can tell */
const stillEnough = 1e-8;
const mostRounds = 60;

const effortOf = ({ levers }: Question, values: readonly number[]): number =>
  sumOf(levers.map(({ lever, weight }, index) => weight * (cell(values, index) - neutralOf(lever)) ** 2));

const evaluated = (question: Question, values: readonly number[]): LeastEffort => {
  const total = totalWith(question, values);
  return {
    values,
    total,
    effort: effortOf(question, values),
    reached: Math.abs(total - question.aim.total) <= 1e-6 * question.aim.total,
  };
};

/** Newton's steps from one start; a lever that would leave its bounds is held there, and the rest solved again. */
const searchedFrom = (question: Question, start: readonly number[]): LeastEffort => {
  const { levers, aim } = question;
  const neutral = levers.map(({ lever }) => neutralOf(lever));
  const held = new Map<number, number>();
  let values = levers.map(({ least, most }, index) => Math.min(most, Math.max(least, cell(start, index))));
  for (let round = 0; round < mostRounds; round += 1) {
    const free = levers.flatMap((_, index) => (held.has(index) ? [] : [index]));
    const total = totalWith(question, values);
    if (free.length === 0) break;
    const slopes = gradientAt(question, values);
    // What the plane says is still missing when every free lever goes back to neutral.
    const missing =
      aim.total -
      total +
      sumOf(free.map((index) => cell(slopes, index) * (cell(values, index) - cell(neutral, index))));
    const strength = sumOf(free.map((index) => cell(slopes, index) ** 2 / (levers[index]?.weight ?? 1)));
    if (strength === 0) break;
    const next = values.map((value, index) =>
      held.has(index)
        ? value
        : cell(neutral, index) + (missing * cell(slopes, index)) / ((levers[index]?.weight ?? 1) * strength),
    );
    const beyond = free.find((index) => {
      const { least = -Infinity, most = Infinity } = levers[index] ?? {};
      return cell(next, index) < least || cell(next, index) > most;
    });
    if (beyond !== undefined) {
      const { least = 0, most = 0 } = levers[beyond] ?? {};
      held.set(beyond, cell(next, beyond) < least ? least : most);
      values = values.map((value, index) => held.get(index) ?? value);
      continue;
    }
    // In shares of the range each may move in: persons and rates stand still at the same round.
    const moved = Math.max(
      ...next.map((value, index) => {
        const { least = 0, most = 1 } = levers[index] ?? {};
        return Math.abs(value - cell(values, index)) / (most - least);
      }),
    );
    values = next;
    if (moved < stillEnough && Math.abs(totalWith(question, values) - aim.total) <= nearEnough * aim.total)
      break;
  }
  return evaluated(question, values);
};

/**
 * Least Σ w·x² that reaches the aim, x each lever's distance from neutral: on the plane that touches the totals at the
 * last values the least is x ∝ slope ÷ w; repeated until it stands still (Newton). Where that ends short of the aim, or
 * dearer than one lever by itself (totals may bend, and a bound be met too soon), it is begun again from there.
 * `alone`: what each lever takes by itself, as `solveEachAlone` answers.
 */
export const leastEffort = (question: Question, alone: readonly Solved[]): LeastEffort => {
  const neutral = question.levers.map(({ lever }) => neutralOf(lever));
  const first = searchedFrom(question, neutral);
  const better = (one: LeastEffort, other: LeastEffort): LeastEffort =>
    other.reached && (!one.reached || other.effort < one.effort) ? other : one;
  return alone.reduce((best, solved, index) => {
    if (!solved.reached) return best;
    const single = evaluated(question, neutral.with(index, solved.value));
    if (best !== better(best, single)) return better(single, searchedFrom(question, single.values));
    return best;
  }, first);
};
