import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import type { SheetColumns } from './columns.ts';
import { plainText, yearOf } from './read-heading.ts';
import { cellAt, placeOf, type Sheet } from './sheet.ts';
import { dateOfCell } from './table-dates.ts';

export interface DayContext {
  readonly file: string;
  /** Of the whole sheet, where neither row nor column says a day */
  readonly date: string | null;
  /** Of years without a day: 10-01 */
  readonly monthDay: string;
}

export type RowDay =
  | { readonly date: string; readonly isYearOnly: boolean }
  | { readonly date: null; readonly problem: Problem };

const yearOfCell = (text: string): number | null =>
  yearOf(text) ?? (/^\d{4}$/u.test(text) ? Number(text) : null);

/**
 * いつの人口か: the row's own day, else the year of its column or its row, else the day of the sheet. `columnYear`:
 * the year the heading of the column says.
 */
export const dayOfRow = (
  sheet: Sheet,
  row: number,
  { rowColumns }: SheetColumns,
  columnYear: number | null,
  { file, date, monthDay }: DayContext,
): RowDay => {
  const textIn = (column: number | undefined): string =>
    column === undefined ? '' : plainText(cellAt(sheet, row, column));
  const unread = (code: string, column: number | undefined, heading: string, text: string): RowDay => ({
    date: null,
    problem: errorAt(code, placeOf(file, sheet, row, column ?? 0, heading), { text: text.slice(0, 40) }),
  });
  const dayColumn = rowColumns.get('date');
  const dayCell = dayColumn === undefined ? '' : cellAt(sheet, row, dayColumn);
  const dayText = String(dayCell).trim();
  if (dayText !== '') {
    const read = dateOfCell(dayCell);
    return read === null
      ? unread('population-file-date-unread', dayColumn, '基準日', dayText)
      : { date: read, isYearOnly: false };
  }
  const yearColumn = rowColumns.get('year');
  const yearText = textIn(yearColumn);
  const year = columnYear ?? yearOfCell(yearText);
  if (year !== null)
    return date?.startsWith(String(year)) === true
      ? { date, isYearOnly: false }
      : { date: `${year}-${monthDay}`, isYearOnly: true };
  if (yearText !== '') {
    const read = dateOfCell(yearText);
    return read === null
      ? unread('population-file-year-unread', yearColumn, '年', yearText)
      : { date: read, isYearOnly: false };
  }
  if (date !== null) return { date, isYearOnly: false };
  // A merged cell holds its text in its first row only.
  const emptyColumn = dayColumn ?? yearColumn;
  return emptyColumn === undefined
    ? { date, problem: errorAt('population-file-date-missing', [file]) }
    : unread('population-file-row-date-missing', emptyColumn, dayColumn === undefined ? '年' : '基準日', '');
};
