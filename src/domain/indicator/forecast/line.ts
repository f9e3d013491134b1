import { type Observation, sum } from './observation.ts';
import type { Prediction } from './prediction.ts';

/** A straight line through yearly figures; `weights` are 1 ÷ SE², or all one. */
export interface Line {
  readonly slope: number;
  /** Weighted means: the line passes through them. */
  readonly meanYear: number;
  readonly meanValue: number;
  readonly weightSum: number;
  /** Σ w (year − meanYear)² */
  readonly spread: number;
  /** Σ w r² ÷ (n − 2); with weights of one the variance of a figure about the line */
  readonly dispersion: number;
  readonly n: number;
  /** Added for each new figure: the sampling variance of the survey, or 0 */
  readonly samplingVariance: number;
}

export const valueOnLine = (
  { slope, meanYear, meanValue }: Pick<Line, 'slope' | 'meanYear' | 'meanValue'>,
  fiscalYear: number,
): number => meanValue + slope * (fiscalYear - meanYear);

/** A scatter of rounding errors only is none. */
const withoutDust = (dispersion: number, weighted: readonly number[]): number => {
  const largest = Math.max(...weighted.map(Math.abs));
  return dispersion <= (1e-13 * largest) ** 2 ? 0 : dispersion;
};

/** Whether every figure comes with the standard error of its sample. */
export const haveStandardErrors = (observations: readonly Observation[]): boolean =>
  observations.every(({ standardError }) => standardError !== null && standardError > 0);

const fitted = (observations: readonly Observation[], weights: readonly number[]): Line => {
  const n = observations.length;
  if (n < 3) throw new Error('a line with scatter requires at least three figures');
  const weightOf = (at: number): number => weights[at] ?? 0;
  const weightSum = sum(weights);
  const meanYear = sum(observations.map(({ fiscalYear }, at) => weightOf(at) * fiscalYear)) / weightSum;
  const meanValue = sum(observations.map(({ value }, at) => weightOf(at) * value)) / weightSum;
  const spread = sum(observations.map(({ fiscalYear }, at) => weightOf(at) * (fiscalYear - meanYear) ** 2));
  const slope =
    sum(
      observations.map(
        ({ fiscalYear, value }, at) => weightOf(at) * (fiscalYear - meanYear) * (value - meanValue),
      ),
    ) / spread;
  const residuals = observations.map(
    (each, at) =>
      Math.sqrt(weightOf(at)) * (each.value - valueOnLine({ slope, meanYear, meanValue }, each.fiscalYear)),
  );
  const dispersion = withoutDust(
    sum(residuals.map((residual) => residual ** 2)) / (n - 2),
    observations.map(({ value }, at) => Math.sqrt(weightOf(at)) * value),
  );
  return { slope, meanYear, meanValue, weightSum, spread, dispersion, n, samplingVariance: 0 };
};

/**
 * Ordinary least squares. @throws below three figures or with one year only.
 * @example y = 6.41, 6.48, 6.55, 6.52, 6.66, 6.77 in six following years: slope 0.066
 */
export const ordinaryLine = (observations: readonly Observation[]): Line =>
  fitted(
    observations,
    observations.map(() => 1),
  );

/**
 * Weighted least squares by 1 ÷ SE²: a year with fewer answers pulls less. The mean sampling variance is added to each
 * new figure; the scatter about the line holds a part of it already, so the interval is rather too wide than too narrow.
 * @throws where a figure has no standard error.
 */
export const weightedLine = (observations: readonly Observation[]): Line => {
  const variances = observations.map(({ standardError }) => {
    if (standardError === null || standardError <= 0)
      throw new Error('weightedLine requires a standard error above zero for every figure');
    return standardError ** 2;
  });
  const line = fitted(
    observations,
    variances.map((variance) => 1 / variance),
  );
  return { ...line, samplingVariance: sum(variances) / variances.length };
};

/**
 * Forecast of the sum of the figures of `fiscalYears` (one year: that year's figure). Errors of different years are
 * independent, that of the line is shared. ŷ ± t(n−2) σ √(1 + 1/n + (x₀−x̄)²/Sxx) for one year without weights.
 */
export const predictOnLine = (line: Line, fiscalYears: readonly number[]): Prediction => {
  const years = fiscalYears.length;
  const { dispersion, weightSum, spread, n, samplingVariance } = line;
  const distance = sum(fiscalYears.map((year) => year - line.meanYear));
  const ofLine = dispersion * (years ** 2 / weightSum + distance ** 2 / spread);
  // Scatter of one figure of average weight, in the unit of the figures.
  const ofFigures = years * ((dispersion * n) / weightSum + samplingVariance);
  return {
    mean: sum(fiscalYears.map((year) => valueOnLine(line, year))),
    scale: Math.sqrt(ofLine + ofFigures),
    degrees: n - 2,
  };
};
