import { fiscalYearOf } from '../kernel/fiscal-year.ts';

/** 計画期間の終わった計画: `today` (ISO date, Japan time) is after the plan's last fiscal year. */
export const isPlanOver = (plan: { readonly endFiscalYear: number }, today: string): boolean =>
  plan.endFiscalYear < fiscalYearOf(today);
