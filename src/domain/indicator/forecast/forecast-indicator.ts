import { chooseForecast } from './choose-forecast.ts';
import {
  type Forecast,
  type ForecastMethod,
  type ForecastRules,
  forecastNeeds,
  type MethodForecast,
  usualForecastRules,
} from './forecast.ts';
import type { NoGoal } from './goal-of-target.ts';
import { haveStandardErrors, type Line, ordinaryLine, weightedLine } from './line.ts';
import { mannKendall } from './mann-kendall.ts';
import type { Observation } from './observation.ts';
import { type JoinedYears, predictFigure, type YearsAhead, yearsAhead } from './predicted-figure.ts';
import { type Goal, intervalOf, isWithin, probabilityWithin } from './prediction.ts';
import { smoothingForecast, testSmoothing } from './smoothing.ts';
import { theilSenLine } from './theil-sen.ts';
import type { UsableSeries } from './usable-series.ts';

export interface ForecastQuestion {
  readonly series: UsableSeries;
  readonly targetFiscalYear: number;
  /** What reaching the target means, or why that cannot be said */
  readonly goal: Goal | NoGoal;
  /** Of a target about several years together */
  readonly joined: JoinedYears | null;
}

const lineForecast = (
  method: ForecastMethod,
  line: Line,
  years: YearsAhead,
  level: number,
): MethodForecast => {
  const prediction = predictFigure(line, years);
  return {
    method,
    prediction,
    interval: intervalOf(prediction, level),
    slopePerYear: line.slope,
    parameters: null,
  };
};

const allMethods = (
  observations: readonly Observation[],
  ordinary: Line,
  years: YearsAhead,
  rules: ForecastRules,
): readonly MethodForecast[] => [
  lineForecast('ols', ordinary, years, rules.level),
  haveStandardErrors(observations)
    ? lineForecast('wls', weightedLine(observations), years, rules.level)
    : { method: 'wls', reason: 'standard-errors-incomplete' },
  lineForecast('theil-sen', theilSenLine(observations), years, rules.level),
  smoothingForecast('holt', observations, years, rules),
  smoothingForecast('damped-holt', observations, years, rules),
];

/**
 * 見通し: the figure of the target's year from the years measured, with its range, the probability of reaching the
 * target, and every method beside the published one. Sources stand at each method.
 */
export const forecastIndicator = (
  { series, targetFiscalYear, goal, joined }: ForecastQuestion,
  rules: ForecastRules = usualForecastRules,
): Forecast => {
  const { observations, leftOut, notFinal } = series;
  const n = observations.length;
  const fiscalYears = observations.map(({ fiscalYear }) => fiscalYear);
  const base = { targetFiscalYear, n, fiscalYears, leftOut, notFinal };
  if (n < forecastNeeds) return { kind: 'none', ...base, reason: 'too-few-points', needed: forecastNeeds };
  const years = yearsAhead(observations, targetFiscalYear, joined);
  if ('reason' in years) return { kind: 'none', ...base, ...years };
  const ordinary = ordinaryLine(observations);
  const tested = joined === null ? testSmoothing(observations, rules) : null;
  const methods = allMethods(observations, ordinary, years, rules);
  const wanted = chooseForecast(observations, ordinary, tested, rules);
  const found = methods.find(({ method }) => method === wanted.method);
  // Smoothing may do well on the past and yet not reach this year (uneven years): the line stands in.
  const [published, choice] =
    found !== undefined && 'prediction' in found
      ? [found, wanted.choice]
      : [lineForecast('ols', ordinary, years, rules.level), { because: 'straight-line' } as const];
  if (!('prediction' in published)) throw new Error('a line through four figures always has a forecast');
  const { prediction, interval, slopePerYear, parameters, method } = published;
  const stated = typeof goal === 'string' ? null : goal;
  const probability = stated === null ? null : probabilityWithin(prediction, stated);
  const [first = 0, last = 0] = [fiscalYears[0], fiscalYears[n - 1]];
  return {
    kind: 'forecast',
    ...base,
    method,
    choice: joined !== null && choice.because === 'straight-line' ? { because: 'sum-of-years' } : choice,
    mean: prediction.mean,
    interval,
    probability,
    noProbability: typeof goal === 'string' ? goal : probability === null ? 'no-scatter' : null,
    reaches: stated === null ? null : isWithin(prediction.mean, stated),
    slopePerYear,
    parameters,
    trend: mannKendall(observations.map(({ value }) => value)),
    farAhead: targetFiscalYear - last > last - first,
    methods,
  };
};
