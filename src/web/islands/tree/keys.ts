import { allRows, branchOf, chooserOf, focusRow, isExpanded, parentOf, setExpanded } from './rows.ts';

/** Alt and an arrow moves the item; the names are those of the buttons of the toolbar. */
const moves: Readonly<Record<string, string>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
};

/** Keys of the WAI-ARIA treegrid pattern, rows as the stops. */
export const listenForKeys = (
  table: HTMLTableElement,
  act: (operation: string, row: HTMLTableRowElement) => void,
): void => {
  table.addEventListener('keydown', (event) => {
    const row = event.target instanceof HTMLTableRowElement ? event.target : null;
    if (row === null || event.ctrlKey || event.metaKey) return;
    const rows = allRows(table);
    const shown = rows.filter((other) => !other.hidden);
    const at = shown.indexOf(row);
    if (event.altKey) {
      const operation = moves[event.key];
      if (operation === undefined) return;
      event.preventDefault();
      act(operation, row);
      return;
    }
    const hasBranch = branchOf(rows, row).length > 0;
    switch (event.key) {
      case 'ArrowDown':
        focusRow(rows, shown[at + 1]);
        break;
      case 'ArrowUp':
        focusRow(rows, shown[at - 1]);
        break;
      case 'ArrowRight':
        if (hasBranch && !isExpanded(row)) setExpanded(rows, row, true);
        else if (hasBranch) focusRow(rows, shown[at + 1]);
        break;
      case 'ArrowLeft':
        if (hasBranch && isExpanded(row)) setExpanded(rows, row, false);
        else focusRow(rows, parentOf(rows, row));
        break;
      case 'Home':
        focusRow(rows, shown[0]);
        break;
      case 'End':
        focusRow(rows, shown.at(-1));
        break;
      case 'Enter':
        row.querySelector<HTMLAnchorElement>('a[data-open]')?.click();
        break;
      case ' ': {
        const chooser = chooserOf(row);
        if (chooser !== null) chooser.checked = true;
        break;
      }
      case 'Delete':
        act('remove', row);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
};
