import { leverWith, type Question, type SolvedLever, totalWith } from '../demography/backcast/aim.ts';
import type { LeastEffort } from '../demography/backcast/least-effort.ts';
import type { Solved } from '../demography/backcast/solve-lever.ts';
import { checkResult } from '../demography/check/check-result.ts';
import { neutralOf } from '../demography/levers/lever.ts';
import { cell } from '../demography/population.ts';
import { project } from '../demography/project/project.ts';

/** 人数が負にならない: whether nobody is driven below nought with the levers at these values (null: not pulled). */
export const isPossible = (question: Question, values: readonly (number | null)[]): boolean => {
  const { assumptions, settled, estates } = question;
  const pulled = question.levers.flatMap(({ lever }, index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [leverWith(lever, value)];
  });
  const projection = project(assumptions, { levers: [...settled, ...pulled], estates });
  return checkResult(projection, assumptions.ages).length === 0;
};

/** Halvings: a range is narrowed to a billionth of itself. */
const halvings = 30;

/** The share of a way, 0 to 1, as far as it is possible; its beginning is. */
const possibleShare = (isSo: (share: number) => boolean): number => {
  if (isSo(1)) return 1;
  let [possible, beyond] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (possible + beyond) / 2;
    if (isSo(middle)) possible = middle;
    else beyond = middle;
  }
  return possible;
};

const narrowed = (question: Question, index: number, range: SolvedLever): SolvedLever => {
  const none: readonly (number | null)[] = question.levers.map(() => null);
  const rest = Math.min(range.most, Math.max(range.least, neutralOf(range.lever)));
  const endTowards = (end: number): number => {
    const at = (share: number): number => (share === 1 ? end : rest + (end - rest) * share);
    return at(possibleShare((share) => isPossible(question, none.with(index, at(share)))));
  };
  return isPossible(question, none.with(index, rest))
    ? { ...range, least: endTowards(range.least), most: endTowards(range.most) }
    : range;
};

/** The question with every lever's range cut where people would have to leave who are not there. */
export const withinPossible = (question: Question): Question => ({
  ...question,
  levers: question.levers.map((range, index) => narrowed(question, index, range)),
});

/**
 * Levers possible one by one may drive people below nought together. Then the answer is the cheapest lever that
 * reaches the aim alone, or else as far on the way as is possible, which does not reach it.
 */
export const possibleEffort = (
  question: Question,
  found: Pick<LeastEffort, 'reached' | 'total' | 'values'>,
  alone: readonly Solved[],
): Pick<LeastEffort, 'reached' | 'total' | 'values'> => {
  if (isPossible(question, found.values)) return found;
  const rest = question.levers.map(({ lever }) => neutralOf(lever));
  const effort = (index: number, value: number): number =>
    (question.levers[index]?.weight ?? 0) * (value - cell(rest, index)) ** 2;
  const [cheapest] = alone
    .flatMap((solved, index) => (solved.reached ? [{ index, value: solved.value }] : []))
    .toSorted((a, b) => effort(a.index, a.value) - effort(b.index, b.value));
  if (cheapest !== undefined)
    return { reached: true, total: question.aim.total, values: rest.with(cheapest.index, cheapest.value) };
  const at = (share: number): readonly number[] =>
    rest.map((from, index) => from + (cell(found.values, index) - from) * share);
  const values = at(possibleShare((share) => isPossible(question, at(share))));
  return { reached: false, total: totalWith(question, values), values };
};
