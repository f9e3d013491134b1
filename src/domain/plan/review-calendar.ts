import { isFiscalYear } from '../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { type Period, yearsOf } from './periods.ts';
import type { ReviewRow } from './plan.ts';
import { checkText, textLimits } from './text-limits.ts';

export type ReviewMark = ReviewRow['marks'][number]['mark'];

/** One cell of the drawn table; a bar spans `span` years, an empty cell or a mark one. */
export type ReviewCell =
  | { readonly kind: 'empty'; readonly fiscalYear: number; readonly span: 1 }
  | { readonly kind: 'mark'; readonly fiscalYear: number; readonly span: 1; readonly mark: ReviewMark }
  | { readonly kind: 'bar'; readonly fiscalYear: number; readonly span: number; readonly label: string };

export interface ReviewTable {
  /** Fiscal years, one column each. */
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly group: ReviewRow['group'];
    readonly label: string;
    /** Spans add up to the number of years. */
    readonly cells: readonly ReviewCell[];
  }[];
}

const symbols: Readonly<Record<ReviewMark, string>> = { yearly: '●', review: '○', final: '◎' };

/** As the documents draw them: ● yearly evaluation, ○ mid-term review, ◎ final evaluation. */
export const reviewSymbol = (mark: ReviewMark): string => symbols[mark];

const rowCells = (row: ReviewRow, years: readonly number[]): readonly ReviewCell[] => {
  const last = years.at(-1) ?? 0;
  const cells: ReviewCell[] = [];
  let covered = Number.NEGATIVE_INFINITY;
  for (const fiscalYear of years) {
    if (fiscalYear <= covered) continue;
    const period = row.periods.find(({ start, end }) => start <= fiscalYear && fiscalYear <= end);
    const mark = row.marks.find((each) => each.fiscalYear === fiscalYear);
    if (period !== undefined) {
      covered = Math.min(period.end, last);
      cells.push({ kind: 'bar', fiscalYear, span: covered - fiscalYear + 1, label: period.label ?? '' });
    } else if (mark !== undefined) cells.push({ kind: 'mark', fiscalYear, span: 1, mark: mark.mark });
    else cells.push({ kind: 'empty', fiscalYear, span: 1 });
  }
  return cells;
};

/** 見直し周期: rows × fiscal years of the plan, ready to be drawn as a table with column spans. */
export const tabulateReview = (rows: readonly ReviewRow[], period: Period): ReviewTable => {
  const years = yearsOf(period);
  return {
    years,
    rows: rows.map((row) => ({ group: row.group, label: row.label, cells: rowCells(row, years) })),
  };
};

/** Names as the town gives them; 塩尻市: 長期戦略, 中期戦略, 行政評価・改善, 中期戦略の見直し評価. */
export interface ReviewLabels {
  readonly whole: string;
  readonly terms: string;
  readonly yearly: string;
  readonly review: string;
}

/**
 * The calendar that follows from the periods alone: a bar for the whole, a bar for each term, ● every year,
 * ○ in the last year of each term.
 */
export const reviewCalendarOf = (
  whole: Period,
  terms: readonly (Period & { readonly label?: string })[],
  labels: ReviewLabels,
): readonly ReviewRow[] => [
  { group: 'strategy', label: labels.whole, periods: [whole], marks: [] },
  { group: 'strategy', label: labels.terms, periods: terms, marks: [] },
  {
    group: 'evaluation',
    label: labels.yearly,
    periods: [],
    marks: yearsOf(whole).map((fiscalYear) => ({ fiscalYear, mark: 'yearly' })),
  },
  {
    group: 'evaluation',
    label: labels.review,
    periods: [],
    marks: terms.map(({ end }) => ({ fiscalYear: end, mark: 'review' })),
  },
];

/** Path: ['reviewCalendar', row number from 0, field]; for a mark also which: [… 'marks', 'review']. */
export const checkReviewCalendar = (rows: readonly ReviewRow[], period: Period): readonly Problem[] =>
  rows.flatMap((row, index) => {
    const at = (field: string): Problem['path'] => ['reviewCalendar', index, field];
    const outside = (year: number): boolean =>
      year < period.start || year > period.end || !isFiscalYear(year);
    const ordered = [...row.periods].sort((a, b) => a.start - b.start);
    return [
      ...(row.label.trim() === '' ? [errorAt('review-label-missing', at('label'))] : []),
      ...checkText(row.label, textLimits.title, at('label')),
      ...row.periods.flatMap(({ label }) => checkText(label ?? '', textLimits.title, at('periods'))),
      ...row.periods
        .filter(({ start, end }) => end < start)
        .map(({ start, end }) => errorAt('period-reversed', at('periods'), { start, end })),
      ...ordered
        .filter((bar, place) => place > 0 && bar.start <= (ordered[place - 1]?.end ?? 0))
        .map(({ start, end }) => errorAt('review-periods-overlap', at('periods'), { start, end })),
      ...row.marks
        .filter(({ fiscalYear }) => outside(fiscalYear))
        .map(({ fiscalYear, mark }) =>
          errorAt('review-mark-outside-period', [...at('marks'), mark], { fiscalYear }),
        ),
    ];
  });
