/** Rows of the plan tree as the server writes them: data-key, data-level (1 = top), in reading order. */
export const allRows = (table: HTMLTableElement): HTMLTableRowElement[] => [
  ...table.querySelectorAll<HTMLTableRowElement>('tbody tr[data-key]'),
];

export const levelOf = (row: HTMLElement): number => Number(row.dataset.level ?? '1');

/** The rows below `row` in its branch. */
export const branchOf = (
  rows: readonly HTMLTableRowElement[],
  row: HTMLTableRowElement,
): HTMLTableRowElement[] => {
  const start = rows.indexOf(row) + 1;
  const end = rows.findIndex((other, index) => index >= start && levelOf(other) <= levelOf(row));
  return rows.slice(start, end === -1 ? rows.length : end);
};

export const parentOf = (
  rows: readonly HTMLTableRowElement[],
  row: HTMLTableRowElement,
): HTMLTableRowElement | undefined =>
  rows.slice(0, rows.indexOf(row)).findLast((other) => levelOf(other) < levelOf(row));

export const isExpanded = (row: HTMLElement): boolean => row.getAttribute('aria-expanded') !== 'false';

/** Shows or hides the branch, keeping closed branches within it closed. */
export const setExpanded = (
  rows: readonly HTMLTableRowElement[],
  row: HTMLTableRowElement,
  expanded: boolean,
): void => {
  row.setAttribute('aria-expanded', String(expanded));
  let closedAt = Number.POSITIVE_INFINITY;
  for (const below of branchOf(rows, row)) {
    const level = levelOf(below);
    if (level <= closedAt) closedAt = Number.POSITIVE_INFINITY;
    below.hidden = !expanded || level > closedAt;
    if (closedAt === Number.POSITIVE_INFINITY && !isExpanded(below)) closedAt = level;
  }
};

export const focusRow = (
  rows: readonly HTMLTableRowElement[],
  row: HTMLTableRowElement | undefined,
): void => {
  if (row === undefined) return;
  for (const other of rows) other.tabIndex = other === row ? 0 : -1;
  row.focus();
};

export const chooserOf = (row: HTMLElement): HTMLInputElement | null =>
  row.querySelector<HTMLInputElement>('input[type="radio"][name="item"]');
