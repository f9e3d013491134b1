/**
 * 評価シート: what is typed is kept on the server a moment later, field by field, so that nothing is lost and two people
 * can write on one sheet. Without this script the form works with its buttons.
 */
const pauseMilliseconds = 900;

interface Answer {
  readonly problems?: readonly { readonly field: string; readonly sentence: string }[];
  readonly detail?: string;
}

const fieldsOf = (form: HTMLFormElement): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') found.set(name, value);
  return found;
};

const keepSheet = (form: HTMLFormElement): void => {
  const place = form.querySelector<HTMLElement>('[data-sheet-saved]');
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let leaving = false;

  const say = (kind: 'saving' | 'saved' | 'refused', sentence: string): void => {
    if (place === null) return;
    place.dataset.autosaveState = kind;
    place.textContent = sentence;
  };
  const before = (name: string): HTMLInputElement | null =>
    form.querySelector<HTMLInputElement>(`input[name="before.${CSS.escape(name)}"]`);

  /** Only what has changed since it was last kept. */
  const changed = (): Map<string, string> => {
    const found = new Map<string, string>();
    for (const [name, value] of fieldsOf(form)) {
      const seen = before(name);
      if (seen !== null && seen.value.replaceAll('\r\n', '\n') !== value.replaceAll('\r\n', '\n'))
        found.set(name, value);
    }
    return found;
  };
  const request = (changes: ReadonlyMap<string, string>, keepalive: boolean): RequestInit => {
    const body = new URLSearchParams({ do: 'save' });
    for (const name of ['_csrf', 'stageKey', 'version']) body.set(name, fieldsOf(form).get(name) ?? '');
    for (const [name, value] of changes) {
      body.set(name, value);
      body.set(`before.${name}`, before(name)?.value ?? '');
    }
    return { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'error', keepalive };
  };
  const keep = async (): Promise<void> => {
    const changes = changed();
    if (changes.size === 0) return;
    say('saving', '保存しています…');
    try {
      const answer = await fetch(form.action, request(changes, false));
      if (answer.ok) {
        for (const [name, value] of changes) {
          const seen = before(name);
          if (seen !== null) seen.value = value;
        }
        say('saved', '保存しました。');
        return;
      }
      const told = (await answer.json()) as Answer;
      const sentences =
        told.problems?.map(({ sentence }) => sentence).join(' ') ?? told.detail ?? '保存できませんでした。';
      say(
        'refused',
        answer.status === 409 ? `${sentences} 「途中で保存する」を押すと、見比べて選べます。` : sentences,
      );
    } catch {
      say('refused', '通信できないため、まだ保存していません。画面を閉じずにお待ちください。');
    }
  };
  const settle = async (): Promise<void> => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    await running;
    running = keep().finally(() => {
      running = null;
    });
    await running;
  };

  form.addEventListener('input', () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(() => void settle(), pauseMilliseconds);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void settle();
  });
  form.addEventListener('submit', (event) => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    // What is on its way arrives first: its fields would otherwise meet themselves.
    if (running === null || leaving) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const by = event.submitter;
    leaving = true;
    void running.then(() => form.requestSubmit(by));
  });
  addEventListener('pagehide', () => {
    if (leaving || waiting === null) return;
    const changes = changed();
    if (changes.size > 0) void fetch(form.action, request(changes, true));
  });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-evaluation-sheet]')) keepSheet(form);
