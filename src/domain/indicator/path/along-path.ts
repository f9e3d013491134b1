import {
  absoluteFraction,
  compareFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  negateFraction,
  subtractFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { expectedFigure } from '../judgement/expected-figure.ts';
import { type Figure, isReason } from '../judgement/figure.ts';
import type { Judgeable } from '../judgement/judgeable.ts';
import type { Reason } from '../judgement/judgement.ts';
import type { Standing } from '../judgement/standing.ts';
import { noTolerance, type PathTolerance } from './path-tolerance.ts';
import { onPathThrough, type PathThrough, standingIn } from './target-path.ts';

/** 先行・順調・遅れ along the path in one year, with the figures it was decided by; or why it cannot be said. */
export type AlongPath =
  | {
      readonly kind: 'ahead' | 'on' | 'behind';
      readonly actual: Fraction;
      readonly expected: Fraction;
      /** Positive: better than expected, whatever the direction */
      readonly better: Fraction;
    }
  | { readonly kind: 'unknown'; readonly reason: Reason };

const unknown = (reason: Reason): AlongPath => ({ kind: 'unknown', reason });

/** 維持する指標 is measured against what it should keep, not against a line that leads there. */
const expectedOf = ({ indicator, fiscalYear }: Standing): Figure => {
  const { direction } = indicator.judgeable;
  if (direction !== 'keep-at-or-above' && direction !== 'keep-at-or-below')
    return expectedFigure(indicator, fiscalYear);
  const next = indicator.targets.find((target) => target.fiscalYear >= fiscalYear);
  return (next ?? indicator.finalTarget)?.figure ?? 'no-target';
};

const widthOf = ({ indicator }: Standing, expected: Fraction, { of, value }: PathTolerance): Figure => {
  const share = fractionOf(value);
  if (of === 'absolute') return share;
  if (of === 'of-expected') return multiplyFractions(share, absoluteFraction(expected));
  const target = indicator.finalTarget?.figure ?? 'no-target';
  if (isReason(target)) return target;
  const from = indicator.countsFromZero ? wholeFraction(0) : indicator.baseline;
  return isReason(from) ? from : multiplyFractions(share, absoluteFraction(subtractFractions(target, from)));
};

/** The nearest figure within the range; the figure itself where it lies within. */
const nearestWithin = (actual: Fraction, { range }: Judgeable): Figure => {
  const [from, to] = [range?.from ?? null, range?.to ?? null];
  if (from === null && to === null) return 'no-target';
  if (from !== null && compareFractions(actual, fractionOf(from)) < 0) return fractionOf(from);
  return to !== null && compareFractions(actual, fractionOf(to)) > 0 ? fractionOf(to) : actual;
};

const place = (better: Fraction, width: Fraction): 'ahead' | 'on' | 'behind' => {
  if (compareFractions(absoluteFraction(better), width) <= 0) return 'on';
  return better.numerator > 0 ? 'ahead' : 'behind';
};

/**
 * Whether the year's figure is ahead of the path, on it within the tolerance (its edge included), or behind.
 * A text, a missing figure or no path gives the reason instead.
 */
export const alongPath = (
  judgeable: Judgeable,
  fiscalYear: number,
  tolerance: PathTolerance = noTolerance,
  through: PathThrough = 'stated-targets',
): AlongPath => {
  const standing = standingIn(onPathThrough(judgeable, through), fiscalYear);
  const actual = standing.figure;
  if (isReason(actual)) return unknown(actual);
  if (judgeable.direction === 'range') {
    const expected = nearestWithin(actual, judgeable);
    if (isReason(expected)) return unknown(expected);
    const width = widthOf(standing, expected, tolerance);
    if (isReason(width)) return unknown(width);
    // Nothing is better than within.
    const better = negateFraction(absoluteFraction(subtractFractions(actual, expected)));
    return { kind: place(better, width), actual, expected, better };
  }
  const { sense } = standing.indicator;
  if (sense === 0) return unknown('no-direction');
  const expected = expectedOf(standing);
  if (isReason(expected)) return unknown(expected);
  const width = widthOf(standing, expected, tolerance);
  if (isReason(width)) return unknown(width);
  const difference = subtractFractions(actual, expected);
  const better = sense === 1 ? difference : negateFraction(difference);
  return { kind: place(better, width), actual, expected, better };
};
