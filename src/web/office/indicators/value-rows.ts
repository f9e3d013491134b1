import { type EnteredValue, shownValue } from '../../../app/indicator/enter-values.ts';
import { seenMark } from '../../../app/indicator/seen-values.ts';
import type { LoadedIndicator, StoredValue } from '../../../db/read-indicator.ts';
import { typedCell } from '../../../domain/indicator/collection/typed-cell.ts';
import type { Indicator } from '../../../domain/indicator/indicator.ts';
import { fiscalYearOf, isFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, rowsOf } from '../forms/rows.ts';

/**
 * Years of the table, newest first: from the first that says anything to the year that runs; a projection's to the last
 * year it or a target speaks of.
 */
export const yearsToEnter = (
  { values, targets, baseline }: LoadedIndicator,
  today: string,
  series = 'actual',
): readonly number[] => {
  const running = fiscalYearOf(today);
  const known = values.filter((value) => value.series === series).map((value) => value.fiscalYear);
  const aims = targets.map((target) => target.fiscalYear);
  if (series !== 'actual') {
    const years = new Set([...known, ...aims]);
    // Nothing known: the years that come.
    for (let year = running; years.size === 0 || year < running + (known.length === 0 ? 5 : 0); year += 1)
      years.add(year);
    return [...years].sort((a, b) => b - a);
  }
  const all = [...known, ...(baseline === null ? [] : [baseline.fiscalYear])];
  const first = Math.max(running - 40, Math.min(running - 4, ...all));
  const last = Math.max(running, ...all, ...aims.map((year) => Math.min(year, running)));
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
export const valueEntries = (loaded: LoadedIndicator, years: readonly number[], series = 'actual'): Entries =>
  entriesOfRows(
    'rows',
    years.map((year) => rowOf(year, shownValue(loaded.values, year, series))),
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

/** Years of the rows of a form, in its order. Only a forged form names what is no year: nothing is drawn of it. */
export const yearsOfForm = (form: Form): readonly number[] =>
  rowsOf(form, 'rows', ['fiscalYear'])
    .map(({ fiscalYear }) => Number(fiscalYear))
    .filter(isFiscalYear);

/**
 * A cell may say what the town writes there: 1,234千人, or the word for the reason (秘匿, 調査なし). What cannot be read so
 * is left as it was typed, for the refusal to name.
 */
export const readValueRows = (
  form: Form,
  indicator: Pick<Indicator, 'indicatorKey' | 'direction' | 'unit'>,
): readonly EnteredValue[] =>
  rowsOf(form, 'rows', fields).map((typed) => {
    const row = { ...typed, fiscalYear: Number(typed.fiscalYear) };
    const cell = typedCell(indicator, row.figure, row.missing);
    if (!cell.ok || (cell.value.text !== '' && row.text.trim() !== '')) return row;
    return { ...row, ...cell.value, text: cell.value.text === '' ? row.text : cell.value.text };
  });

/** The form with rows for further years, each as it is stored. */
export const withYears = (
  form: Form,
  loaded: LoadedIndicator,
  years: readonly number[],
  series: string,
): Entries => {
  const count = rowsOf(form, 'rows', ['fiscalYear']).length;
  const more = entriesOfRows(
    'rows',
    years.map((year) => rowOf(year, shownValue(loaded.values, year, series))),
  ).map(([name, value]): readonly [string, string] => {
    const [part = '', index = '0', field = ''] = name.split('.');
    return [`${part}.${Number(index) + count}.${field}`, value];
  });
  return [...form.entries, ...more];
};
