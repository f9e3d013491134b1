import type { Fraction } from '../../kernel/fraction.ts';
import type { ComputedRule } from '../indicator.ts';
import type { JudgeableValue } from '../judgement/judgeable.ts';
import type { MissingReason } from '../missing-reason.ts';

/** An indicator as a computation sees it: measured where `rule` is null, computed from others where it is not. */
export interface ComputableIndicator {
  readonly indicatorKey: string;
  readonly name: string;
  readonly unit: string;
  /** Decimal places shown */
  readonly decimals: number;
  readonly rule: ComputedRule | null;
  /** One entry a year, in the unit of that year; not looked at where there is a rule */
  readonly values: readonly JudgeableValue[];
}

/** Why an operand has no number in a year. */
export type OperandLacks = MissingReason | 'no-value' | 'not-numeric' | 'division-by-zero';

/** A measured operand without a number, or the computed one whose divisor is zero. */
export interface LackingOperand {
  readonly indicatorKey: string;
  readonly reason: OperandLacks;
}

/** One year of an indicator, measured or computed. */
export interface ComputedYear {
  readonly fiscalYear: number;
  /** Exact, before rounding; null where an operand lacks its number */
  readonly exact: Fraction | null;
  /** 四捨五入 to the indicator's places, half away from zero; decimal string. A measured figure as it was given. */
  readonly value: string | null;
  readonly lacking: readonly LackingOperand[];
  /** provisional where any operand is, else estimated where any is */
  readonly status: JudgeableValue['status'];
  /** By the delta method, operands taken as independent samples; null where none has one */
  readonly standardError: number | null;
  /** Change of the figure with each measured figure beneath it, by indicator key */
  readonly sensitivity: ReadonlyMap<string, number>;
}

export interface ComputedSeries {
  readonly indicator: ComputableIndicator;
  /** By fiscal year, ascending */
  readonly years: ReadonlyMap<number, ComputedYear>;
}

/** Every indicator with its years, operands before what is made of them. */
export type ComputedIndicators = ReadonlyMap<string, ComputedSeries>;
