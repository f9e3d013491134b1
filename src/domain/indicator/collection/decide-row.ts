import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Source } from '../../kernel/source.ts';
import { decideValues } from '../decide-values.ts';
import type { IndicatorValue } from '../indicator.ts';
import { figureOf, type IndicatorRecord, isBlankFigure } from './asked.ts';
import { reasonOf, statusOf } from './reason-names.ts';
import { typedCell } from './typed-cell.ts';

/** One row of the sheet as typed. A field that is undefined keeps what is stored. */
export interface TypedRow {
  readonly indicatorKey: string;
  /** A number, a milestone, or a word that gives a reason. */
  readonly figure: string;
  /** A missing reason by its key or name, or ''. */
  readonly missing: string;
  /** By key or name (確定・速報・推計); '' for what is stored, else final. */
  readonly status: string;
  readonly sourceDocument: string;
  readonly note: string;
  readonly sourcePlace?: string | undefined;
  readonly asOf?: string | undefined;
  readonly standardError?: string | undefined;
}

/** The source of the last figure before `fiscalYear` that names one: this year's is most often the same. */
export const sourceBefore = ({ values }: IndicatorRecord, fiscalYear: number): Source | null => {
  const years = [...new Set(values.map((value) => value.fiscalYear))].filter((year) => year < fiscalYear);
  for (const year of years.toSorted((a, b) => b - a)) {
    const source = figureOf(values, year)?.source ?? null;
    if (source !== null) return source;
  }
  return null;
};

const nothing = (fiscalYear: number): IndicatorValue => ({
  series: 'actual',
  fiscalYear,
  asOf: null,
  breakdown: '',
  value: null,
  text: null,
  missing: null,
  standardError: null,
  status: 'final',
  source: null,
  note: '',
});

/** Refusals of one row, with the field of the sheet they are about: [indicatorKey, 'figure']. */
const inSheet = (problem: Problem, indicatorKey: string): Problem => {
  const field = problem.path[1] === 'text' ? 'figure' : problem.path[1];
  return { ...problem, path: [indicatorKey, ...(field === undefined ? [] : [field])] };
};

/**
 * A row to the figure it says. A row without figure, reason and note says nothing, whatever source was filled in
 * beforehand. A figure without a source takes that of the year before.
 */
export const decideRow = (
  record: IndicatorRecord,
  fiscalYear: number,
  typed: TypedRow,
): Result<IndicatorValue, readonly Problem[]> => {
  const { indicatorKey } = record.indicator;
  const missing = typed.missing.trim() === '' ? '' : (reasonOf(typed.missing) ?? typed.missing.trim());
  const read = typedCell(record.indicator, typed.figure, missing);
  if (!read.ok) return refuse([read.error]);
  const cell = read.value;
  const stored = figureOf(record.values, fiscalYear);
  const says = cell.figure.trim() !== '' || cell.text !== '' || cell.missing !== '';
  if (!says && typed.note.trim() === '') return ok(nothing(fiscalYear));
  const before = sourceBefore(record, fiscalYear);
  const document =
    typed.sourceDocument.trim() === '' && says && cell.missing === ''
      ? (before?.document ?? '')
      : typed.sourceDocument;
  const decided = decideValues(
    [
      {
        fiscalYear,
        ...cell,
        asOf: typed.asOf ?? stored?.asOf ?? '',
        standardError: typed.standardError ?? stored?.standardError ?? '',
        status:
          typed.status.trim() === '' ? (stored?.status ?? 'final') : (statusOf(typed.status) ?? typed.status),
        sourceDocument: document,
        sourcePlace:
          typed.sourcePlace ??
          (document === stored?.source?.document
            ? stored.source.place
            : document === before?.document
              ? before.place
              : '') ??
          '',
        note: typed.note,
      },
    ],
    'actual',
  );
  if (!decided.ok) return refuse(decided.error.map((problem) => inSheet(problem, indicatorKey)));
  const [value] = decided.value;
  if (value === undefined) throw new Error('decideValues gives a value for each row');
  // A standard error or a day belongs to a figure and goes with it.
  return ok(isBlankFigure(value) || value.missing !== null ? { ...value, standardError: null } : value);
};
