import type { Source } from '../kernel/source.ts';

/** 指標の方向. Separate from the formula of achievement. */
export type Direction =
  | 'up'
  | 'down'
  | 'keep-at-or-above'
  | 'keep-at-or-below'
  | 'range'
  | 'milestone'
  | 'none';
export type IndicatorKind = 'input' | 'activity' | 'output' | 'outcome' | 'impact';
/** 値の時間的な性質: 時点・年間・累計・期間合計・期間平均 */
export type TimeBehaviour = 'point' | 'flow' | 'cumulative' | 'period-total' | 'period-average';

/** 内訳の軸: age, sex, area or the answer chosen. */
export interface BreakdownDimension {
  readonly key: string;
  readonly name: string;
  readonly categories: readonly { readonly key: string; readonly name: string }[];
}

export interface Indicator {
  readonly indicatorKey: string;
  readonly name: string;
  /** 単位: 人, 点, % … */
  readonly unit: string;
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  readonly subjective: boolean;
  readonly timeBehaviour: TimeBehaviour;
  readonly definition: string;
  /** 算式, as text */
  readonly formulaText: string;
  readonly source: Source | null;
  readonly frequency: string;
  /** Decimal places shown. */
  readonly decimals: number;
  readonly unitKey: string | null;
  readonly breakdowns: readonly BreakdownDimension[];
  readonly position: number;
}

/**
 * One figure. Decimal strings, never floats: '6.77', '65000'.
 * `value` null and `text` null: to be set / not yet entered. `text` for milestones (設置, 策定).
 */
export interface IndicatorValue {
  /** 'actual', or the key of a reference series such as a projection */
  readonly series: string;
  readonly fiscalYear: number;
  /** Calendar date the figure is of, where it is a point in time (census: 2020-10-01). */
  readonly asOf: string | null;
  /** '' for the whole; 'age:20s', 'age:20s/score:7' for a cell of a breakdown */
  readonly breakdown: string;
  readonly value: string | null;
  readonly text: string | null;
  readonly status: 'provisional' | 'final' | 'estimated';
  readonly source: Source | null;
  readonly note: string;
}

/** 基準値 */
export interface Baseline {
  readonly fiscalYear: number;
  readonly value: string | null;
  readonly note: string;
  readonly source: Source | null;
}

/** 目標値. A changed target keeps the old one. `value` null: to be set (○○). */
export interface IndicatorTarget {
  readonly fiscalYear: number;
  readonly value: string | null;
  readonly text: string | null;
  readonly comparison: 'at-least' | 'at-most' | 'exactly';
  readonly setOn: string | null;
  readonly reason: string;
  readonly source: Source | null;
}

/** Names of the series other than 'actual': a projection, a prospect. */
export interface ReferenceSeries {
  readonly series: string;
  readonly name: string;
  readonly note: string;
}
