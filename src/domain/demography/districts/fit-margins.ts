import { cell, sumOf } from '../population.ts';

/** A table by row (district) and column (sex and age). */
export type Table = readonly (readonly number[])[];

const columnSum = (table: Table, column: number): number =>
  table.reduce((sum, row) => sum + cell(row, column), 0);

/** `values` scaled to a sum; all nought stay. */
const scaledTo = (values: readonly number[], sum: number): readonly number[] => {
  const whole = sumOf(values);
  return whole === 0 ? values : values.map((value) => (value * sum) / whole);
};

const near = 1e-12;
const mostRounds = 2000;

/**
 * 比例反復法（IPF）: the seed scaled to the sums of rows and columns by turns until both are met. Rows null: the columns
 * alone, which is 一律補正 to a parent area. Rows are scaled to the columns' total first, so that both can be met.
 * Seeds of nought stay nought: see `withPseudoCounts`.
 */
export const fitMargins = (
  seed: Table,
  rows: readonly number[] | null,
  columns: readonly number[],
): Table => {
  const wantedRows = rows === null ? null : scaledTo(rows, sumOf(columns));
  let table = seed;
  for (let round = 0; round < mostRounds; round += 1) {
    const factors = columns.map((wanted, at) => {
      const sum = columnSum(table, at);
      return sum === 0 ? 0 : wanted / sum;
    });
    table = table.map((row) => row.map((value, at) => value * cell(factors, at)));
    if (wantedRows === null) return table;
    const apart = Math.max(
      ...table.map(
        (row, at) => Math.abs(sumOf(row) - cell(wantedRows, at)) / Math.max(1, cell(wantedRows, at)),
      ),
    );
    if (apart < near) return table;
    table = table.map((row, at) => scaledTo(row, cell(wantedRows, at)));
  }
  // Rows and columns that contradict each other over the empty cells: the columns are what must hold.
  return fitMargins(table, null, columns);
};

/** 空のセルへの仮の数: half a person where the town has people of the age and no district could grow any. */
export const withPseudoCounts = (seed: Table, columns: readonly number[]): Table => {
  const empty = columns.map((wanted, at) => wanted > 0 && columnSum(seed, at) === 0);
  return seed.map((row) => row.map((value, at) => (empty[at] ? 0.5 : value)));
};
