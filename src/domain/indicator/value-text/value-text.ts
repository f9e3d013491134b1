import type { MissingReason } from '../missing-reason.ts';

/** A year written in the cell: （令和6年度） or （2024年）. */
export interface NotedYear {
  readonly of: 'fiscal-year' | 'calendar-year';
  readonly year: number;
}

/** 1,234千人, 約3割以上, 延べ120件（令和6年度） */
export interface NumberText {
  readonly kind: 'number';
  /** Decimal string as written, before the scale: '1234' of 1,234千人 */
  readonly value: string;
  /** 千, 万, 百万, 億 …; '' for none */
  readonly scale: string;
  readonly unit: string;
  /** 約 */
  readonly approximate: boolean;
  /** 延べ or 累計; null: of the year */
  readonly cumulative: '延べ' | '累計' | null;
  /** 以上・以下・超・未満 */
  readonly bound: 'at-least' | 'at-most' | 'above' | 'below' | null;
  readonly year: NotedYear | null;
}

/** 文字の実績: 設置, 策定, 有. A year by itself (令和7年度) is a milestone without a word. */
export interface MilestoneText {
  readonly kind: 'milestone';
  readonly word: string;
  readonly stage: MilestoneStage;
  readonly year: NotedYear | null;
}
export type MilestoneStage = 'done' | 'under-way' | 'not-done';

/** A word or sign that says why there is no figure. */
export interface MissingText {
  readonly kind: 'missing';
  readonly word: string;
  readonly reason: MissingReason;
}

/** ○○人: to be set */
export interface OpenText {
  readonly kind: 'open';
  readonly unit: string;
  readonly year: NotedYear | null;
}

/** Nothing written: not entered. It is no reason for having no figure. */
export interface BlankText {
  readonly kind: 'blank';
}

export type PlainValueText = NumberText | MilestoneText | MissingText | OpenText;

/** 基準値⇒目標値 in one cell */
export interface TransitionText {
  readonly kind: 'transition';
  readonly from: PlainValueText;
  readonly to: PlainValueText;
}

/** What the text of a cell says. */
export type ValueText = PlainValueText | TransitionText | BlankText;

/** The words a town's tables use; data, so that another town's word is an entry and not a change of the program. */
export interface ValueWords {
  /** The first of `words` is the one printed. */
  readonly missing: readonly { readonly words: readonly string[]; readonly reason: MissingReason }[];
  readonly milestones: readonly { readonly words: readonly string[]; readonly stage: MilestoneStage }[];
  /** To be set */
  readonly open: readonly string[];
  readonly units: readonly string[];
  readonly scales: readonly { readonly word: string; readonly factor: string }[];
}
