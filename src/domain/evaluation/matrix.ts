import { type Total, totalOf } from './totals.ts';

/** One side of a table of decisions. */
export interface MatrixAxis<Entry> {
  readonly title: string;
  /** In the order they are shown. */
  readonly values: readonly { readonly key: string; readonly label: string }[];
  /** Key of the value, null: none was given. */
  readonly of: (entry: Entry) => string | null;
}

export interface MatrixCell<Entry> extends Total {
  readonly entries: readonly Entry[];
}

export interface MatrixLine<Entry> {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly MatrixCell<Entry>[];
  readonly sum: MatrixCell<Entry>;
}

export interface Matrix<Entry> {
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly MatrixLine<Entry>[];
  readonly columnSums: readonly MatrixCell<Entry>[];
  readonly whole: MatrixCell<Entry>;
}

/** Key of the last row or column: what has no value, or one the axis does not know. Its label is left to the page. */
export const noneKey = '';

/**
 * Every entry stands in exactly one cell, so the sums of rows and of columns are the whole. A row or column for
 * entries without a value is there only where there are some.
 */
export const matrixOf = <Entry>(
  entries: readonly Entry[],
  rows: MatrixAxis<Entry>,
  columns: MatrixAxis<Entry>,
  amountOf: (entry: Entry) => number | null,
): Matrix<Entry> => {
  const keyOn = (axis: MatrixAxis<Entry>, entry: Entry): string => {
    const key = axis.of(entry);
    return key !== null && axis.values.some((value) => value.key === key) ? key : noneKey;
  };
  const valuesOf = (axis: MatrixAxis<Entry>) => [
    ...axis.values,
    ...(entries.some((entry) => keyOn(axis, entry) === noneKey) ? [{ key: noneKey, label: '' }] : []),
  ];
  const placed = entries.map((entry) => ({ entry, row: keyOn(rows, entry), column: keyOn(columns, entry) }));
  const cell = (found: readonly (typeof placed)[number][]): MatrixCell<Entry> => ({
    entries: found.map(({ entry }) => entry),
    ...totalOf(found.map(({ entry }) => amountOf(entry))),
  });
  const shownColumns = valuesOf(columns);
  return {
    rowTitle: rows.title,
    columnTitle: columns.title,
    columns: shownColumns,
    rows: valuesOf(rows).map(({ key, label }) => {
      const inRow = placed.filter(({ row }) => row === key);
      return {
        key,
        label,
        cells: shownColumns.map((column) => cell(inRow.filter((each) => each.column === column.key))),
        sum: cell(inRow),
      };
    }),
    columnSums: shownColumns.map((column) => cell(placed.filter((each) => each.column === column.key))),
    whole: cell(placed),
  };
};
