import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Period, periodYears } from './periods.ts';
import type { ReviewRow } from './plan.ts';
import { type ReviewLabels, reviewCalendarOf } from './review-calendar.ts';
import { type TermRule, termsOf } from './term-rule.ts';

/** Windows that move on every year overlap and cannot be drawn as bars of one row. */
export type DrawnTermRule = Exclude<TermRule, { readonly rule: 'rolling' }>;

interface Names extends ReviewLabels {
  /** Of the term with this number, from 1: 第1期 */
  readonly term: (number: number) => string;
}

/**
 * 期間から作る: the whole, its terms, ● every year, ○ at the end of each term. Rows and bars keep the names the
 * town gave them, by their place; what it drew beyond these four rows (実施計画 …) stays.
 * Path of a problem: ['terms', 'years'].
 */
export const fillReviewCalendar = (
  rows: readonly ReviewRow[],
  period: Period,
  rule: DrawnTermRule,
  names: Names,
): Result<readonly ReviewRow[], Problem> => {
  const terms = termsOf(period, rule);
  if (terms === null)
    return {
      ok: false,
      error: errorAt('terms-not-filling', ['terms', 'years'], { years: periodYears(period) }),
    };
  const [whole, cut, ...strategies] = rows.filter(({ group }) => group === 'strategy');
  const [yearly, review, ...evaluations] = rows.filter(({ group }) => group === 'evaluation');
  const made = reviewCalendarOf(
    period,
    terms.map((term, place) => ({ ...term, label: cut?.periods[place]?.label ?? names.term(place + 1) })),
    {
      whole: whole?.label || names.whole,
      terms: cut?.label || names.terms,
      yearly: yearly?.label || names.yearly,
      review: review?.label || names.review,
    },
  );
  const of = (group: ReviewRow['group']) => made.filter((row) => row.group === group);
  return ok([...of('strategy'), ...strategies, ...of('evaluation'), ...evaluations]);
};
