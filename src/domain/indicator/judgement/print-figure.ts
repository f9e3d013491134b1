import { formatDecimal } from '../../kernel/decimal.ts';
import {
  exactDecimal,
  type Fraction,
  fractionOf,
  multiplyFractions,
  roundFraction,
  wholeFraction,
} from '../../kernel/fraction.ts';
import type { JudgementScheme, PublishedMeasure } from './judgement-scheme.ts';

/** A figure as printed, and whether that is all of it. */
export interface Printed {
  readonly text: string;
  readonly exact: boolean;
}

const placesOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);
const hundred = wholeFraction(100);
const mostPlaces = 4;

/** Thousands separated, a true minus sign. */
const grouped = (decimal: string): string => formatDecimal(decimal, placesOf(decimal)).replace('-', '−');

/** As the figure was given; a quotient to four places. `least`: places filled up with zeros. */
export const printNumber = (value: Fraction, least = 0): Printed => {
  const exact = exactDecimal(value);
  if (exact === null || placesOf(exact) > Math.max(mostPlaces, least)) {
    // What was given with more places is shown with all of them.
    const given = exact !== null && placesOf(exact) <= 10;
    return given
      ? { text: grouped(exact), exact: true }
      : { text: grouped(roundFraction(value, mostPlaces, 'half-away')), exact: false };
  }
  return {
    text: grouped(placesOf(exact) < least ? roundFraction(value, least, 'down') : exact),
    exact: true,
  };
};

const rounded = (
  value: Fraction,
  { decimals, rounding }: Pick<PublishedMeasure, 'decimals' | 'rounding'>,
): Printed => {
  if (decimals === null) return printNumber(value);
  const text = roundFraction(value, decimals, rounding);
  const exact = exactDecimal(value);
  // A zero that was a small negative number has no sign.
  const printed = grouped(/^-0(\.0*)?$/.test(text) ? text.slice(1) : text);
  return { text: printed, exact: exact !== null && placesOf(trimZeros(exact)) <= decimals };
};

const trimZeros = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;

export type PrintAs = Pick<PublishedMeasure, 'as' | 'decimals' | 'rounding'>;

const printAs = (value: Fraction, rule: PrintAs): Printed => {
  if (rule.as === 'number') return rounded(value, rule);
  const { text, exact } = rounded(rule.as === 'percent' ? multiplyFractions(value, hundred) : value, rule);
  return { text: `${text}${rule.as === 'percent' ? '%' : '点'}`, exact };
};

/** As the scheme publishes it: rounded, with its sign. @example 62.0 ÷ 93.0 as percent of one place // => '66.7%' */
export const printPublished = (value: Fraction, rule: PrintAs): string => printAs(value, rule).text;

const plainNumber: ReadonlySet<string> = new Set(['value', 'change', 'difference', 'standard-errors']);

/** How a measure is printed where the scheme does not publish it: shares as percent, the rest as they are. */
const styleOf = (scheme: JudgementScheme, measureKey: string): PrintAs | null => {
  const published = scheme.publishedMeasures.find(({ measure }) => measure === measureKey);
  if (published !== undefined) return published;
  const measure = scheme.measures[measureKey];
  if (measure === undefined || plainNumber.has(measure.formula)) return null;
  if ('of' in measure) {
    const [first] = measure.of;
    return first === undefined ? null : styleOf(scheme, first.measure);
  }
  return { as: 'percent', decimals: 1, rounding: 'half-away' };
};

export const printMeasure = (scheme: JudgementScheme, measureKey: string, value: Fraction): Printed => {
  const style = styleOf(scheme, measureKey);
  if (style === null) return printNumber(value);
  const printed = printAs(value, style);
  // 80%, not 80.0%, where the town has not chosen its places.
  const chosen = scheme.publishedMeasures.some(({ measure }) => measure === measureKey);
  return chosen ? printed : { ...printed, text: printed.text.replace(/\.0%$/, '%') };
};

/** A bound in the manner of its measure, in full: 60%, −0.5. */
export const printBound = (scheme: JudgementScheme, measureKey: string, bound: string): string => {
  const style = styleOf(scheme, measureKey);
  if (style?.as !== 'percent') return grouped(bound);
  const share = exactDecimal(multiplyFractions(fractionOf(bound), hundred)) ?? bound;
  return `${grouped(trimZeros(share))}%`;
};
