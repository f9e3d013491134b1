import { type Cell, cellIn, columns, rowsOf } from './cells.ts';
import { remember } from './changes.ts';

/** A row as the server has it (web/office/collection/saved-row.ts). */
interface SavedRow {
  readonly seen: string;
  readonly figure: string;
  readonly missing: string;
  readonly status: string;
  readonly sourceDocument: string;
  readonly note: string;
  readonly state: string;
  readonly warning: {
    readonly sentence: string;
    readonly explained: boolean;
    /** Who confirmed it; '' when nobody has. */
    readonly confirmed: string;
    readonly confirmation: string;
  } | null;
}

interface Answer {
  readonly rows?: readonly SavedRow[];
  readonly problems?: readonly { readonly field: string; readonly sentence: string }[];
  readonly stored?: readonly SavedRow[];
  readonly detail?: string;
}

export interface Saver {
  readonly save: (row: HTMLTableRowElement) => void;
  /** Waits for what is under way; false when a row could not be saved. */
  readonly settle: () => Promise<boolean>;
}

const fieldsOf = (row: HTMLTableRowElement): [string, string][] =>
  [
    ...row.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input[name^="rows."], select[name^="rows."]',
    ),
  ].map(({ name, value }) => [name, value]);

const setSeen = (row: HTMLTableRowElement, seen: string): void => {
  const field = row.querySelector<HTMLInputElement>('[data-seen]');
  if (field !== null) field.value = seen;
};

const clearProblems = (row: HTMLTableRowElement): void => {
  for (const problem of row.querySelectorAll('.field__problem, .sheet__choose')) problem.remove();
  for (const cell of row.querySelectorAll('[aria-invalid]')) {
    cell.removeAttribute('aria-invalid');
    cell.removeAttribute('aria-describedby');
  }
};

const showState = (row: HTMLTableRowElement, kind: string, words: string): void => {
  const place = row.querySelector<HTMLElement>('[data-state]');
  const word = row.querySelector('[data-state-word]');
  if (place !== null) place.dataset.state = kind;
  if (word !== null) word.textContent = words;
};

const showProblem = (row: HTMLTableRowElement, field: string, sentence: string): void => {
  const cell = cellIn(row, field);
  const problem = document.createElement('p');
  problem.className = 'field__problem';
  problem.textContent = sentence;
  if (cell === null) row.querySelector('[data-state]')?.append(problem);
  else {
    problem.id = `${cell.id}-problem`;
    cell.setAttribute('aria-invalid', 'true');
    cell.setAttribute('aria-describedby', problem.id);
    cell.after(problem);
  }
};

const showWarning = (row: HTMLTableRowElement, warning: SavedRow['warning']): void => {
  const place = row.querySelector<HTMLElement>('[data-warning]');
  if (place === null) return;
  place.hidden = warning === null;
  const text = place.querySelector('[data-warning-text]');
  if (text !== null) text.textContent = warning?.sentence ?? '';
  const confirmed = place.querySelector<HTMLElement>('[data-warning-confirmed]');
  if (confirmed !== null) {
    confirmed.textContent = warning?.confirmed ?? '';
    confirmed.hidden = confirmed.textContent === '';
  }
  const confirm = place.querySelector<HTMLElement>('[data-warning-confirm]');
  const box = confirm?.querySelector('input');
  if (confirm === null || box === null || box === undefined) return;
  confirm.hidden = warning?.explained ?? true;
  if (box.value !== (warning?.confirmation ?? '')) box.checked = false;
  box.value = warning?.confirmation ?? '';
};

/** What the server made of it (１２ → 12), where the person has not typed on since. */
const showStored = (row: HTMLTableRowElement, stored: SavedRow, sent: ReadonlyMap<string, string>): void => {
  for (const column of columns) {
    const cell: Cell | null = cellIn(row, column);
    if (cell === null || (sent.size > 0 && cell.value !== sent.get(cell.name))) continue;
    cell.value = stored[column];
    remember(cell);
  }
  setSeen(row, stored.seen);
  showWarning(row, stored.warning);
};

const countRows = (form: HTMLFormElement): void => {
  const counts = { entered: 0, missing: 0, blank: 0 };
  for (const row of rowsOf(form)) {
    // What was refused is not there yet.
    if (row.querySelector<HTMLElement>('[data-state]')?.dataset.state === 'refused') counts.blank += 1;
    else if ((cellIn(row, 'missing')?.value ?? '') !== '') counts.missing += 1;
    else if ((cellIn(row, 'figure')?.value ?? '').trim() !== '') counts.entered += 1;
    else counts.blank += 1;
  }
  for (const [name, count] of Object.entries(counts)) {
    const place = document.querySelector(`[data-count="${name}"]`);
    if (place !== null) place.textContent = String(count);
  }
};

const button = (label: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button button--quiet button--small';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
};

/** Saves one row at a time, each by itself: what the person typed meanwhile goes with the next round. */
export const rowSaver = (form: HTMLFormElement): Saver => {
  const unsaved = new Set<HTMLTableRowElement>();
  const running = new Map<HTMLTableRowElement, Promise<void>>();
  const again = new Set<HTMLTableRowElement>();
  const token = (): string => form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '';

  /** Somebody else was first: both are there, and the person chooses. */
  const offer = (row: HTMLTableRowElement, stored: SavedRow): void => {
    const choices = document.createElement('p');
    choices.className = 'sheet__choose';
    choices.append(
      button('先に保存された値にする', () => {
        clearProblems(row);
        showStored(row, stored, new Map());
        unsaved.delete(row);
        showState(row, 'saved', stored.state);
        countRows(form);
      }),
      button('自分の入力で保存する', () => {
        setSeen(row, stored.seen);
        save(row);
      }),
    );
    row.querySelector('[data-state]')?.append(choices);
  };

  const send = async (row: HTMLTableRowElement): Promise<void> => {
    const fields = fieldsOf(row);
    showState(row, 'saving', '保存中…');
    let answer: Answer;
    let ok: boolean;
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams([['_csrf', token()], ...fields]),
        headers: { accept: 'application/json' },
        redirect: 'error',
      });
      ok = response.ok;
      if (response.status === 401) {
        showState(row, 'refused', 'ログインの期限が切れたため、保存していません。ログインし直してください。');
        return;
      }
      answer = (await response.json()) as Answer;
    } catch {
      showState(row, 'refused', '通信できないため、まだ保存していません。');
      return;
    }
    clearProblems(row);
    const [saved] = answer.rows ?? [];
    if (ok && saved !== undefined) {
      unsaved.delete(row);
      showStored(row, saved, new Map(fields));
      showState(row, 'saved', saved.state);
      return;
    }
    showState(row, 'refused', '保存していません。');
    const problems = answer.problems ?? [{ field: '', sentence: answer.detail ?? '保存できませんでした。' }];
    for (const { field, sentence } of problems) showProblem(row, field, sentence);
    const [stored] = answer.stored ?? [];
    if (stored !== undefined) offer(row, stored);
  };

  const save = (row: HTMLTableRowElement): void => {
    unsaved.add(row);
    countRows(form);
    if (running.has(row)) {
      again.add(row);
      return;
    }
    const round = send(row).finally(() => {
      running.delete(row);
      countRows(form);
      if (again.delete(row)) save(row);
    });
    running.set(row, round);
  };

  addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0) event.preventDefault();
  });
  addEventListener('online', () => {
    for (const row of unsaved) save(row);
  });
  return {
    save,
    settle: async () => {
      while (running.size > 0) await Promise.all(running.values());
      return unsaved.size === 0;
    },
  };
};
