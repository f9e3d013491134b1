import type { Indicator } from '../../domain/indicator/indicator.ts';
import { type Fraction, roundFraction } from '../../domain/kernel/fraction.ts';
import { formatAmount, formatDifference } from './figures.ts';
import type { Language } from './text.ts';

type Measured = Pick<Indicator, 'unit' | 'decimals'>;

/** 76.4% of a fraction, in the places of the indicator. */
export const formatFraction = (figure: Fraction, indicator: Measured, language: Language): string =>
  formatAmount(roundFraction(figure, indicator.decimals, 'half-away'), indicator, language);

/** A forecast is no counted figure: no more places than the indicator has. */
export const formatForecast = (figure: number, indicator: Measured, language: Language): string =>
  formatAmount(figure.toFixed(indicator.decimals), indicator, language);

/** A difference of two such figures: 3.1ポイント for percentages. */
export const formatGap = (gap: Fraction, indicator: Measured, language: Language): string =>
  formatDifference(roundFraction(gap, indicator.decimals, 'half-away'), indicator, language);
