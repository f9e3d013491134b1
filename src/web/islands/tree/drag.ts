import { allRows, branchOf } from './rows.ts';

export type DropPlace = 'before' | 'after' | 'inside';

/** Upper and lower quarter of a row: beside it. Middle: below it in the tree. */
const placeIn = (row: HTMLElement, clientY: number): DropPlace => {
  const { top, height } = row.getBoundingClientRect();
  const share = (clientY - top) / height;
  if (share < 0.25) return 'before';
  return share > 0.75 ? 'after' : 'inside';
};

const clear = (table: HTMLElement): void => {
  for (const marked of table.querySelectorAll<HTMLElement>('[data-drop]')) delete marked.dataset.drop;
};

const rowAt = (event: DragEvent): HTMLTableRowElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLTableRowElement>('tr[data-key]') : null;

/** Moving by hand. What may not be dropped where is decided by the server; an item into itself is not offered. */
export const listenForDrags = (
  table: HTMLTableElement,
  drop: (dragged: HTMLTableRowElement, place: DropPlace, onto: HTMLTableRowElement) => void,
): void => {
  let dragged: HTMLTableRowElement | null = null;
  for (const row of allRows(table)) row.draggable = true;
  const allowed = (onto: HTMLTableRowElement): boolean =>
    dragged !== null && onto !== dragged && !branchOf(allRows(table), dragged).includes(onto);

  table.addEventListener('dragstart', (event) => {
    dragged = rowAt(event);
    if (dragged === null || event.dataTransfer === null) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.key ?? '');
    dragged.dataset.dragged = '';
  });
  table.addEventListener('dragover', (event) => {
    const onto = rowAt(event);
    clear(table);
    if (onto === null || !allowed(onto)) return;
    event.preventDefault();
    onto.dataset.drop = placeIn(onto, event.clientY);
  });
  table.addEventListener('dragleave', (event) => {
    if (event.target === table) clear(table);
  });
  table.addEventListener('drop', (event) => {
    const onto = rowAt(event);
    clear(table);
    if (onto === null || dragged === null || !allowed(onto)) return;
    event.preventDefault();
    drop(dragged, placeIn(onto, event.clientY), onto);
  });
  table.addEventListener('dragend', () => {
    clear(table);
    if (dragged !== null) delete dragged.dataset.dragged;
    dragged = null;
  });
};
