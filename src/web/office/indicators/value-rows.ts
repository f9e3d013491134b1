import { type EnteredValue, shownValue } from '../../../app/enter-values.ts';
import { seenMark } from '../../../app/seen-values.ts';
import type { LoadedIndicator, StoredValue } from '../../../db/read-indicator.ts';
import { fiscalYearOf } from '../../../domain/kernel/fiscal-year.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, rowsOf } from '../forms/rows.ts';

/** Years of the table: from the first that says anything to the year that runs, targets and all. */
export const yearsToEnter = (
  { values, targets, baseline }: LoadedIndicator,
  today: string,
): readonly number[] => {
  const running = fiscalYearOf(today);
  const known = [
    ...values.filter((value) => value.series === 'actual').map((value) => value.fiscalYear),
    ...(baseline === null ? [] : [baseline.fiscalYear]),
  ];
  const first = Math.max(running - 40, Math.min(running - 4, ...known));
  const last = Math.max(running, ...known, ...targets.map((target) => Math.min(target.fiscalYear, running)));
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
};

const rowOf = (fiscalYear: number, value: StoredValue | null): Readonly<Record<string, string>> => ({
  fiscalYear: String(fiscalYear),
  figure: value?.value ?? '',
  text: value?.text ?? '',
  missing: value?.missing ?? '',
  standardError: value?.standardError ?? '',
  asOf: value?.asOf ?? '',
  status: value?.status ?? 'provisional',
  sourceDocument: value?.source?.document ?? '',
  sourcePlace: value?.source?.place ?? '',
  note: value?.note ?? '',
  seen: seenMark(value),
});

/** What is stored, as the fields of the table: the draft of a year where there is one. */
export const valueEntries = (loaded: LoadedIndicator, years: readonly number[]): Entries =>
  entriesOfRows(
    'rows',
    years.map((year) => rowOf(year, shownValue(loaded.values, year))),
  );

const fields = [
  'fiscalYear',
  'figure',
  'text',
  'missing',
  'standardError',
  'asOf',
  'status',
  'sourceDocument',
  'sourcePlace',
  'note',
  'seen',
] as const;

export const readValueRows = (form: Form): readonly EnteredValue[] =>
  rowsOf(form, 'rows', fields).map(({ fiscalYear, ...row }) => ({ ...row, fiscalYear: Number(fiscalYear) }));
