/** fixed: 3年固定, the years stand and are corrected. rolling: 毎年度見直し, every year a new plan. */
export const implementationModes = ['fixed', 'rolling'] as const;
export type ImplementationMode = (typeof implementationModes)[number];

/** 実施計画 */
export interface ImplementationPlan {
  readonly startFiscalYear: number;
  /** How many years it holds, 3 as a rule. */
  readonly years: number;
  readonly mode: ImplementationMode;
  readonly title: string;
  /** settled: amounts change by correction only. */
  readonly state: 'draft' | 'settled' | 'published';
  /** How many corrections (補正) it has had. */
  readonly correction: number;
  readonly note: string;
}

/** What a programme is given in one year, as one correction says it (0: the original). */
export interface ImplementationAmount {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly correction: number;
  readonly amountThousandYen: number;
  /** 一般財源; null: not known */
  readonly generalThousandYen: number | null;
  readonly reason: string;
}

export const longestPlanYears = 10;

/** @example yearsOf({ startFiscalYear: 2024, years: 3 }) // => [2024, 2025, 2026] */
export const yearsOf = ({
  startFiscalYear,
  years,
}: Pick<ImplementationPlan, 'startFiscalYear' | 'years'>): readonly number[] =>
  Array.from({ length: years }, (_, at) => startFiscalYear + at);
