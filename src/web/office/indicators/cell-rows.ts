import { type EnteredCells, shownCell, shownCells } from '../../../app/indicator/enter-cells.ts';
import { cellsMark } from '../../../app/indicator/seen-values.ts';
import type { LoadedIndicator } from '../../../db/read-indicator.ts';
import { cellKey, cellParts } from '../../../domain/indicator/breakdown-cell.ts';
import { cellText, originOf } from '../../../domain/indicator/decide-cells.ts';
import type { BreakdownDimension } from '../../../domain/indicator/indicator.ts';
import { fiscalYearOf } from '../../../domain/kernel/fiscal-year.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, rowsOf } from '../forms/rows.ts';

/** One table of cells: the years of one dimension, or one year of two. */
export interface CellTable {
  /** 'age', or 'age~sex': part of the address. */
  readonly axes: string;
  readonly dimensions: readonly BreakdownDimension[];
}

/** Every table an indicator's dimensions can make, by one and by two. */
export const tablesOf = (dimensions: readonly BreakdownDimension[]): readonly CellTable[] => [
  ...dimensions.map((dimension) => ({ axes: dimension.key, dimensions: [dimension] })),
  ...dimensions.flatMap((first, at) =>
    dimensions.slice(at + 1).map((second) => ({
      axes: `${first.key}~${second.key}`,
      dimensions: [first, second],
    })),
  ),
];

/** Keys of the table's cells, row by row. */
export const cellsOf = ({ dimensions: [rows, columns] }: CellTable): readonly string[] => {
  if (rows === undefined) return [];
  if (columns === undefined) return rows.categories.map(({ key }) => cellKey([rows], { [rows.key]: key }));
  return rows.categories.flatMap((row) =>
    columns.categories.map((column) =>
      cellKey([rows, columns], { [rows.key]: row.key, [columns.key]: column.key }),
    ),
  );
};

/** Years a table has figures in, newest first. */
export const yearsWithCells = ({ values }: LoadedIndicator, { dimensions }: CellTable): readonly number[] => {
  const wanted = dimensions.map(({ key }) => key).join();
  const years = values
    .filter(
      ({ series, breakdown }) =>
        series === 'actual' &&
        cellParts(breakdown)
          .map(([key]) => key)
          .join() === wanted,
    )
    .map(({ fiscalYear }) => fiscalYear);
  return [...new Set(years)].sort((a, b) => b - a);
};

/** Years of a table of one dimension: those of its cells and of the whole, the last five, and one asked for. */
export const yearsOfCells = (
  loaded: LoadedIndicator,
  table: CellTable,
  today: string,
  asked: readonly number[],
): readonly number[] => {
  const running = fiscalYearOf(today);
  const last = [0, 1, 2, 3, 4].map((back) => running - back);
  const whole = loaded.values
    .filter(({ series, breakdown }) => series === 'actual' && breakdown === '')
    .map(({ fiscalYear }) => fiscalYear);
  return [...new Set([...yearsWithCells(loaded, table), ...whole, ...last, ...asked])].sort((a, b) => b - a);
};

/** What is stored, as the fields of the table. */
export const cellEntries = (
  { values }: LoadedIndicator,
  table: CellTable,
  years: readonly number[],
): Entries => {
  const keys = cellsOf(table);
  const shown = years.map((year) => shownCells(values, year, keys));
  return [
    ...entriesOfRows(
      'years',
      years.map((year, index) => ({
        fiscalYear: String(year),
        ...originOf(shown[index] ?? []),
        seen: cellsMark(shown[index] ?? []),
      })),
    ),
    ...years.flatMap((year, index) =>
      keys.map((key): readonly [string, string] => [
        `cells.${index}.${key}`,
        cellText(shownCell(values, year, key)),
      ]),
    ),
  ];
};

const fields = ['fiscalYear', 'status', 'sourceDocument', 'sourcePlace', 'seen'] as const;

/** Only cells of the table are read, whatever a form may name. */
export const readCells = (form: Form, table: CellTable): readonly EnteredCells[] => {
  const keys = cellsOf(table);
  return rowsOf(form, 'years', fields).map(({ fiscalYear, ...year }, index) => ({
    ...year,
    fiscalYear: Number(fiscalYear),
    cells: keys.map((breakdown) => ({ breakdown, text: form.text(`cells.${index}.${breakdown}`) })),
  }));
};
