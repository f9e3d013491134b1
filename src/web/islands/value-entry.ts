/**
 * The table of figures like a spreadsheet: Enter and the arrows up and down go along a column, a column copied
 * from a spreadsheet is pasted over the rows below. Without this script it is a table of plain fields.
 */
type Cell = HTMLInputElement | HTMLSelectElement;

const cellsOf = (table: Element, column: string): Cell[] => [
  ...table.querySelectorAll<Cell>(`[data-column="${CSS.escape(column)}"]`),
];

const isCell = (target: EventTarget | null): target is Cell =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) &&
  target.dataset.column !== undefined;

const go = (table: Element, cell: Cell, by: 1 | -1): boolean => {
  const column = cellsOf(table, cell.dataset.column ?? '');
  const next = column[column.indexOf(cell) + by];
  if (next === undefined) return false;
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
  return true;
};

const moveOf = (event: KeyboardEvent): 1 | -1 | null => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return null;
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1;
  if (event.target instanceof HTMLSelectElement) return null;
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
};

/** A block of a spreadsheet: rows by line ends, columns by tabs, to the right from where it is pasted. */
const paste = (table: Element, start: HTMLInputElement, text: string): void => {
  const row = start.closest('tr');
  const columns = [...(row?.querySelectorAll<Cell>('[data-column]') ?? [])].map(
    (cell) => cell.dataset.column ?? '',
  );
  const from = columns.indexOf(start.dataset.column ?? '');
  const top = cellsOf(table, start.dataset.column ?? '').indexOf(start);
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/u, '').split('\n');
  for (const [down, line] of lines.entries())
    for (const [right, value] of line.split('\t').entries()) {
      const cell = cellsOf(table, columns[from + right] ?? '')[top + down];
      if (!(cell instanceof HTMLInputElement)) continue;
      cell.value = value.trim();
      cell.dispatchEvent(new Event('input', { bubbles: true }));
    }
};

for (const table of document.querySelectorAll<HTMLElement>('[data-value-table]')) {
  table.addEventListener('keydown', (event) => {
    if (!isCell(event.target)) return;
    const by = moveOf(event);
    if (by === null) return;
    // Enter in the last row does not send the form by accident.
    if (go(table, event.target, by) || event.key === 'Enter') event.preventDefault();
  });
  table.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!(event.target instanceof HTMLInputElement) || !isCell(event.target) || !/[\t\n]/u.test(text)) return;
    event.preventDefault();
    paste(table, event.target, text);
  });
}
