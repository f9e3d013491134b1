import type { CommonDirection } from '../evaluation/common-direction.ts';
import type { Source } from '../kernel/source.ts';
import type { LegalObligation } from '../programme/programme.ts';
import type { ProposalKind } from './budget.ts';

/** 経費区分 */
export interface ExpenseClass {
  readonly key: string;
  readonly label: string;
  /** 枠配分経費; false: 枠配分外経費, asked for and assessed beside the frames */
  readonly inFrame: boolean;
  /** 義務的経費: never cut in proportion */
  readonly obligatory: boolean;
  readonly meaning: string;
}

/** Which class a programme without one of its own belongs to: the first line that fits. */
export interface SortingLine {
  /** Keys of programme types; null: any */
  readonly types: readonly string[] | null;
  readonly legal: readonly LegalObligation[] | null;
  readonly give: string;
}

/** Which frames a rule is about. null: all */
export interface FrameScope {
  readonly classes: readonly string[] | null;
  readonly units: readonly string[] | null;
}

interface NamedRule extends FrameScope {
  readonly key: string;
  readonly label: string;
}

/** One step of the computation. Rates and shares are decimal strings, amounts whole thousand yen. */
export type FrameRule =
  /** 前年度 × 率 */
  | (NamedRule & { readonly by: 'rate'; readonly rate: string })
  /** A rate for what the evaluation said of each programme. */
  | (NamedRule & {
      readonly by: 'direction';
      readonly rates: Readonly<Partial<Record<CommonDirection, string>>>;
      readonly otherwise: string;
    })
  /** ゼロベース: nothing of the base counts. */
  | (NamedRule & { readonly by: 'zero' })
  /** 定額: each frame of the scope is this much. */
  | (NamedRule & { readonly by: 'fixed'; readonly amountThousandYen: number })
  /** 優先枠: shared out in proportion to what programmes of these directions had. */
  | (NamedRule & {
      readonly by: 'slot';
      readonly amountThousandYen: number;
      readonly directions: readonly CommonDirection[];
    })
  /** Part of what the steps before took away comes back, to be spent freely. */
  | (NamedRule & { readonly by: 'return'; readonly share: string; readonly to: string })
  /** 義務的経費を先取りし残りを配分: what the revenue leaves after all other classes, in proportion. */
  | (NamedRule & { readonly by: 'rest'; readonly when: 'always' | 'exceeded' });

/** 端数処理 of each frame. */
export interface FrameRounding {
  /** 1, 10, 100, 1000 thousand yen */
  readonly unitThousandYen: number;
  readonly mode: 'half-away' | 'down';
}

/** 節減への還元. Rates are decimal strings. */
export interface IncentiveRule {
  readonly baseRate: string;
  readonly criteria: readonly {
    readonly key: string;
    readonly label: string;
    readonly levels: readonly { readonly points: number; readonly label: string }[];
  }[];
  /** Added to the rate from this sum of points on; the highest line reached counts. */
  readonly additions: readonly { readonly fromPoints: number; readonly rate: string }[];
  readonly leastRate: string;
  readonly greatestRate: string;
  /** 上限額; null: none */
  readonly capThousandYen: number | null;
  /** How many years it may be used, its first one included. */
  readonly usableYears: number;
}

export interface ProposalRules {
  /** Kinds that need an offset (スクラップ・アンド・ビルド) as great as what they add. */
  readonly offsetFor: readonly ProposalKind[];
  /** Kinds that need an end year (終期). */
  readonly endYearFor: readonly ProposalKind[];
  /** Kinds whose amount of every year until the end is asked for (総事業費). */
  readonly totalCostFor: readonly ProposalKind[];
}

/** 流用: how far money may move after settling. */
export interface TransferRules {
  readonly acrossUnits: boolean;
  readonly acrossClasses: boolean;
}

/** 枠配分の規則 of a town, as data. */
export interface BudgetScheme {
  readonly schemeKey: string;
  readonly version: string;
  readonly name: string;
  readonly source?: Source;
  /** What the published rule leaves open, and how it is read here. */
  readonly readings: readonly string[];
  /** Whose frames: the unit at the top above a programme's (事業部), or its own. */
  readonly framesFor: 'top' | 'own';
  readonly expenseClasses: readonly ExpenseClass[];
  readonly sorting: readonly SortingLine[];
  /** Class of what no line fits; null: listed as not sorted */
  readonly otherwise: string | null;
  readonly base: {
    readonly of: 'budget' | 'settled';
    readonly money: 'general' | 'total';
    /** Where 一般財源 is asked for and the funding is not known. */
    readonly unknownFunding: 'use-total' | 'list';
  };
  readonly rules: readonly FrameRule[];
  /** Whether the whole may not exceed the revenue expected. */
  readonly ceiling: 'revenue' | 'none';
  readonly rounding: FrameRounding;
  readonly incentive: IncentiveRule | null;
  readonly proposals: ProposalRules;
  readonly transfers: TransferRules;
}
