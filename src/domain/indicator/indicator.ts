import type { Source } from '../kernel/source.ts';
import type { MissingReason } from './missing-reason.ts';

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
export const timeBehaviours = ['point', 'flow', 'cumulative', 'period-total', 'period-average'] as const;
export type TimeBehaviour = (typeof timeBehaviours)[number];

/** 内訳の軸: age, sex, area or the answer chosen. */
export interface BreakdownDimension {
  readonly key: string;
  readonly name: string;
  /** For English pages; the Japanese name where there is none. */
  readonly nameEn?: string | undefined;
  readonly categories: readonly BreakdownCategory[];
}

export interface BreakdownCategory {
  readonly key: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
}

/**
 * What the targets say, and with them the figure that is judged. `behaviour` null: the same as the values.
 * 'cumulative' beside yearly flows: the flows added up since the fiscal year `since`.
 */
export interface TargetBasis {
  readonly behaviour: TimeBehaviour | null;
  readonly since: number | null;
}

/** 目標までの道筋: evenly, in steps at the years of a survey, or as given year by year. */
export interface PathShape extends OwnPath {
  readonly scenario?: PathScenario | undefined;
}

/** What is decided for the indicator itself. */
export interface OwnPath {
  readonly shape: 'linear' | 'step' | 'given';
  /** Of a given path; decimal strings. */
  readonly points: readonly { readonly fiscalYear: number; readonly value: string }[];
  /** Of a path in steps. */
  readonly surveyYears: readonly number[];
}

/** Of a path taken from a published 人口シナリオ: which edition of it, and what it took the place of. */
export interface PathScenario {
  readonly key: string;
  readonly edition: number;
  readonly name: string;
  /** 付ける前の道筋, for taking the scenario off again; left out by what was attached before this was kept. */
  readonly before?: OwnPath | undefined;
}

/** From `fiscalYear` on figures are in `unit`. `factor`: times an earlier figure gives it in the new unit; null: not comparable. */
export interface UnitChange {
  readonly fiscalYear: number;
  readonly unit: string;
  readonly factor: string | null;
}

/** 計算する指標: a figure made of other indicators' figures of the same year. */
export interface ComputedRule {
  readonly operation: 'ratio' | 'sum' | 'difference' | 'per-resident';
  /** In the order of the arithmetic: dividend, divisor; minuend, subtrahend; summands. */
  readonly operands: readonly string[];
  /** Of a ratio 100 makes percent; per 1,000 or 100,000 residents. Decimal string. */
  readonly factor: string;
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
  readonly targetBasis: TargetBasis;
  /** 望ましい範囲, of direction 'range': an end that is null is open. */
  readonly range: { readonly from: string | null; readonly to: string | null } | null;
  readonly path: PathShape;
  readonly unitChanges: readonly UnitChange[];
  readonly computed: ComputedRule | null;
  /** Months from the end of a fiscal year until its figure is expected. null: by the town's collection. */
  readonly availableAfterMonths: number | null;
  /** 共通指標: the same definition as other towns' indicators of this key. */
  readonly commonKey: string | null;
  readonly position: number;
}

/** What an indicator says of these when nobody has said anything. */
export const plainIndicator = {
  targetBasis: { behaviour: null, since: null },
  range: null,
  path: { shape: 'linear', points: [], surveyYears: [] },
  unitChanges: [],
  computed: null,
  availableAfterMonths: null,
  commonKey: null,
} as const satisfies Partial<Indicator>;

/**
 * One figure. Decimal strings, never floats: '6.77', '65000'.
 * A number, a milestone in words (設置, 策定), or the reason why there is none: at most one of the three.
 * None of them: to be set / not yet entered.
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
  /** 値がない理由 */
  readonly missing: MissingReason | null;
  /** 標準誤差 of a survey's figure, in the indicator's unit. */
  readonly standardError: string | null;
  readonly status: 'provisional' | 'final' | 'estimated';
  readonly source: Source | null;
  readonly note: string;
}

/** What a figure says of these when nobody has said anything. */
export const plainValue = { missing: null, standardError: null } as const satisfies Partial<IndicatorValue>;

/** 基準値 */
export interface Baseline {
  readonly fiscalYear: number;
  readonly value: string | null;
  /** null: as the values. A single year's figure may stand beside a cumulative target. */
  readonly behaviour: TimeBehaviour | null;
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
