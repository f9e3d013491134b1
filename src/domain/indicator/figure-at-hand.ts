import { compareDecimals } from '../kernel/decimal.ts';
import type { IndicatorValue } from './indicator.ts';
import type { Outlook } from './outlook.ts';

/** The one figure an indicator is shown by. */
export interface FigureAtHand extends Pick<IndicatorValue, 'fiscalYear' | 'value' | 'text' | 'status'> {
  /** Whether it is the 基準値 itself: nothing has been measured since. */
  readonly isBaseline: boolean;
}

/**
 * The newest figure, or the baseline where nothing newer is known. A figure is the baseline's only where the baseline has
 * a figure and it is the same: an older measurement, or one beside a baseline without figure, is no 基準値.
 */
export const figureAtHand = ({
  latest,
  baseline,
}: Pick<Outlook, 'latest' | 'baseline'>): FigureAtHand | null => {
  const value = baseline?.value ?? null;
  if (baseline === null || value === null) return latest === null ? null : { ...latest, isBaseline: false };
  const { fiscalYear } = baseline;
  if (latest === null || latest.fiscalYear < fiscalYear)
    return { fiscalYear, value, text: null, status: 'final', isBaseline: true };
  const isSame =
    latest.fiscalYear === fiscalYear && latest.value !== null && compareDecimals(latest.value, value) === 0;
  return { ...latest, isBaseline: isSame };
};
