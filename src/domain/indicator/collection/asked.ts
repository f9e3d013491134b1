import type { Baseline, Indicator, IndicatorTarget, IndicatorValue } from '../indicator.ts';

/** What is known of one indicator, as the sheet shows it. */
export interface IndicatorRecord {
  readonly indicator: Indicator;
  readonly baseline: Baseline | null;
  /** What holds now, one a fiscal year. */
  readonly targets: readonly IndicatorTarget[];
  readonly values: readonly (IndicatorValue & { readonly stage: 'draft' | 'published' })[];
}

/** The actual figure of the whole of a year: the draft where there is one, else what is published. */
export const figureOf = <Value extends IndicatorRecord['values'][number]>(
  values: readonly Value[],
  fiscalYear: number,
): Value | null => {
  const ofYear = values.filter(
    (value) => value.series === 'actual' && value.breakdown === '' && value.fiscalYear === fiscalYear,
  );
  return ofYear.find(({ stage }) => stage === 'draft') ?? ofYear[0] ?? null;
};

export interface SheetCounts {
  readonly asked: number;
  /** With a number or a milestone. */
  readonly entered: number;
  /** With the reason why there is no figure. */
  readonly missing: number;
  /** With neither. */
  readonly blank: number;
}

export const isBlankFigure = (value: IndicatorValue | null): boolean =>
  value === null || (value.value === null && value.text === null && value.missing === null);

export const countSheet = (records: readonly IndicatorRecord[], fiscalYear: number): SheetCounts => {
  const counts = { asked: records.length, entered: 0, missing: 0, blank: 0 };
  for (const { values } of records) {
    const value = figureOf(values, fiscalYear);
    if (isBlankFigure(value)) counts.blank += 1;
    else if (value?.missing === null) counts.entered += 1;
    else counts.missing += 1;
  }
  return counts;
};
