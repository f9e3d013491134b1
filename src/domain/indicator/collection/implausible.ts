import { fiscalYearEnd } from '../../kernel/fiscal-year.ts';
import {
  absoluteFraction,
  compareFractions,
  divideFractions,
  exactDecimal,
  type Fraction,
  fractionOf,
  multiplyFractions,
  roundFraction,
  signOfFraction,
  subtractFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { type Problem, warningAt } from '../../kernel/problem.ts';
import { figureOf, type IndicatorRecord } from './asked.ts';

interface Known {
  readonly fiscalYear: number;
  readonly text: string;
  readonly value: Fraction;
}

/** Figures before `fiscalYear` in the unit they have then, oldest first; a change of unit begins anew. */
const knownBefore = ({ indicator, values }: IndicatorRecord, fiscalYear: number): readonly Known[] => {
  const from = Math.max(
    -Infinity,
    ...indicator.unitChanges.filter((change) => change.fiscalYear <= fiscalYear).map((c) => c.fiscalYear),
  );
  const years = new Set(values.map((value) => value.fiscalYear));
  return [...years]
    .filter((year) => year < fiscalYear && year >= from)
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const text = figureOf(values, year)?.value ?? null;
      return text === null ? [] : [{ fiscalYear: year, text, value: fractionOf(text) }];
    });
};

const distance = (a: Fraction, b: Fraction): Fraction => absoluteFraction(subtractFractions(a, b));

/** Change per year, so that a gap of several years is not taken for a jump. */
const changePerYear = (a: Known, b: Known): Fraction =>
  divideFractions(distance(a.value, b.value), wholeFraction(b.fiscalYear - a.fiscalYear)) ?? wholeFraction(0);

const isAbove = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) > 0;

/** 10 → 100: most often a digit or a unit (人 / 千人) that slipped. */
const isTenfold = (now: Fraction, before: Fraction): boolean => {
  const [a, b] = [absoluteFraction(now), absoluteFraction(before)];
  if (signOfFraction(a) === 0 || signOfFraction(b) === 0) return false;
  const ten = wholeFraction(10);
  return (
    compareFractions(a, multiplyFractions(ten, b)) >= 0 || compareFractions(b, multiplyFractions(ten, a)) >= 0
  );
};

/** More than three times the largest change a year so far, and more than a fifth of the figure before. */
const isJump = (known: readonly Known[], now: Known): boolean => {
  const last = known.at(-1);
  if (last === undefined) return false;
  const change = changePerYear(last, now);
  const fifth = multiplyFractions(absoluteFraction(last.value), fractionOf('0.2'));
  if (known.length < 3)
    return isAbove(change, multiplyFractions(absoluteFraction(last.value), fractionOf('0.5')));
  const largest = known
    .slice(1)
    .map((each, at) => changePerYear(known[at] ?? each, each))
    .reduce((a, b) => (isAbove(a, b) ? a : b));
  return isAbove(change, fifth) && isAbove(change, multiplyFractions(wholeFraction(3), largest));
};

const print = (value: Fraction): string => exactDecimal(value) ?? roundFraction(value, 2, 'half-away');

/**
 * What makes a figure look mistyped; null when nothing does. It hinders nobody: the figure is corrected, explained
 * in its note, or confirmed when the sheet is sent in. `today` (ISO date) tells a cumulative figure still running.
 */
export const implausible = (
  record: IndicatorRecord,
  fiscalYear: number,
  value: string,
  today: string,
): Problem | null => {
  const { indicator } = record;
  const now: Known = { fiscalYear, text: value, value: fractionOf(value) };
  const at = [indicator.indicatorKey, 'figure'];
  const known = knownBefore(record, fiscalYear);
  const last = known.at(-1);
  if (
    /^[%％]$/u.test(indicator.unit) &&
    signOfFraction(now.value) < 0 &&
    known.every((each) => signOfFraction(each.value) >= 0)
  )
    return warningAt('implausible-negative-share', at, { value });
  if (last === undefined) return null;
  const params = { value, last: last.text, lastYear: last.fiscalYear };
  if (isTenfold(now.value, last.value)) return warningAt('implausible-tenfold', at, params);
  if (
    indicator.timeBehaviour === 'cumulative' &&
    today > fiscalYearEnd(fiscalYear) &&
    compareFractions(now.value, last.value) < 0
  )
    return warningAt('implausible-cumulative-fell', at, params);
  if (!isJump(known, now)) return null;
  return warningAt('implausible-jump', at, {
    ...params,
    change: print(subtractFractions(now.value, last.value)),
  });
};
