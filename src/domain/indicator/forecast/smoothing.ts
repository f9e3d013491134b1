import { estimateHolt } from './estimate-holt.ts';
import type { ForecastRules, MethodForecast } from './forecast.ts';
import { type HoltParameters, holtNeeds, predictByHolt, smoothByHolt } from './holt.ts';
import { ordinaryLine, valueOnLine } from './line.ts';
import { type Observation, sum } from './observation.ts';
import type { YearsAhead } from './predicted-figure.ts';
import { intervalOf } from './prediction.ts';

/** Years between figures where they are evenly spaced; null: smoothing cannot be used. */
const spacing = (observations: readonly Observation[]): number | null => {
  const gaps = observations
    .slice(1)
    .map(({ fiscalYear }, at) => fiscalYear - (observations[at]?.fiscalYear ?? 0));
  return gaps.every((gap) => gap === gaps[0]) ? (gaps[0] ?? null) : null;
};

const parametersFor = (values: readonly number[], damped: boolean, rules: ForecastRules): HoltParameters =>
  rules.holt === null
    ? estimateHolt(values, damped)
    : { ...rules.holt, damping: damped ? rules.holt.damping : 1 };

/** Holt's forecast of the year ahead, or why there is none: fewer than six figures, uneven years, a sum of years. */
export const smoothingForecast = (
  method: 'holt' | 'damped-holt',
  observations: readonly Observation[],
  { ahead, joined }: YearsAhead,
  rules: ForecastRules,
): MethodForecast => {
  if (joined !== null) return { method, reason: 'sum-of-years' };
  if (observations.length < holtNeeds) return { method, reason: 'too-few-points' };
  const gap = spacing(observations);
  const distance = (ahead[0] ?? 0) - (observations[observations.length - 1]?.fiscalYear ?? 0);
  if (gap === null || distance % gap !== 0) return { method, reason: 'years-uneven' };
  const values = observations.map(({ value }) => value);
  const parameters = parametersFor(values, method === 'damped-holt', rules);
  const estimated = rules.holt !== null ? 0 : method === 'damped-holt' ? 3 : 2;
  const prediction = predictByHolt(values, parameters, distance / gap, estimated);
  return {
    method,
    prediction,
    interval: intervalOf(prediction, rules.level),
    slopePerYear: smoothByHolt(values, parameters).trend / gap,
    parameters,
  };
};

/** Mean error of forecasts of the next figure made from those before it, once by smoothing and once by the line. */
export interface SmoothingTest {
  readonly error: number;
  readonly lineError: number;
  readonly tested: number;
}

/** Each forecast knows only what was known then. */
export const testSmoothing = (
  observations: readonly Observation[],
  rules: ForecastRules,
): SmoothingTest | null => {
  const origins = observations.slice(holtNeeds).map((next, at) => ({
    next,
    known: observations.slice(0, holtNeeds + at),
  }));
  if (origins.length < rules.smoothingTests) return null;
  const errors = origins.map(({ next, known }) => {
    const values = known.map(({ value }) => value);
    const smoothed = predictByHolt(values, parametersFor(values, true, rules), 1, 0).mean;
    return {
      smoothing: Math.abs(next.value - smoothed),
      line: Math.abs(next.value - valueOnLine(ordinaryLine(known), next.fiscalYear)),
    };
  });
  return {
    error: sum(errors.map(({ smoothing }) => smoothing)) / errors.length,
    lineError: sum(errors.map(({ line }) => line)) / errors.length,
    tested: errors.length,
  };
};
