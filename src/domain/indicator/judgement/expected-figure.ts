import {
  addFractions,
  divideFractions,
  type Fraction,
  multiplyFractions,
  subtractFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { type Figure, isReason } from './figure.ts';
import type { PreparedIndicator } from './standing.ts';
import { joinedSince } from './time-basis.ts';
import { inNewestUnit } from './unit-change.ts';

interface Anchor {
  readonly fiscalYear: number;
  readonly figure: Fraction;
}

const zero = wholeFraction(0);

/** Where the way begins: the baseline, or zero before the first year counted. */
const start = (indicator: PreparedIndicator): Anchor | null => {
  const { baseline, judgeable, countsFromZero } = indicator;
  if (countsFromZero) {
    const since = joinedSince(judgeable);
    return since === null ? null : { fiscalYear: since - 1, figure: zero };
  }
  if (isReason(baseline) || judgeable.baseline === null) return null;
  return { fiscalYear: judgeable.baseline.fiscalYear, figure: baseline };
};

const between = (from: Anchor, to: Anchor, fiscalYear: number): Fraction => {
  const share = divideFractions(
    wholeFraction(fiscalYear - from.fiscalYear),
    wholeFraction(to.fiscalYear - from.fiscalYear),
  );
  return addFractions(
    from.figure,
    multiplyFractions(subtractFractions(to.figure, from.figure), share ?? zero),
  );
};

/** Straight from the baseline through each stated target; level after the last. */
const onTheLine = (indicator: PreparedIndicator, fiscalYear: number): Figure => {
  const stated = indicator.targets.flatMap(({ fiscalYear: year, figure }) =>
    isReason(figure) ? [] : [{ fiscalYear: year, figure }],
  );
  if (stated.length === 0) return indicator.finalTarget === null ? 'no-target' : reasonOf(indicator);
  const first = start(indicator);
  const anchors =
    first === null ? stated : [first, ...stated.filter((one) => one.fiscalYear > first.fiscalYear)];
  const next = anchors.findIndex((anchor) => anchor.fiscalYear >= fiscalYear);
  const [after, before] = [anchors[next], anchors[next - 1]];
  if (after === undefined) return anchors[anchors.length - 1]?.figure ?? 'no-expected';
  if (after.fiscalYear === fiscalYear) return after.figure;
  if (before === undefined) return first === null ? 'no-baseline' : 'no-expected';
  return between(before, after, fiscalYear);
};

const reasonOf = ({ finalTarget }: PreparedIndicator): Figure =>
  finalTarget !== null && isReason(finalTarget.figure) ? finalTarget.figure : 'no-target';

/** 期待値: what the indicator's own path expects of `fiscalYear`. */
export const expectedFigure = (indicator: PreparedIndicator, fiscalYear: number): Figure => {
  const { judgeable } = indicator;
  const { shape, points, surveyYears } = judgeable.path;
  switch (shape) {
    case 'linear':
      return onTheLine(indicator, fiscalYear);
    case 'step': {
      const past = surveyYears.filter((year) => year <= fiscalYear);
      const [base, last] = [start(indicator), Math.max(...past)];
      if (base !== null && (past.length === 0 || last < base.fiscalYear))
        return fiscalYear < base.fiscalYear ? 'no-expected' : base.figure;
      return past.length === 0 ? 'no-expected' : onTheLine(indicator, last);
    }
    case 'given': {
      const point = points.find((one) => one.fiscalYear === fiscalYear);
      if (point === undefined) return 'no-expected';
      return inNewestUnit(judgeable, point.value, fiscalYear) ?? 'not-comparable';
    }
  }
};
