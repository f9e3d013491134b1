import { type DropPlace, listenForDrags } from './tree/drag.ts';
import { listenForKeys } from './tree/keys.ts';
import { askInDialog } from './tree/reason-dialog.ts';
import { allRows, branchOf, chooserOf, focusRow, levelOf, parentOf, setExpanded } from './tree/rows.ts';

/**
 * The plan tree by keyboard and by hand. Everything goes to the same address as the buttons of the page, and
 * the tree the server answers with takes the place of the old one: what is shown is what is stored.
 */
const region = (): HTMLElement | null => document.querySelector('[data-tree-region]');
const formOf = (): HTMLFormElement | null => document.querySelector<HTMLFormElement>('form[data-tree-form]');

const say = (sentence: string): void => {
  const place = document.querySelector('[data-tree-state]');
  if (place !== null) place.textContent = sentence;
};

/** Why nothing was changed, where the eye is: above the tree, until the next change. The status line says it aloud. */
const showRefusal = (refusal: Element | null): void => {
  document.querySelector('[data-tree-refusal]')?.remove();
  if (refusal === null) return;
  const shown = document.importNode(refusal, true) as HTMLElement;
  shown.removeAttribute('role');
  shown.dataset.treeRefusal = '';
  region()?.before(shown);
};

const closedKeys = (): Set<string> =>
  new Set(
    [...document.querySelectorAll<HTMLElement>('tr[data-key][aria-expanded="false"]')].map(
      (row) => row.dataset.key ?? '',
    ),
  );

const send = async (action: string, body: FormData, focusKey: string | null): Promise<void> => {
  say('保存しています…');
  const fields = new URLSearchParams();
  for (const [name, value] of body) if (typeof value === 'string') fields.append(name, value);
  let answer: Response;
  try {
    answer = await fetch(action, { method: 'POST', body: fields, headers: { accept: 'text/html' } });
  } catch {
    say('通信できないため、保存していません。もう一度お試しください。');
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-tree-region]');
  const old = region();
  if (fresh === null || old === null) {
    const asked = askInDialog(page, (form, submitter) => {
      void send(form.action, new FormData(form, submitter), focusKey);
    });
    if (asked) say('');
    else location.assign(answer.url);
    return;
  }
  const closed = closedKeys();
  old.replaceWith(document.importNode(fresh, true));
  const refusal = page.querySelector('[role="alert"]');
  showRefusal(refusal);
  enhance(closed, focusKey);
  const refusedTitle = document.querySelector<HTMLInputElement>('#insert-title[aria-invalid]');
  refusedTitle?.focus();
  say((refusal ?? page.querySelector('.notice'))?.textContent ?? '保存しました。');
};

const operate = (
  operation: string,
  row: HTMLTableRowElement,
  more: Readonly<Record<string, string>> = {},
): void => {
  const form = formOf();
  const chooser = chooserOf(row);
  if (form === null || chooser === null) return;
  chooser.checked = true;
  const body = new FormData(form);
  body.set('do', operation);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  void send(form.action, body, row.dataset.key ?? null);
};

const dropped = (
  row: HTMLTableRowElement,
  place: DropPlace,
  onto: HTMLTableRowElement,
  table: HTMLTableElement,
): void => {
  const rows = allRows(table);
  const inside = place === 'inside';
  const parent = inside ? onto : parentOf(rows, onto);
  const next =
    place === 'before'
      ? onto
      : rows
          .slice(rows.indexOf(onto) + 1 + (inside ? rows.length : branchOf(rows, onto).length))
          .find((other) => levelOf(other) === levelOf(onto));
  operate('place', row, {
    under: parent?.dataset.key ?? '',
    before: inside || next === undefined || parentOf(rows, next) !== parent ? '' : (next.dataset.key ?? ''),
  });
};

/** For the mouse; by keyboard the row itself is opened and closed. */
const toggleButton = (): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plan-tree__toggle';
  button.dataset.toggle = '';
  button.tabIndex = -1;
  button.setAttribute('aria-hidden', 'true');
  return button;
};

const enhance = (closed: ReadonlySet<string>, focusKey: string | null): void => {
  const form = formOf();
  const table = form?.querySelector<HTMLTableElement>('table[data-tree]');
  if (form === null || form === undefined || table === null || table === undefined) return;
  table.setAttribute('role', 'treegrid');
  const rows = allRows(table);
  for (const [index, row] of rows.entries()) {
    row.setAttribute('aria-level', String(levelOf(row)));
    row.tabIndex = index === 0 ? 0 : -1;
    if (branchOf(rows, row).length > 0) {
      row.setAttribute('aria-expanded', 'true');
      row.querySelector('th')?.prepend(toggleButton());
    }
  }
  for (const row of rows) if (closed.has(row.dataset.key ?? '')) setExpanded(rows, row, false);
  table.addEventListener('click', (event) => {
    const toggle = event.target instanceof Element ? event.target.closest('[data-toggle]') : null;
    const row = toggle?.closest<HTMLTableRowElement>('tr[data-key]');
    if (row) setExpanded(rows, row, row.getAttribute('aria-expanded') === 'false');
  });
  listenForKeys(table, operate);
  listenForDrags(table, (row, place, onto) => dropped(row, place, onto, table));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = form.querySelector<HTMLInputElement>('input[name="item"]:checked');
    void send(form.action, new FormData(form, event.submitter), chosen?.closest('tr')?.dataset.key ?? null);
  });
  if (focusKey !== null)
    focusRow(
      rows,
      rows.find((row) => row.dataset.key === focusKey),
    );
};

enhance(new Set(), null);
