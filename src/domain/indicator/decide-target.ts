import type { Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { IndicatorTarget } from './indicator.ts';
import { parseFigure } from './parse-figure.ts';
import { implausibleYear, isSensibleYear } from './sensible-year.ts';

/** 目標値 as typed. Blank figure and text: to be set. */
export interface TypedTarget {
  readonly fiscalYear: number;
  readonly figure: string;
  readonly text: string;
  readonly comparison: string;
  readonly reason: string;
  readonly sourceDocument: string;
}

const comparisons = ['at-least', 'at-most', 'exactly'] as const;

/** A changed target says why; the first one of a year need not. `today`: ISO date it is set on. */
export const decideTarget = (
  typed: TypedTarget,
  current: IndicatorTarget | null,
  today: string,
): Result<IndicatorTarget, readonly Problem[]> => {
  const problems: Problem[] = [];
  const against = (code: string, field: string, params?: Problem['params']): void => {
    problems.push({ code, path: [field], severity: 'error', ...(params ? { params } : {}) });
  };
  if (!isSensibleYear(typed.fiscalYear))
    against('fiscal-year-implausible', 'fiscalYear', implausibleYear(typed.fiscalYear));
  const figure = parseFigure(typed.figure, ['figure']);
  if (!figure.ok) problems.push(figure.error);
  const comparison = comparisons.find((known) => known === typed.comparison);
  if (comparison === undefined)
    against('unknown-choice', 'comparison', { text: typed.comparison.slice(0, 40) });
  const value = figure.ok ? figure.value : null;
  const text = typed.text.trim() === '' ? null : typed.text.trim();
  const reason = typed.reason.trim();
  if (current !== null) {
    if (reason === '') against('reason-required', 'reason');
    if (figure.ok && current.value === value && current.text === text && current.comparison === comparison)
      against('nothing-changed', 'figure');
  }
  for (const field of ['text', 'reason', 'sourceDocument'] as const)
    if (typed[field].length > 2000)
      against('text-too-long', field, { limit: 2000, length: typed[field].length });
  if (problems.length > 0 || comparison === undefined) return { ok: false, error: problems };
  const document = typed.sourceDocument.trim();
  return ok({
    fiscalYear: typed.fiscalYear,
    value,
    text,
    comparison,
    setOn: today,
    reason,
    source: document === '' ? null : { document },
  });
};
