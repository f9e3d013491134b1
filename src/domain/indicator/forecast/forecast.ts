import type { NoGoal } from './goal-of-target.ts';
import type { HoltParameters } from './holt.ts';
import type { TrendTest } from './mann-kendall.ts';
import type { Interval, Prediction } from './prediction.ts';
import type { LeftOut } from './usable-series.ts';

/** 最小二乗法・標準誤差で重みづけた最小二乗法・Theil–Sen・Holt・減衰 Holt */
export type ForecastMethod = 'ols' | 'wls' | 'theil-sen' | 'holt' | 'damped-holt';

/** Why this forecast is the published one. */
export type ForecastChoice =
  | { readonly because: 'straight-line' }
  | { readonly because: 'standard-errors-known' }
  | { readonly because: 'sum-of-years' }
  | { readonly because: 'outlier'; readonly fiscalYear: number }
  /** Mean one-step errors over the same years, in the unit of the figures */
  | {
      readonly because: 'smoothing-closer';
      readonly error: number;
      readonly lineError: number;
      readonly tested: number;
    }
  | {
      readonly because: 'smoothing-not-closer';
      readonly error: number;
      readonly lineError: number;
      readonly tested: number;
    };

/** One method's forecast, or why it has none. */
export type MethodForecast =
  | {
      readonly method: ForecastMethod;
      readonly prediction: Prediction;
      readonly interval: Interval;
      /** Change in a year (lines) or the last year's trend (smoothing) */
      readonly slopePerYear: number;
      readonly parameters: HoltParameters | null;
    }
  | {
      readonly method: ForecastMethod;
      readonly reason: 'too-few-points' | 'years-uneven' | 'sum-of-years' | 'standard-errors-incomplete';
    };

export type NoForecast =
  /** No year to look ahead to */
  | { readonly reason: 'no-target' }
  /** Fewer than `needed` comparable figures */
  | { readonly reason: 'too-few-points'; readonly needed: number }
  /** The year asked for is measured already, or past */
  | { readonly reason: 'year-not-ahead'; readonly lastFiscalYear: number }
  /** A year of the sum has no figure and is over */
  | { readonly reason: 'incomplete-series'; readonly fiscalYear: number };

interface ForecastBase {
  /** null: without a target */
  readonly targetFiscalYear: number | null;
  /** Figures used, and their years */
  readonly n: number;
  readonly fiscalYears: readonly number[];
  readonly leftOut: readonly LeftOut[];
  readonly notFinal: readonly number[];
}

/** 見通し of one indicator for one year. Numbers are in the indicator's newest unit, not rounded. */
export type Forecast = ForecastBase &
  (
    | ({ readonly kind: 'none' } & NoForecast)
    | {
        readonly kind: 'forecast';
        readonly method: ForecastMethod;
        readonly choice: ForecastChoice;
        readonly mean: number;
        readonly interval: Interval;
        /** Of reaching the target; null with the reason beside it */
        readonly probability: number | null;
        readonly noProbability: NoGoal | 'no-scatter' | null;
        /** Whether the mean itself reaches it */
        readonly reaches: boolean | null;
        readonly slopePerYear: number;
        readonly parameters: HoltParameters | null;
        readonly trend: TrendTest;
        /** Further ahead than the figures reach back: to be read with care */
        readonly farAhead: boolean;
        readonly methods: readonly MethodForecast[];
      }
  );

export interface ForecastRules {
  /** Of the interval: 0.8 */
  readonly level: number;
  readonly outlierSignificance: number;
  /** Smoothing is published where its mean error is at most this share of the line's … */
  readonly smoothingGain: number;
  /** … over at least so many one-step forecasts */
  readonly smoothingTests: number;
  /** null: estimated from the figures */
  readonly holt: { readonly level: number; readonly trend: number; readonly damping: number } | null;
}

export const usualForecastRules: ForecastRules = {
  level: 0.8,
  outlierSignificance: 0.05,
  smoothingGain: 0.9,
  smoothingTests: 4,
  holt: null,
};

/** Below four figures a line always looks good. */
export const forecastNeeds = 4;
