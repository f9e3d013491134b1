import {
  absoluteFraction,
  compareFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  negateFraction,
  signOfFraction,
  subtractFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { earlierFigure } from './earlier-figure.ts';
import { expectedFigure } from './expected-figure.ts';
import { type Figure, isReason } from './figure.ts';
import type { FromChoice, Orientation, RequiredShare, TargetChoice } from './measure.ts';
import { shareFinder } from './required-share.ts';
import { inErrors, joinedError } from './standard-error.ts';
import type { PreparedIndicator, Standing } from './standing.ts';
import { type Compute, targetFinder } from './target-figure.ts';

const zero = wholeFraction(0);
const two = wholeFraction(2);

/** What progress is counted from: the baseline, or zero where it is of another kind. */
export const startOfProgress = (indicator: PreparedIndicator): Figure =>
  indicator.countsFromZero ? zero : indicator.baseline;

/** Only for a positive divisor: a share of zero or of a negative target says nothing. */
const share = (part: Fraction, whole: Fraction): Figure =>
  signOfFraction(whole) < 0 ? 'negative' : (divideFractions(part, whole) ?? 'division-by-zero');

const inverse = (x: Fraction, t: Fraction): Figure => (signOfFraction(t) < 0 ? 'negative' : share(t, x));

const mirrored = (x: Fraction, t: Fraction): Figure => {
  const ratio = share(x, t);
  return isReason(ratio) ? ratio : subtractFractions(two, ratio);
};

const withTarget = (
  choice: TargetChoice,
  combine: (x: Fraction, t: Fraction, indicator: PreparedIndicator) => Figure,
): Compute => {
  const find = targetFinder(choice);
  return (standing) => {
    const x = standing.figure;
    if (isReason(x)) return x;
    const t = find(standing).figure;
    return isReason(t) ? t : combine(x, t, standing.indicator);
  };
};

export const ratio = (choice: TargetChoice): Compute => withTarget(choice, share);
export const inverseRatio = (choice: TargetChoice): Compute => withTarget(choice, inverse);
export const mirroredRatio = (choice: TargetChoice): Compute => withTarget(choice, mirrored);

export const ratioInDirection = (choice: TargetChoice, falling: 'inverse' | 'mirrored'): Compute => {
  const whereLess = falling === 'inverse' ? inverse : mirrored;
  return withTarget(choice, (x, t, { sense }) =>
    sense === 0 ? 'no-direction' : sense > 0 ? share(x, t) : whereLess(x, t),
  );
};

export const progress = (choice: TargetChoice): Compute =>
  withTarget(choice, (x, t, indicator) => {
    const b = startOfProgress(indicator);
    if (isReason(b)) return b;
    return divideFractions(subtractFractions(x, b), subtractFractions(t, b)) ?? 'target-is-baseline';
  });

/** Also known before there is a figure: what the year asks for. */
export const required = (choice: TargetChoice, rule: RequiredShare, planStart: number | null): Compute => {
  const find = targetFinder(choice);
  const shareOf = shareFinder(rule, planStart);
  return (standing) => {
    const target = find(standing);
    return isReason(target.figure) ? target.figure : shareOf(standing, target);
  };
};

export const attainment = (choice: TargetChoice, rule: RequiredShare, planStart: number | null): Compute => {
  const [done, asked] = [progress(choice), required(choice, rule, planStart)];
  return (standing) => {
    const made = done(standing);
    if (isReason(made)) return made;
    const wanted = asked(standing);
    return isReason(wanted) ? wanted : (divideFractions(made, wanted) ?? 'division-by-zero');
  };
};

export const expectedRatio: Compute = ({ figure, indicator, fiscalYear }) => {
  if (isReason(figure)) return figure;
  const expected = expectedFigure(indicator, fiscalYear);
  if (isReason(expected)) return expected;
  if (indicator.sense === 0) return 'no-direction';
  return indicator.sense > 0 ? share(figure, expected) : inverse(figure, expected);
};

const oriented = (value: Fraction, { sense }: PreparedIndicator, orientation: Orientation): Figure => {
  if (orientation === 'as-written' || sense > 0) return value;
  return sense < 0 ? negateFraction(value) : 'no-direction';
};

/** How far inside the range, negative outside: the nearer of its two bounds. */
const withinRange = (x: Fraction, { judgeable: { range } }: PreparedIndicator): Figure => {
  const sides = [
    ...(range?.from == null ? [] : [subtractFractions(x, fractionOf(range.from))]),
    ...(range?.to == null ? [] : [subtractFractions(fractionOf(range.to), x)]),
  ];
  const [first, second] = sides;
  if (first === undefined) return 'no-direction';
  return second === undefined || compareFractions(first, second) <= 0 ? first : second;
};

export const difference = (choice: TargetChoice, orientation: Orientation): Compute => {
  const plain = withTarget(choice, (x, t, indicator) =>
    oriented(subtractFractions(x, t), indicator, orientation),
  );
  if (orientation === 'as-written') return plain;
  return (standing) => {
    const { indicator, figure } = standing;
    if (indicator.judgeable.direction !== 'range') return plain(standing);
    return isReason(figure) ? figure : withinRange(figure, indicator);
  };
};

const relative = (change: Fraction, from: Fraction): Figure =>
  divideFractions(change, absoluteFraction(from)) ?? 'division-by-zero';

export const relativeDifference = (choice: TargetChoice, orientation: Orientation): Compute =>
  withTarget(choice, (x, t, indicator) => {
    const off = oriented(subtractFractions(x, t), indicator, orientation);
    return isReason(off) ? off : relative(off, t);
  });

const withEarlier =
  (
    from: FromChoice,
    orientation: Orientation,
    combine: (change: Fraction, earlier: Fraction, standing: Standing) => Figure,
  ): Compute =>
  (standing) => {
    const x = standing.figure;
    if (isReason(x)) return x;
    const before = earlierFigure(standing, from).figure;
    if (isReason(before)) return before;
    const moved = oriented(subtractFractions(x, before), standing.indicator, orientation);
    return isReason(moved) ? moved : combine(moved, before, standing);
  };

export const change = (from: FromChoice, orientation: Orientation): Compute =>
  withEarlier(from, orientation, (moved) => moved);

export const relativeChange = (from: FromChoice, orientation: Orientation): Compute =>
  withEarlier(from, orientation, relative);

export const errorsFromTarget = (choice: TargetChoice, orientation: Orientation): Compute => {
  const off = difference(choice, orientation);
  return (standing) => {
    const distance = off(standing);
    return isReason(distance) ? distance : inErrors(distance, joinedError(standing, null));
  };
};

export const errorsFromEarlier = (from: FromChoice, orientation: Orientation): Compute =>
  withEarlier(from, orientation, (moved, _, standing) =>
    inErrors(moved, joinedError(standing, earlierFigure(standing, from))),
  );
