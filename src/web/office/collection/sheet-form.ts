import type { SheetView } from '../../../app/collection/read-sheet.ts';
import { rowMark } from '../../../app/collection/sheet-mark.ts';
import type { EnteredRow } from '../../../app/collection/sheet-rows.ts';
import type { LoadedIndicator } from '../../../db/read-indicator.ts';
import { shownRow } from '../../../domain/indicator/collection/typed-row.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, rowsOf } from '../forms/rows.ts';

const fields = ['key', 'seen', 'figure', 'missing', 'status', 'sourceDocument', 'note'] as const;

export const rowFields = (
  record: LoadedIndicator,
  fiscalYear: number,
): Readonly<Record<(typeof fields)[number], string>> => {
  const { figure, missing, status, sourceDocument, note } = shownRow(record, fiscalYear);
  const key = record.indicator.indicatorKey;
  return { key, seen: rowMark(record, fiscalYear), figure, missing, status, sourceDocument, note };
};

/** The sheet as the fields of its form: rows.0.figure … */
export const sheetEntries = ({ records, collection }: Pick<SheetView, 'records' | 'collection'>): Entries =>
  entriesOfRows(
    'rows',
    records.map((record) => rowFields(record, collection.fiscalYear)),
  );

export const readRows = (form: Form): readonly EnteredRow[] =>
  rowsOf(form, 'rows', fields).map(({ key, ...row }) => ({ ...row, indicatorKey: key }));

const keptFields = [...fields, 'sourcePlace', 'asOf', 'standardError'] as const;

/** Rows of the page that asked whether to keep a block or a file. A field that was not sent stays as it is stored. */
export const readKeptRows = (form: Form): readonly EnteredRow[] => {
  const sent = new Set(form.entries.map(([name]) => name.split('.').at(-1)));
  return rowsOf(form, 'rows', keptFields).map(({ key, sourcePlace, asOf, standardError, ...row }) => ({
    ...row,
    indicatorKey: key,
    sourcePlace: sent.has('sourcePlace') ? sourcePlace : undefined,
    asOf: sent.has('asOf') ? asOf : undefined,
    standardError: sent.has('standardError') ? standardError : undefined,
  }));
};

/**
 * What was typed over what is stored, for a page drawn again after a refusal. The marks stay those of what the
 * person saw; of the rows somebody else changed, which the page now shows, they become those of today.
 */
export const typedOver = (
  view: Pick<SheetView, 'records' | 'collection'>,
  form: Form,
  problems: readonly Problem[],
): Entries => {
  const met = new Set(
    problems.filter(({ code }) => code === 'changed-meanwhile').map(({ path }) => String(path[0])),
  );
  const typed = new Map(rowsOf(form, 'rows', fields).map((row) => [row.key, row]));
  return entriesOfRows(
    'rows',
    view.records.map((record) => {
      const stored = rowFields(record, view.collection.fiscalYear);
      const row = typed.get(stored.key);
      if (row === undefined) return stored;
      return { ...row, seen: met.has(stored.key) ? stored.seen : row.seen };
    }),
  );
};
