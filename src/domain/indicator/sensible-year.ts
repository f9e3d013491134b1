/** Figures begin with the first censuses; a plan ends within the lives of its readers. 2206 for 2026 is a slip. */
const first = 1900;
const last = 2100;

/** Whether a fiscal year can be one of an indicator: of a figure, a baseline, a target or a change. */
export const isSensibleYear = (fiscalYear: number): boolean =>
  Number.isInteger(fiscalYear) && fiscalYear >= first && fiscalYear <= last;

/** Parameters of `fiscal-year-implausible`. */
export const implausibleYear = (fiscalYear: number) => ({ input: String(fiscalYear), first, last });
