import type { ForecastChoice, ForecastMethod, ForecastRules } from './forecast.ts';
import { haveStandardErrors, type Line } from './line.ts';
import type { Observation } from './observation.ts';
import { outlierYear } from './outlier.ts';
import type { SmoothingTest } from './smoothing.ts';

interface Chosen {
  readonly method: ForecastMethod;
  readonly choice: ForecastChoice;
}

/**
 * 公表する見通し. The straight line unless the figures speak against it: one wild year turns it (Theil–Sen is not
 * turned), or damped smoothing has forecast the past clearly better. One rule for all indicators, so that nobody
 * picks the forecast that looks best. `tested` null: too few years to compare.
 */
export const chooseForecast = (
  observations: readonly Observation[],
  ordinary: Line,
  tested: SmoothingTest | null,
  rules: ForecastRules,
): Chosen => {
  const wild = outlierYear(observations, ordinary, rules.outlierSignificance);
  if (wild !== null) return { method: 'theil-sen', choice: { because: 'outlier', fiscalYear: wild } };
  if (tested !== null && tested.error < tested.lineError * rules.smoothingGain)
    return { method: 'damped-holt', choice: { because: 'smoothing-closer', ...tested } };
  if (haveStandardErrors(observations))
    return { method: 'wls', choice: { because: 'standard-errors-known' } };
  return {
    method: 'ols',
    choice: tested === null ? { because: 'straight-line' } : { because: 'smoothing-not-closer', ...tested },
  };
};
