import type { Prediction } from './prediction.ts';

/** Smoothing of the level and of the trend, and the share of the trend that is left each year (1: all of it). */
export interface HoltParameters {
  readonly level: number;
  readonly trend: number;
  readonly damping: number;
}

interface HoltState {
  readonly level: number;
  readonly trend: number;
  /** One step ahead, figure less forecast, in the order of the figures */
  readonly errors: readonly number[];
}

/** Fewest figures for smoothing. */
export const holtNeeds = 6;

/**
 * Holt's method and its damped form over equally spaced figures, begun with the first figure and the first step.
 * Sources: Holt 1957; Gardner and McKenzie 1985. @throws below two figures.
 */
export const smoothByHolt = (values: readonly number[], parameters: HoltParameters): HoltState => {
  const [first, second] = values;
  if (first === undefined || second === undefined) throw new Error('smoothByHolt requires two figures');
  let [level, trend] = [first, second - first];
  const errors = values.map((value) => {
    const expected = level + parameters.damping * trend;
    const error = value - expected;
    const next = expected + parameters.level * error;
    trend = parameters.trend * (next - level) + (1 - parameters.trend) * parameters.damping * trend;
    level = next;
    return error;
  });
  return { level, trend, errors };
};

/** Σ damping^j for j = 1 … steps */
const dampedSteps = (damping: number, steps: number): number => {
  let [total, share] = [0, 1];
  for (let step = 1; step <= steps; step += 1) {
    share *= damping;
    total += share;
  }
  return total;
};

/** The first two figures began the smoothing: their errors say nothing. */
const told = (errors: readonly number[]): readonly number[] => errors.slice(2);

export const squaredErrors = (errors: readonly number[]): number =>
  told(errors).reduce((total, error) => total + error ** 2, 0);

/**
 * Forecast `steps` spaces ahead. Variance σ²(1 + Σ cⱼ²), cⱼ = α + αβ(φ + … + φʲ), Hyndman, Koehler, Ord and Snyder,
 * Forecasting with Exponential Smoothing, 2008, ch. 6. `estimated`: parameters taken from the figures themselves.
 */
export const predictByHolt = (
  values: readonly number[],
  parameters: HoltParameters,
  steps: number,
  estimated: number,
): Prediction => {
  const { level, trend, errors } = smoothByHolt(values, parameters);
  const degrees = Math.max(1, told(errors).length - estimated);
  let spread = 1;
  for (let step = 1; step < steps; step += 1)
    spread += (parameters.level * (1 + parameters.trend * dampedSteps(parameters.damping, step))) ** 2;
  const variance = (squaredErrors(errors) / degrees) * spread;
  const largest = Math.max(...values.map(Math.abs));
  return {
    mean: level + dampedSteps(parameters.damping, steps) * trend,
    scale: variance <= (1e-12 * largest) ** 2 ? 0 : Math.sqrt(variance),
    degrees,
  };
};
