import {
  absoluteFraction,
  compareFractions,
  type Fraction,
  fractionOf,
  negateFraction,
  subtractFractions,
  wholeFraction,
} from '../kernel/fraction.ts';
import { senseOf } from './judgement/direction-sense.ts';
import type { Judgeable, JudgeableValue } from './judgement/judgeable.ts';
import { inNewestUnit } from './judgement/unit-change.ts';

/** What became of a figure since the one known before it. */
export interface YearChange {
  /**
   * moved: no direction says whether that is good. first: nothing was known before. text: a milestone in words.
   * not-comparable: another definition or unit since.
   */
  readonly kind: 'better' | 'worse' | 'same' | 'moved' | 'first' | 'text' | 'not-comparable';
  readonly before: JudgeableValue | null;
  readonly after: JudgeableValue;
  /** After less before, in the newest unit */
  readonly difference: Fraction | null;
}

const zero = wholeFraction(0);

/** Distance to the range from outside; zero within. */
const outside = (figure: Fraction, range: Judgeable['range']): Fraction => {
  const from = range?.from == null ? null : subtractFractions(fractionOf(range.from), figure);
  const to = range?.to == null ? null : subtractFractions(figure, fractionOf(range.to));
  const off = [from, to].find((distance) => distance !== null && compareFractions(distance, zero) > 0);
  return off === null || off === undefined ? zero : absoluteFraction(off);
};

/** Positive: for the better, whatever the direction; null where the direction says nothing. */
const betterBy = (judgeable: Judgeable, before: Fraction, after: Fraction): Fraction | null => {
  if (judgeable.direction === 'range')
    return subtractFractions(outside(before, judgeable.range), outside(after, judgeable.range));
  const sense = senseOf(judgeable.direction);
  if (sense === 0) return null;
  const difference = subtractFractions(after, before);
  return sense === 1 ? difference : negateFraction(difference);
};

const isBroken = (judgeable: Judgeable, from: number, to: number): boolean =>
  judgeable.values.some(
    ({ fiscalYear, missing }) => missing === 'definition-changed' && fiscalYear > from && fiscalYear <= to,
  );

/** 基準値 as a figure to compare with, where it is of the same kind as the values. */
const ofBaseline = ({ baseline, timeBehaviour }: Judgeable, before: number): JudgeableValue | null =>
  baseline?.value == null || baseline.fiscalYear >= before || baseline.behaviour !== timeBehaviour
    ? null
    : {
        fiscalYear: baseline.fiscalYear,
        value: baseline.value,
        standardError: baseline.standardError,
        asOf: null,
        text: null,
        missing: null,
        status: 'final',
      };

/**
 * 前の値からの変化: the figure of a year beside the newest one before it, which need not be of the year before. null
 * where the year has neither figure nor text. Yearly figures are compared as they are, not added up.
 */
export const changeOfYear = (judgeable: Judgeable, fiscalYear: number): YearChange | null => {
  const after = judgeable.values.find((value) => value.fiscalYear === fiscalYear);
  if (after === undefined || (after.value === null && after.text === null)) return null;
  const measured = judgeable.values.reduce<JudgeableValue | null>(
    (newest, value) =>
      value.fiscalYear < fiscalYear &&
      (value.value !== null || value.text !== null) &&
      (newest === null || value.fiscalYear > newest.fiscalYear)
        ? value
        : newest,
    null,
  );
  const before = measured ?? ofBaseline(judgeable, fiscalYear);
  const change = (kind: YearChange['kind'], difference: Fraction | null = null): YearChange => ({
    kind,
    before,
    after,
    difference,
  });
  if (before === null) return change(after.value === null ? 'text' : 'first');
  if (before.value === null || after.value === null)
    return change(before.text === after.text && after.value === null ? 'same' : 'text');
  const [old, now] = [before, after].map(({ value, fiscalYear: year }) =>
    inNewestUnit(judgeable, value ?? '0', year),
  );
  if (old == null || now == null || isBroken(judgeable, before.fiscalYear, fiscalYear))
    return change('not-comparable');
  const difference = subtractFractions(now, old);
  if (compareFractions(difference, zero) === 0) return change('same', difference);
  const better = betterBy(judgeable, old, now);
  if (better === null) return change('moved', difference);
  const order = compareFractions(better, zero);
  return change(order > 0 ? 'better' : order < 0 ? 'worse' : 'same', difference);
};
