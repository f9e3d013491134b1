import {
  compareFractions,
  divideFractions,
  fractionOf,
  subtractFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { expectedFigure } from './expected-figure.ts';
import { type Figure, isReason } from './figure.ts';
import type { RequiredShare } from './measure.ts';
import type { KnownTarget, Standing } from './standing.ts';

const one = wholeFraction(1);

/** `done` of `all` years, at most the whole way; before the first year the plan asks for nothing. */
const shareOf = (done: number, all: number): Figure => {
  if (done <= 0 || all <= 0) return 'outside-plan';
  return done >= all ? one : (divideFractions(wholeFraction(done), wholeFraction(all)) ?? 'outside-plan');
};

type FindShare = (standing: Standing, target: KnownTarget) => Figure;

const sinceBaseline: FindShare = ({ indicator, fiscalYear }, target) => {
  const { baseline } = indicator.judgeable;
  if (baseline === null) return 'no-baseline';
  return shareOf(fiscalYear - baseline.fiscalYear, target.fiscalYear - baseline.fiscalYear);
};

const alongThePath: FindShare = ({ indicator, fiscalYear }, target) => {
  const expected = expectedFigure(indicator, fiscalYear);
  if (isReason(expected)) return expected;
  if (isReason(target.figure)) return target.figure;
  const from = indicator.countsFromZero ? wholeFraction(0) : indicator.baseline;
  if (isReason(from)) return from;
  const whole = subtractFractions(target.figure, from);
  return divideFractions(subtractFractions(expected, from), whole) ?? 'target-is-baseline';
};

/** 必要到達率 of the judged year, as a share of the way to the target. */
export const shareFinder = (required: RequiredShare, planStart: number | null): FindShare => {
  switch (required.by) {
    case 'linear':
      if (required.since === 'baseline') return sinceBaseline;
      return ({ fiscalYear }, target) =>
        planStart === null
          ? 'outside-plan'
          : shareOf(fiscalYear - planStart + 1, target.fiscalYear - planStart + 1);
    case 'table': {
      const shares = required.shares.map(fractionOf);
      return ({ fiscalYear }) => {
        if (planStart === null || fiscalYear < planStart) return 'outside-plan';
        return shares[Math.min(fiscalYear - planStart, shares.length - 1)] ?? 'outside-plan';
      };
    }
    case 'path':
      return alongThePath;
  }
};

/** Shares rise from above zero to the whole way. */
export const areRising = (shares: readonly string[]): boolean =>
  shares.every((text, at) => {
    const before = shares[at - 1];
    const share = fractionOf(text);
    return (
      compareFractions(share, one) <= 0 &&
      compareFractions(share, before === undefined ? wholeFraction(0) : fractionOf(before)) >=
        (before === undefined ? 1 : 0)
    );
  });
