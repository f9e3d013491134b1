import type { Source } from '../kernel/source.ts';

/** 法定の義務: obliged by law, left to the town, or the source does not say. */
export const legalObligations = ['obliged', 'discretionary', 'unknown'] as const;
export type LegalObligation = (typeof legalObligations)[number];

/** 活動指標・成果指標 */
export const measureKinds = ['output', 'outcome'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** Why a measure has no figure. 'not-stated': the source leaves it empty or says データなし. */
export const programmeMissingReasons = ['not-stated', 'not-measured', 'not-applicable'] as const;
export type ProgrammeMissingReason = (typeof programmeMissingReasons)[number];

/** 会計・款・項・目・事業; '' where the town does not use that part. */
export interface BudgetCode {
  readonly account: string;
  readonly kan: string;
  readonly kou: string;
  readonly moku: string;
  readonly jigyou: string;
}

/** 事務事業 */
export interface Programme {
  readonly programmeKey: string;
  readonly number: string;
  readonly name: string;
  readonly typeKey: string | null;
  readonly legalObligation: LegalObligation;
  readonly legalBasis: string;
  /** 対象 */
  readonly targetGroup: string;
  /** 手段 */
  readonly means: string;
  /** 意図 */
  readonly intent: string;
  readonly unitKey: string | null;
  readonly statedPlace: string;
  readonly expenseClass: string | null;
  readonly startFiscalYear: number | null;
  readonly endFiscalYear: number | null;
  readonly note: string;
  readonly source: Source | null;
  readonly position: number;
}

/** 財源内訳, thousand yen; together they are the total. */
export interface Funding {
  /** 国庫支出金 */
  readonly national: number;
  /** 県支出金 */
  readonly prefecture: number;
  /** 地方債 */
  readonly bond: number;
  /** その他 */
  readonly other: number;
  /** 一般財源 */
  readonly general: number;
}

/** An amount and, where known, what pays for it. */
export interface FundedAmount {
  /** null: not known */
  readonly totalThousandYen: number | null;
  /** null: not known; otherwise its parts are the total exactly */
  readonly funding: Funding | null;
}

/** 事務事業の年度 */
export interface ProgrammeYear {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly unitKey: string | null;
  readonly budgetCodes: readonly BudgetCode[];
  readonly budget: FundedAmount;
  readonly settled: FundedAmount;
  /** Decimal string; null: not recorded */
  readonly staffHours: string | null;
  readonly personnelIncluded: 'yes' | 'no' | 'unknown';
  readonly note: string;
  readonly source: Source | null;
}

/** 活動・成果の指標 of programmes; shared by every programme that names it. */
export interface Measure {
  readonly measureKey: string;
  readonly kind: MeasureKind;
  readonly name: string;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'none';
  readonly indicatorKey: string | null;
}

/** At most one of `actual`, `actualText`, `missing` is not null; none: not entered yet. Numbers are decimal strings. */
export interface MeasureYear {
  readonly measureKey: string;
  readonly fiscalYear: number;
  readonly target: string | null;
  readonly actual: string | null;
  readonly actualText: string | null;
  readonly missing: ProgrammeMissingReason | null;
}
