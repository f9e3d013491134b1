import { errorAt, type Problem, warningAt } from '../../domain/kernel/problem.ts';
import { columnReadings } from './column-readings.ts';
import { readColumns, type SheetColumns } from './columns.ts';
import { type HeaderRows, headingCells, titlesOf } from './find-header.ts';
import { type FiguresOfSheet, readFigures } from './read-figures.ts';
import { plainText } from './read-heading.ts';
import type { ColumnReading, ReadingOptions, TownOfFile } from './recognised.ts';
import type { Sheet } from './sheet.ts';
import { dateInFileName, dateInTitle } from './table-dates.ts';
import { namedBlocks } from './unnamed-blocks.ts';

export interface SheetReading {
  readonly sheet: Sheet;
  readonly columns: SheetColumns;
  readonly readings: readonly ColumnReading[];
  readonly titles: readonly string[];
  readonly codeHeading: string;
  readonly read: FiguresOfSheet;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Day of a sheet whose rows and columns say none: asked of the person, the title and the name of the file, in this order. */
const dayOfSheet = (
  file: string,
  titles: readonly string[],
  options: ReadingOptions,
  isDated: boolean,
): { readonly date: string | null; readonly problems: readonly Problem[] } => {
  const titled = titles.map(dateInTitle).find((date) => date !== null) ?? null;
  if (options.date !== null && titled !== null && titled !== options.date && !isDated)
    return {
      date: titled,
      problems: [errorAt('population-file-date-differs', [file], { stated: titled, given: options.date })],
    };
  const named = dateInFileName(file);
  const date = options.date ?? titled ?? named?.date ?? null;
  if (isDated || options.date !== null || named === null) return { date, problems: [] };
  if (titled === null)
    return { date, problems: [warningAt('population-file-date-of-name', [file], { date: named.date })] };
  const same = named.isMonthOnly ? titled.slice(0, 7) === named.date.slice(0, 7) : titled === named.date;
  return {
    date,
    problems: same
      ? []
      : [warningAt('population-file-name-differs', [file], { stated: titled, named: named.date })],
  };
};

/** 一つのシートを、見出しから数まで読む. */
export const readSheet = (
  file: string,
  sheet: Sheet,
  rows: HeaderRows,
  town: TownOfFile,
  options: ReadingOptions,
): SheetReading => {
  const found = readColumns(sheet, rows);
  const { figures, isAssumed } = namedBlocks(found.figures, found.rowColumns.has('sex'));
  const columns = { ...found, figures };
  const titles = titlesOf(sheet, rows);
  const isDated =
    columns.rowColumns.has('date') ||
    columns.rowColumns.has('year') ||
    (figures.length > 0 && figures.every(({ year, figure }) => year !== null || figure === 'households'));
  const day = dayOfSheet(file, titles, options, isDated);
  const headingOf = (column: number): string =>
    headingCells(sheet, rows, column)
      .map(plainText)
      .filter((text) => text !== '')
      .join('・');
  const code = columns.rowColumns.get('code');
  return {
    sheet,
    columns,
    titles,
    readings: columnReadings(sheet, columns, headingOf),
    codeHeading: code === undefined ? '' : headingOf(code),
    read: readFigures(sheet, columns, rows.to, {
      file,
      town,
      date: day.date,
      monthDay: options.monthDay ?? '10-01',
    }),
    problems: day.problems.filter(({ severity }) => severity === 'error'),
    warnings: [
      ...day.problems.filter(({ severity }) => severity === 'warning'),
      ...(isAssumed ? [warningAt('population-file-sexes-assumed', [file], {})] : []),
    ],
  };
};
