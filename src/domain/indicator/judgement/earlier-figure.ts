import type { Figure } from './figure.ts';
import type { JudgeableValue } from './judgeable.ts';
import type { FromChoice } from './measure.ts';
import type { Standing } from './standing.ts';
import { areComparable } from './time-basis.ts';

/** The figure a change is counted from, with the year it is of and its entry where it is one of the values. */
export interface EarlierFigure {
  readonly fiscalYear: number | null;
  readonly figure: Figure;
  readonly entry: JudgeableValue | null;
}

const without = (figure: Figure): EarlierFigure => ({ fiscalYear: null, figure, entry: null });

const baselineOf = ({ indicator, entry }: Standing): EarlierFigure => {
  const { baseline, targetBasis } = indicator.judgeable;
  if (baseline === null || baseline.value === null) return without('no-baseline');
  if (!areComparable(baseline.behaviour, targetBasis.behaviour)) return without('not-comparable');
  // 当初値の年度が現況値の年度: nothing has been measured since.
  if (entry !== null && entry.fiscalYear <= baseline.fiscalYear) return without('only-baseline');
  return { fiscalYear: baseline.fiscalYear, figure: indicator.baseline, entry: null };
};

const earlier = (
  { indicator }: Standing,
  before: number,
  fits: (fiscalYear: number) => boolean,
): EarlierFigure => {
  const found = indicator.judgeable.values
    .filter(({ fiscalYear, value }) => fiscalYear < before && value !== null && fits(fiscalYear))
    .reduce<JudgeableValue | null>(
      (best, entry) => (best === null || entry.fiscalYear > best.fiscalYear ? entry : best),
      null,
    );
  if (found === null) return without('no-previous');
  return { fiscalYear: found.fiscalYear, figure: indicator.figureOf(found), entry: found };
};

export const earlierFigure = (standing: Standing, from: FromChoice): EarlierFigure => {
  const year = standing.entry?.fiscalYear ?? standing.fiscalYear;
  switch (from) {
    case 'baseline':
      return baselineOf(standing);
    case 'previous-year':
      return earlier(standing, year, (fiscalYear) => fiscalYear === year - 1);
    case 'previous-known':
      return earlier(standing, year, () => true);
  }
};
