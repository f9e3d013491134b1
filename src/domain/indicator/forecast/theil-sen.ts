import { haveStandardErrors, type Line } from './line.ts';
import { median, type Observation, sum } from './observation.ts';

/**
 * Theil–Sen line: median of the slopes of all pairs, then median of value − slope × year. One wild year does not turn
 * it. Its scatter is counted from all figures, the wild one too, so that the interval does not pretend it never happens.
 * Sources: Theil 1950; Sen, JASA 63 (1968) 1379–1389. @throws below three figures.
 */
export const theilSenLine = (observations: readonly Observation[]): Line & { readonly intercept: number } => {
  const n = observations.length;
  if (n < 3) throw new Error('a line with scatter requires at least three figures');
  const slope = median(
    observations.flatMap((a, at) =>
      observations.slice(at + 1).map((b) => (b.value - a.value) / (b.fiscalYear - a.fiscalYear)),
    ),
  );
  const intercept = median(observations.map(({ fiscalYear, value }) => value - slope * fiscalYear));
  const meanYear = sum(observations.map(({ fiscalYear }) => fiscalYear)) / n;
  const residuals = observations.map(({ fiscalYear, value }) => value - intercept - slope * fiscalYear);
  const largest = Math.max(...observations.map(({ value }) => Math.abs(value)));
  const dispersion = sum(residuals.map((residual) => residual ** 2)) / (n - 2);
  return {
    slope,
    intercept,
    meanYear,
    meanValue: intercept + slope * meanYear,
    weightSum: n,
    spread: sum(observations.map(({ fiscalYear }) => (fiscalYear - meanYear) ** 2)),
    dispersion: dispersion <= (1e-12 * largest) ** 2 ? 0 : dispersion,
    n,
    samplingVariance: haveStandardErrors(observations)
      ? sum(observations.map(({ standardError }) => (standardError ?? 0) ** 2)) / n
      : 0,
  };
};
