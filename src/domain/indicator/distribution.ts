import { compareDecimals } from '../kernel/decimal.ts';
import type { Indicator, IndicatorValue } from './indicator.ts';

/**
 * 回答分布: the parts of one whole in percent, without a direction. Its parts are what there is to read; the whole
 * is one hundred percent every year and says nothing by itself. `latest`: newest figure of the whole.
 */
export const isDistribution = (
  indicator: Pick<Indicator, 'unit' | 'direction' | 'breakdowns'>,
  latest: Pick<IndicatorValue, 'value'> | null,
): boolean =>
  indicator.unit === '%' &&
  indicator.direction === 'none' &&
  indicator.breakdowns.length > 0 &&
  latest?.value != null &&
  compareDecimals(latest.value, '100') === 0;
