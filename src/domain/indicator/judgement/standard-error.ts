import {
  addFractions,
  approximateFraction,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  signOfFraction,
} from '../../kernel/fraction.ts';
import type { EarlierFigure } from './earlier-figure.ts';
import type { Figure } from './figure.ts';
import type { Standing } from './standing.ts';
import { inNewestUnit } from './unit-change.ts';

/** Root to twelve significant digits: the one step of a judgement that is not exact, and the same everywhere. */
const root = (square: Fraction): Fraction => {
  const value = Math.sqrt(approximateFraction(square));
  if (value === 0) return fractionOf('0');
  return fractionOf(value.toFixed(Math.min(20, Math.max(0, 12 - Math.ceil(Math.log10(value))))));
};

const errorBefore = ({ indicator }: Standing, { entry }: EarlierFigure): Fraction | null => {
  if (entry !== null) return indicator.standardErrorOf(entry);
  const { baseline } = indicator.judgeable;
  return baseline === null || baseline.standardError === null
    ? null
    : inNewestUnit(indicator.judgeable, baseline.standardError, baseline.fiscalYear);
};

/** Error of the figure judged; with an earlier estimate, of the difference of the two. Null: the figure has none. */
export const joinedError = (standing: Standing, before: EarlierFigure | null): Fraction | null => {
  const own = standing.entry === null ? null : standing.indicator.standardErrorOf(standing.entry);
  const other = before === null ? null : errorBefore(standing, before);
  if (own === null || other === null) return own;
  return root(addFractions(multiplyFractions(own, own), multiplyFractions(other, other)));
};

export const inErrors = (change: Fraction, error: Fraction | null): Figure => {
  if (error === null || signOfFraction(error) < 0) return 'no-standard-error';
  return divideFractions(change, error) ?? 'division-by-zero';
};
