/** A cell of the sheet: an input or a select that names its column. */
export type Cell = HTMLInputElement | HTMLSelectElement;

export const columns = ['figure', 'missing', 'status', 'sourceDocument', 'note'] as const;

export const isCell = (target: EventTarget | null): target is Cell =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) &&
  target.dataset.column !== undefined;

export const rowOf = (cell: Element): HTMLTableRowElement | null =>
  cell.closest<HTMLTableRowElement>('tr[data-row]');

export const rowsOf = (table: Element): HTMLTableRowElement[] => [
  ...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]'),
];

export const cellIn = (row: Element, column: string): Cell | null =>
  row.querySelector<Cell>(`[data-column="${CSS.escape(column)}"]`);

/** The cell `down` rows below and `right` columns beside; null at the edge. */
export const neighbour = (table: Element, cell: Cell, down: number, right: number): Cell | null => {
  const rows = rowsOf(table);
  const row = rowOf(cell);
  const column = (columns as readonly string[]).indexOf(cell.dataset.column ?? '');
  if (row === null || column === -1) return null;
  const target = rows[rows.indexOf(row) + down];
  const name = columns[column + right];
  return target === undefined || name === undefined ? null : cellIn(target, name);
};

export const enter = (cell: Cell | null): boolean => {
  if (cell === null) return false;
  cell.focus();
  return true;
};
