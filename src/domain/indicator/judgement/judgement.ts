import type { Fraction } from '../../kernel/fraction.ts';
import { isMissingReason, type MissingReason } from '../missing-reason.ts';

/** Why a measure has no number, or an axis no grade of its own. */
export const undefinedReasons = [
  'no-value',
  'not-numeric',
  'no-target',
  'target-text',
  'no-baseline',
  'target-is-baseline',
  'division-by-zero',
  'negative',
  'not-comparable',
  'no-direction',
  'only-baseline',
  'incomplete-series',
  'no-previous',
  'no-expected',
  'outside-plan',
  'no-standard-error',
  'unmarked',
  'mark-unknown',
  'no-rule',
] as const;
export type UndefinedReason = (typeof undefinedReasons)[number];

/**
 * `mark-withheld`: the scheme asks for what people said and the reader is not given it. No scheme can have a rule for
 * it: what the town judged is another thing than what it publishes.
 */
export type Reason = UndefinedReason | MissingReason | 'mark-withheld';

export const isMissing = (reason: Reason): reason is MissingReason => isMissingReason(reason);

/** 判定 on one axis. Exactly one grade, or one reason for having none; a grade given for a reason carries both. */
export interface AxisJudgement {
  readonly axisKey: string;
  readonly grade: string | null;
  readonly because: 'band' | 'mark' | 'text' | 'axes' | 'given' | 'missing' | 'undefined';
  readonly reason: Reason | null;
  /** 点数, decimal string */
  readonly points: string | null;
}

export type Language = 'ja' | 'en';

/** One line of the arithmetic, of a measure or of an axis: 進捗 = (38.2 − 35.0) ÷ (45.0 − 35.0) = 0.32 */
export interface ArithmeticLine {
  readonly of:
    | { readonly measure: string }
    | { readonly axis: string }
    | { readonly note: 'actual' | 'baseline' };
  readonly text: string;
}

/** A figure as the scheme publishes it: 「66.7%」; text null with the reason where there is none. */
export interface PublishedFigure {
  readonly measure: string;
  readonly name: string;
  readonly text: string | null;
  readonly reason: Reason | null;
}

/** What one scheme says of one indicator in one year. */
export interface Judgement {
  readonly indicatorKey: string;
  readonly fiscalYear: number;
  readonly schemeKey: string;
  readonly schemeVersion: string;
  readonly axes: readonly AxisJudgement[];
  /** The axis of the headline; null for a scheme of figures only */
  readonly overall: AxisJudgement | null;
  /** Whether there is a figure (number or text) in the year, or one that stands in for it. */
  readonly hasValue: boolean;
  /** Computed when asked: every measure of the scheme, exact, or why it has no number. */
  readonly measures: Readonly<Record<string, Fraction | Reason>>;
  readonly published: readonly PublishedFigure[];
  /** Worked out when asked. */
  arithmetic(language?: Language): readonly ArithmeticLine[];
}
