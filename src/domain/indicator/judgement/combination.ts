import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  multiplyFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { type Figure, isReason } from './figure.ts';
import type { Compute } from './target-figure.ts';

export interface WeightedPart {
  readonly compute: Compute;
  readonly weight: Fraction;
}

const zero = wholeFraction(0);

/** Weighted sum or mean of other measures. One part without a number: its reason, for the whole. */
export const weightedSum = (parts: readonly WeightedPart[], mean: boolean): Compute => {
  const weights = parts.reduce((sum, { weight }) => addFractions(sum, weight), zero);
  return (standing) => {
    let sum = zero;
    for (const { compute, weight } of parts) {
      const part = compute(standing);
      if (isReason(part)) return part;
      sum = addFractions(sum, multiplyFractions(weight, part));
    }
    return mean ? (divideFractions(sum, weights) ?? 'division-by-zero') : sum;
  };
};

export const extreme = (parts: readonly WeightedPart[], wanted: 1 | -1): Compute => {
  return (standing) => {
    let best: Figure = 'no-value';
    for (const { compute } of parts) {
      const part = compute(standing);
      if (isReason(part)) return part;
      if (isReason(best) || compareFractions(part, best) === wanted) best = part;
    }
    return best;
  };
};
