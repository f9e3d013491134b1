import type { Direction, IndicatorKind, TimeBehaviour } from '../indicator.ts';
import type { MissingReason } from '../missing-reason.ts';

/** 実績値 of one fiscal year, whole (no breakdown). A figure, a text milestone, or a reason for having neither. */
export interface JudgeableValue {
  readonly fiscalYear: number;
  /** ISO date the figure is of; null where it is of the year. */
  readonly asOf: string | null;
  /** Decimal string in the indicator's unit of that year */
  readonly value: string | null;
  /** 文字の実績: 設置, 策定 */
  readonly text: string | null;
  readonly missing: MissingReason | null;
  /** 標準誤差, same unit as the value; null where the figure is no estimate. */
  readonly standardError: string | null;
  readonly status: 'provisional' | 'final' | 'estimated';
}

/** 目標値 in force. `value` and `text` null: to be set (○○). */
export interface JudgeableTarget {
  readonly fiscalYear: number;
  readonly value: string | null;
  readonly text: string | null;
  readonly comparison: 'at-least' | 'at-most' | 'exactly';
}

/** 基準値. `behaviour` may differ from the target's: 単年の基準値 beside a 累計の目標値. */
export interface JudgeableBaseline {
  readonly fiscalYear: number;
  readonly value: string | null;
  readonly behaviour: TimeBehaviour;
  readonly standardError: string | null;
}

/** 目標への道筋. linear: through the stated targets; step: as linear, moving only in survey years; given: by year. */
export interface TargetPath {
  readonly shape: 'linear' | 'step' | 'given';
  /** For 'given': decimal strings in the indicator's unit */
  readonly points: readonly { readonly fiscalYear: number; readonly value: string }[];
  /** For 'step': the years in which the figure is measured */
  readonly surveyYears: readonly number[];
}

/** 人による評価 of one year (自己評価 等), among the choices of the scheme. */
export interface HumanMark {
  readonly fiscalYear: number;
  readonly markKey: string;
  readonly mark: string;
  readonly reason: string;
}

/** From `fromFiscalYear` on figures are in `unit`: old figure × factor = new figure. Factor null: not comparable. */
export interface UnitChange {
  readonly fromFiscalYear: number;
  readonly unit: string;
  readonly factor: string | null;
}

/**
 * All a judgement needs to know of one indicator; plain data. Figures are decimal strings, never floats.
 * One entry a fiscal year in `values` and in `targets`.
 */
export interface Judgeable {
  readonly indicatorKey: string;
  readonly name: string;
  /** 単位 of the newest figures and of the targets */
  readonly unit: string;
  readonly direction: Direction;
  /** For direction 'range': bounds within which the figure should lie, both included. */
  readonly range: { readonly from: string | null; readonly to: string | null } | null;
  readonly kind: IndicatorKind;
  readonly subjective: boolean;
  /** Of the values */
  readonly timeBehaviour: TimeBehaviour;
  /** 調査の頻度, as the town names it: 毎年, 5年に1度; '' where unknown */
  readonly frequency: string;
  /** Words a scheme may ask for: 再掲, 重点 … */
  readonly tags: readonly string[];
  /**
   * What targets, and the figure judged against them, are. 'cumulative' or 'period-total' over yearly flows: the
   * sum of the flows from `since`; 'period-average': their mean. `since` null: the year after the baseline.
   */
  readonly targetBasis: { readonly behaviour: TimeBehaviour; readonly since: number | null };
  readonly baseline: JudgeableBaseline | null;
  readonly targets: readonly JudgeableTarget[];
  readonly path: TargetPath;
  readonly values: readonly JudgeableValue[];
  readonly marks: readonly HumanMark[];
  /** Whether marks there may be are kept from the reader. Then no rule that asks for one can be followed. */
  readonly withholdsMarks?: boolean;
  readonly unitChanges: readonly UnitChange[];
  /** What it belongs to, for the roll-up: { item: ['koto-1'], unit: ['kikaku'], pillar: ['学び'] }. Several: 再掲. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Weight in a weighted score, decimal string; null: one */
  readonly weight: string | null;
}
