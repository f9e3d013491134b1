import type { NoForecast } from './forecast.ts';
import { type Line, predictOnLine } from './line.ts';
import { type Observation, sum } from './observation.ts';
import type { Prediction } from './prediction.ts';

/** 累計・期間合計・期間平均の目標 over yearly figures: counted from the year `since` to the target's. */
export interface JoinedYears {
  readonly since: number;
  readonly as: 'sum' | 'mean';
}

/** What the years of the target are made of: those measured, and those still to be forecast. */
export interface YearsAhead {
  readonly joined: JoinedYears | null;
  readonly measured: number;
  readonly ahead: readonly number[];
  readonly count: number;
}

/** A year that is over and has no figure leaves the sum unknown; it is never taken as zero. */
export const yearsAhead = (
  observations: readonly Observation[],
  targetFiscalYear: number,
  joined: JoinedYears | null,
): YearsAhead | NoForecast => {
  const lastFiscalYear = Math.max(...observations.map(({ fiscalYear }) => fiscalYear));
  if (targetFiscalYear <= lastFiscalYear) return { reason: 'year-not-ahead', lastFiscalYear };
  if (joined === null) return { joined, measured: 0, ahead: [targetFiscalYear], count: 1 };
  const figures = new Map(observations.map(({ fiscalYear, value }) => [fiscalYear, value]));
  const count = targetFiscalYear - joined.since + 1;
  const years = Array.from({ length: Math.max(0, count) }, (_, at) => joined.since + at);
  const gap = years.find((year) => year <= lastFiscalYear && !figures.has(year));
  if (gap !== undefined) return { reason: 'incomplete-series', fiscalYear: gap };
  const ahead = years.filter((year) => year > lastFiscalYear);
  if (ahead.length === 0) return { reason: 'year-not-ahead', lastFiscalYear };
  return { joined, measured: sum(years.map((year) => figures.get(year) ?? 0)), ahead, count };
};

/** Forecast of the figure the target is about: of its year, or of the sum or mean of its years. */
export const predictFigure = (line: Line, { joined, measured, ahead, count }: YearsAhead): Prediction => {
  const { mean, scale, degrees } = predictOnLine(line, ahead);
  const divisor = joined?.as === 'mean' ? count : 1;
  return { mean: (measured + mean) / divisor, scale: scale / divisor, degrees };
};
