import type { Entries } from '../../forms/entries.ts';
import { freshRow } from './fresh-row.ts';

/** What a button beside a row, or under a list, asks for. Nothing is saved by it. */
export type RowOperation =
  | { readonly do: 'add'; readonly list: string; readonly kind: string }
  | { readonly do: 'remove' | 'up' | 'down'; readonly list: string; readonly row: number };

/** 'add axes.0.grades', 'remove axes.0.grades.2', 'add axes.0.cases.0.steps mark' */
export const readRowOperation = (then: string): RowOperation | null => {
  const [what, place = '', kind = ''] = then.split(' ');
  if (!/^[\w.-]{1,180}$/u.test(place)) return null;
  if (what === 'add') return { do: 'add', list: place, kind };
  if (what !== 'remove' && what !== 'up' && what !== 'down') return null;
  const dot = place.lastIndexOf('.');
  const row = place.slice(dot + 1);
  return /^\d{1,4}$/u.test(row) ? { do: what, list: place.slice(0, dot), row: Number(row) } : null;
};

/** Number of the row a field belongs to; null: of no row of the list. */
const rowOf = (list: string, name: string): number | null => {
  if (!name.startsWith(`${list}.`)) return null;
  const number = name.slice(list.length + 1).split('.')[0] ?? '';
  return /^\d{1,4}$/u.test(number) ? Number(number) : null;
};

const atRow = (list: string, name: string, row: number, to: number): string =>
  `${list}.${to}${name.slice(`${list}.${row}`.length)}`;

/** Every field of the list at the place its row has now; null: the row is gone. */
const moved = (entries: Entries, list: string, to: (row: number) => number | null): Entries =>
  entries.flatMap(([name, value]) => {
    const row = rowOf(list, name);
    if (row === null) return [[name, value] as const];
    const place = to(row);
    return place === null ? [] : [[atRow(list, name, row, place), value] as const];
  });

const lengthOf = (entries: Entries, list: string): number =>
  Math.max(-1, ...entries.map(([name]) => rowOf(list, name) ?? -1)) + 1;

/** Where a new row comes: at the end; cases before the last, which judges all that is left. */
const placeOfNew = (list: string, length: number): number =>
  list.endsWith('.cases') || (list.startsWith('tolerances.') && list.endsWith('.rows'))
    ? Math.max(0, length - 1)
    : length;

/** The form with the row added, removed or moved, and the row that is to be looked at next. */
export const withRowOperation = (
  entries: Entries,
  operation: RowOperation,
  fresh: typeof freshRow = freshRow,
): { readonly entries: Entries; readonly at: string } => {
  const { list } = operation;
  const length = lengthOf(entries, list);
  if (operation.do === 'add') {
    const place = placeOfNew(list, length);
    const shifted = moved(entries, list, (row) => (row >= place ? row + 1 : row));
    return {
      entries: [...shifted, ...fresh(`${list}.${place}`, operation.kind, entries)],
      at: `${list}.${place}`,
    };
  }
  const { row } = operation;
  if (operation.do === 'remove')
    return {
      entries: moved(entries, list, (each) => (each === row ? null : each > row ? each - 1 : each)),
      at: list,
    };
  const other = operation.do === 'up' ? row - 1 : row + 1;
  if (other < 0 || other >= length) return { entries, at: `${list}.${row}` };
  return {
    entries: moved(entries, list, (each) => (each === row ? other : each === other ? row : each)),
    at: `${list}.${other}`,
  };
};
