import { compareFractions, type Fraction, fractionOf, negateFraction } from '../../kernel/fraction.ts';
import type { Band, Bound, JudgementScheme } from './judgement-scheme.ts';

/** Which row of each tolerance to take. */
export type ToleranceChoice = ReadonlyMap<string, number>;

/** @throws for a tolerance the scheme does not have. */
export const boundValue = (
  bound: Bound,
  tolerances: JudgementScheme['tolerances'],
  choice: ToleranceChoice,
): Fraction => {
  if (typeof bound === 'string') return fractionOf(bound);
  const rows = tolerances[bound.tolerance];
  const row = rows?.[choice.get(bound.tolerance) ?? rows.length - 1];
  if (row === undefined) throw new Error(`a tolerance of the scheme is required, not ${bound.tolerance}`);
  const value = fractionOf(row.value);
  return bound.sign === '-' ? negateFraction(value) : value;
};

/** Ascending by where they begin; a single point before what begins just above it. Tolerances: their last rows. */
export const orderBands = (
  bands: readonly Band[],
  tolerances: JudgementScheme['tolerances'],
): readonly Band[] => {
  const numberOf = (bound: Bound): Fraction => boundValue(bound, tolerances, new Map());
  const compare = (a: Bound | null, b: Bound | null, open: 1 | -1): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? open : -open;
    return compareFractions(numberOf(a), numberOf(b));
  };
  return [...bands].sort(
    (a, b) =>
      compare(a.from, b.from, -1) ||
      Number(b.fromInclusive) - Number(a.fromInclusive) ||
      compare(a.to, b.to, 1),
  );
};
