import { parseJapaneseDate } from '../kernel/japanese-date.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { IndicatorValue } from './indicator.ts';
import { missingReasons } from './missing-reason.ts';
import { parseFigure } from './parse-figure.ts';
import { implausibleYear, isSensibleYear } from './sensible-year.ts';

/** One row of the entry table as typed. */
export interface TypedValue {
  readonly fiscalYear: number;
  readonly figure: string;
  /** Milestones: 設置, 策定 */
  readonly text: string;
  readonly asOf: string;
  /** One of `missingReasons`, or ''. */
  readonly missing: string;
  readonly standardError: string;
  readonly status: string;
  readonly sourceDocument: string;
  readonly sourcePlace: string;
  readonly note: string;
}

const statuses = ['provisional', 'final', 'estimated'] as const;

const isBlank = (typed: TypedValue): boolean =>
  [
    typed.figure,
    typed.text,
    typed.missing,
    typed.standardError,
    typed.asOf,
    typed.sourceDocument,
    typed.sourcePlace,
    typed.note,
  ].every((field) => field.trim() === '');

/**
 * Rows of the entry table to values of the series `series`. Every figure names its source; a year is
 * entered once. All problems are returned together, each at [fiscalYear, field]; a blank row clears its year.
 */
export const decideValues = (
  rows: readonly TypedValue[],
  series: string,
): Result<readonly IndicatorValue[], readonly Problem[]> => {
  const problems: Problem[] = [];
  const at = (code: string, row: TypedValue, field: string, params?: Problem['params']): void => {
    problems.push({ code, path: [row.fiscalYear, field], severity: 'error', ...(params ? { params } : {}) });
  };
  const years = new Set<number>();
  const values = rows.map((row): IndicatorValue => {
    if (!isSensibleYear(row.fiscalYear))
      at('fiscal-year-implausible', row, 'fiscalYear', implausibleYear(row.fiscalYear));
    if (years.has(row.fiscalYear)) at('fiscal-year-twice', row, 'fiscalYear', { fiscalYear: row.fiscalYear });
    years.add(row.fiscalYear);
    const figure = parseFigure(row.figure, [row.fiscalYear, 'figure']);
    if (!figure.ok) problems.push(figure.error);
    const standardError = parseFigure(row.standardError, [row.fiscalYear, 'standardError']);
    if (!standardError.ok) problems.push(standardError.error);
    else if (standardError.value?.startsWith('-'))
      at('standard-error-negative', row, 'standardError', { text: row.standardError.slice(0, 40) });
    const text = row.text.trim();
    const missing = missingReasons.find((known) => known === row.missing);
    if (missing === undefined && row.missing !== '')
      at('unknown-choice', row, 'missing', { text: row.missing.slice(0, 40) });
    if (missing !== undefined && (row.figure.trim() !== '' || text !== ''))
      at('missing-beside-value', row, 'missing');
    if (row.figure.trim() !== '' && text !== '') at('two-values', row, 'text');
    const document = row.sourceDocument.trim();
    const asOf = row.asOf.trim() === '' ? ok(null) : parseJapaneseDate(row.asOf);
    if (!asOf.ok) problems.push({ ...asOf.error, path: [row.fiscalYear, 'asOf'] });
    if (!isBlank(row)) {
      if (document === '' && (row.figure.trim() !== '' || text !== ''))
        at('source-required', row, 'sourceDocument');
      for (const field of ['text', 'sourceDocument', 'sourcePlace', 'note'] as const)
        if (row[field].length > 2000)
          at('text-too-long', row, field, { limit: 2000, length: row[field].length });
    }
    const status = statuses.find((known) => known === row.status);
    if (status === undefined) at('unknown-choice', row, 'status', { text: row.status.slice(0, 40) });
    return {
      series,
      fiscalYear: row.fiscalYear,
      asOf: asOf.ok ? asOf.value : null,
      breakdown: '',
      value: figure.ok ? figure.value : null,
      text: text === '' ? null : text,
      missing: missing ?? null,
      standardError: standardError.ok ? standardError.value : null,
      status: status ?? 'provisional',
      source:
        document === ''
          ? null
          : { document, ...(row.sourcePlace.trim() === '' ? {} : { place: row.sourcePlace.trim() }) },
      note: row.note.trim(),
    };
  });
  return problems.length === 0 ? ok(values) : { ok: false, error: problems };
};

/** Whether a value says anything at all: a row of nothing is no value. */
export const saysNothing = (value: IndicatorValue): boolean =>
  value.value === null &&
  value.text === null &&
  value.missing === null &&
  value.note === '' &&
  value.source === null;

/** 標準誤差 without the figure it belongs to: typed into the wrong row, or left behind when the figure was taken away. */
export const lonelyStandardErrors = (rows: readonly TypedValue[]): readonly Problem[] =>
  rows
    .filter(({ figure, standardError }) => figure.trim() === '' && standardError.trim() !== '')
    .map(({ fiscalYear }) => errorAt('standard-error-alone', [fiscalYear, 'standardError']));
