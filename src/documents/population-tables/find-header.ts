import { readCellNumber } from './cell-number.ts';
import { readHeading } from './read-heading.ts';
import { cellAt, type Sheet, type SheetCell } from './sheet.ts';

/** Rows a title, remarks and headings may take before the first figures. */
const deepestHeader = 60;

export interface HeaderRows {
  /** First row of headings, and the first row of figures */
  readonly from: number;
  readonly to: number;
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2200;

/** 0, 1, 2, … as headings of single ages. */
const countsUp = (numbers: readonly number[]): boolean =>
  numbers.length >= 10 && numbers.every((value, index) => value === index);

interface RowSigns {
  readonly isHeading: boolean;
  readonly hasFigures: boolean;
  readonly namesRows: boolean;
}

const signsOf = (cells: readonly SheetCell[], rowsAreNamed: boolean): RowSigns => {
  const filled = cells.filter((cell) => cell !== '');
  const numbers = filled.flatMap((cell) => {
    const read = readCellNumber(cell);
    return read.kind === 'number' && !read.isDash ? [read.value] : [];
  });
  const headings = filled.filter((cell) => readCellNumber(cell).kind === 'text').map(readHeading);
  const namesRows = headings.some(({ rowColumn }) => rowColumn !== null);
  const ages = headings.filter(({ age }) => age !== null).length;
  const years = !rowsAreNamed && numbers.length >= 2 && numbers.every(isYear) && new Set(numbers).size > 1;
  const said = headings.filter(
    ({ sex, age, figure, year, isLeftOut }) =>
      isLeftOut || sex !== null || age !== null || figure !== null || year !== null,
  ).length;
  const isHeading =
    namesRows ||
    years ||
    countsUp(numbers) ||
    (ages >= 2 && numbers.length < ages) ||
    (numbers.length === 0 && (said >= 2 || (said === 1 && filled.length === 1 && rowsAreNamed)));
  return { isHeading, hasFigures: !isHeading && numbers.length > 0, namesRows };
};

/** 見出しの行を探す: those before the first figures that say something of columns; null: none. */
export const findHeader = (sheet: Sheet): HeaderRows | null => {
  let from = -1;
  let rowsAreNamed = false;
  for (let row = 0; row < Math.min(sheet.rows.length, deepestHeader); row++) {
    const signs = signsOf(sheet.rows[row] ?? [], rowsAreNamed);
    rowsAreNamed ||= signs.namesRows;
    if (signs.isHeading && from < 0) from = row;
    if (signs.hasFigures) return from < 0 ? null : { from, to: row };
  }
  return null;
};

/** Texts above the header, and rows of the header that hold one cell only: where a table says what and when it is. */
export const titlesOf = (sheet: Sheet, { from, to }: HeaderRows): readonly string[] =>
  sheet.rows.slice(0, to).flatMap((cells, row) => {
    const texts = cells.filter((cell) => typeof cell === 'string' && cell !== '').map(String);
    return row < from || texts.length === 1 ? texts : [];
  });

/** Own cells of a column within the header, top down. */
export const headingCells = (sheet: Sheet, { from, to }: HeaderRows, column: number): readonly SheetCell[] =>
  Array.from({ length: to - from }, (_, index) => cellAt(sheet, from + index, column));
