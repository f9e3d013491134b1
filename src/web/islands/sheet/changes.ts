import { type Cell, cellIn, rowOf } from './cells.ts';

interface Change {
  readonly cell: Cell;
  readonly before: string;
  readonly after: string;
}

/** What was changed, newest last; each entry is taken back whole. */
export interface Changes {
  /** Values are set already. */
  readonly commit: (cells: readonly Change[]) => void;
  readonly undo: () => boolean;
}

/** The value a cell had when its last change was committed. */
const committed = new WeakMap<Cell, string>();
export const committedOf = (cell: Cell): string => committed.get(cell) ?? cell.value;
export const remember = (cell: Cell): void => {
  committed.set(cell, cell.value);
};

const other = (cell: Cell): Cell | null => {
  const row = rowOf(cell);
  if (row === null || cell.value.trim() === '') return null;
  if (cell.dataset.column === 'figure') return cellIn(row, 'missing');
  return cell.dataset.column === 'missing' ? cellIn(row, 'figure') : null;
};

/** A figure takes the place of a reason, and a reason that of a figure. */
const withCounterparts = (cells: readonly Change[]): readonly Change[] =>
  cells.flatMap((change) => {
    const counterpart = other(change.cell);
    if (counterpart === null || counterpart.value === '') return [change];
    const before = counterpart.value;
    counterpart.value = '';
    return [change, { cell: counterpart, before, after: '' }];
  });

export const listChanges = (save: (row: HTMLTableRowElement) => void): Changes => {
  const done: (readonly Change[])[] = [];
  const saveAll = (cells: readonly Change[]): void => {
    for (const { cell } of cells) remember(cell);
    for (const row of new Set(cells.flatMap(({ cell }) => rowOf(cell) ?? []))) save(row);
  };
  return {
    commit: (cells) => {
      const changed = withCounterparts(cells.filter(({ before, after }) => before !== after));
      if (changed.length === 0) return;
      done.push(changed);
      saveAll(changed);
    },
    undo: () => {
      const last = done.pop();
      if (last === undefined) return false;
      for (const { cell, before } of last) cell.value = before;
      saveAll(last);
      last[0]?.cell.focus();
      return true;
    },
  };
};
