import { type Cell, cellIn, enter, isCell, neighbour, rowOf, rowsOf } from './cells.ts';
import { type Changes, committedOf } from './changes.ts';

/** F2: the arrows move within the text until the cell is left. */
const editing = new WeakSet<Cell>();

const markRange = (table: Element, cells: readonly Cell[]): void => {
  for (const marked of table.querySelectorAll<HTMLElement>('[data-range]')) delete marked.dataset.range;
  if (cells.length > 1) for (const cell of cells) cell.dataset.range = '';
};

/** Cells of one column from the first to the last of two, in the order of the rows. */
const between = (table: Element, from: Cell, to: Cell): readonly Cell[] => {
  const rows = rowsOf(table);
  const ends = [from, to].map((cell) => rows.indexOf(rowOf(cell) ?? (null as never)));
  const [first = 0, last = 0] = ends.toSorted((a, b) => a - b);
  return rows.slice(first, last + 1).flatMap((row) => cellIn(row, from.dataset.column ?? '') ?? []);
};

const fill = (cells: readonly Cell[], value: string, changes: Changes): void => {
  changes.commit(
    cells.map((cell) => {
      const before = cell.value;
      cell.value = value;
      return { cell, before, after: cell.value };
    }),
  );
};

const typedIn = (cell: Cell): boolean => cell.value !== committedOf(cell);

/** Keys of a spreadsheet. What the browser does well (Tab, typing, a list opening) stays the browser's. */
export const listenForKeys = (table: HTMLElement, changes: Changes): void => {
  let anchor: Cell | null = null;
  let range: readonly Cell[] = [];
  const select = (cells: readonly Cell[]): void => {
    range = cells;
    markRange(table, cells);
  };

  const extend = (cell: Cell, down: 1 | -1): boolean => {
    const start: Cell = anchor ?? cell;
    const end = range.length > 1 ? (range[0] === start ? range.at(-1) : range[0]) : cell;
    const next = neighbour(table, end ?? cell, down, 0);
    if (next === null) return false;
    anchor = start;
    select(between(table, start, next));
    return true;
  };

  const fillDown = (cell: Cell): void => {
    const [top, ...rest] = range;
    if (top !== undefined && rest.length > 0) fill(rest, top.value, changes);
    else {
      const above = neighbour(table, cell, -1, 0);
      if (above !== null) fill([cell], above.value, changes);
    }
  };

  const withControl = (event: KeyboardEvent, cell: Cell): boolean => {
    const key = event.key.toLowerCase();
    if (key === 'd') fillDown(cell);
    // What is being typed is taken back by the browser.
    else if (key === 'z' && !typedIn(cell)) changes.undo();
    else return false;
    return true;
  };

  const sideways = (cell: Cell, right: 1 | -1): boolean =>
    !editing.has(cell) && enter(neighbour(table, cell, 0, right));

  const plain = (event: KeyboardEvent, cell: Cell): boolean => {
    const list = cell instanceof HTMLSelectElement;
    switch (event.key) {
      case 'Enter':
        // In the last row too: the form is not sent by accident.
        enter(neighbour(table, cell, event.shiftKey ? -1 : 1, 0)) || cell.blur();
        return true;
      case 'ArrowDown':
      case 'ArrowUp': {
        const down = event.key === 'ArrowDown' ? 1 : -1;
        if (list) return false;
        return event.shiftKey ? extend(cell, down) : enter(neighbour(table, cell, down, 0));
      }
      case 'ArrowRight':
        return !event.shiftKey && sideways(cell, 1);
      case 'ArrowLeft':
        return !event.shiftKey && sideways(cell, -1);
      case 'F2':
        if (list) return false;
        editing.add(cell);
        cell.setSelectionRange(cell.value.length, cell.value.length);
        return true;
      case 'Escape':
        cell.value = committedOf(cell);
        editing.delete(cell);
        select([]);
        if (!list) cell.select();
        return true;
      case 'Delete':
        if (range.length < 2) return false;
        fill(range, '', changes);
        return true;
      default:
        return false;
    }
  };

  table.addEventListener('keydown', (event) => {
    const cell = event.target;
    if (!isCell(cell) || event.isComposing || event.altKey) return;
    const handled = event.ctrlKey || event.metaKey ? withControl(event, cell) : plain(event, cell);
    if (handled) event.preventDefault();
  });
  table.addEventListener('focusin', ({ target }) => {
    if (!isCell(target)) return;
    editing.delete(target);
    anchor = null;
    select([]);
    if (target instanceof HTMLInputElement) target.select();
  });
  // A second click goes into the text.
  table.addEventListener('mousedown', ({ target }) => {
    if (isCell(target) && document.activeElement === target) editing.add(target);
  });
};
