/**
 * Keeps what is typed into a form on the server, for this person, while it is not saved yet.
 * Without this script the form works as ever; only the keeping is missing.
 */
const quietMilliseconds = 900;

const state = (form: HTMLFormElement): HTMLElement | null => form.querySelector('[data-autosave-state]');

const show = (form: HTMLFormElement, kind: 'saving' | 'saved' | 'refused', sentence: string): void => {
  const place = state(form);
  if (place === null) return;
  place.dataset.autosaveState = kind;
  place.textContent = sentence;
};

const typedFields = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    name === '_csrf' || typeof value !== 'string' ? [] : [[name, value]],
  );

/** JSON with the token in a header: a form of another site can send neither. `keepalive` outlives the page. */
const request = (form: HTMLFormElement, keepalive: boolean): RequestInit => ({
  method: 'POST',
  body: JSON.stringify({
    formKey: form.dataset.autosaveKey ?? '',
    baseVersion: Number(form.dataset.autosaveVersion ?? '0'),
    fields: typedFields(form),
  }),
  headers: {
    accept: 'application/json',
    'content-type': 'application/json',
    'x-csrf-token': form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '',
  },
  redirect: 'error',
  keepalive,
});

const keep = async (form: HTMLFormElement, url: string): Promise<void> => {
  show(form, 'saving', '入力を控えています…');
  try {
    const answer = await fetch(url, request(form, false));
    const told = (await answer.json()) as { readonly sentence?: string; readonly detail?: string };
    show(
      form,
      answer.ok ? 'saved' : 'refused',
      told.sentence ?? told.detail ?? '入力を控えられませんでした。',
    );
  } catch {
    show(form, 'refused', '通信できないため、入力をまだ控えていません。画面を閉じずにお待ちください。');
  }
};

const watch = (form: HTMLFormElement): void => {
  const url = form.dataset.autosave;
  if (url === undefined) return;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let submitted = false;
  const later = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = null;
      void keep(form, url);
    }, quietMilliseconds);
  };
  form.addEventListener('input', later);
  form.addEventListener('submit', () => {
    submitted = true;
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  });
  // The page goes away with something typed within the last second: it is sent on the way out.
  addEventListener('pagehide', () => {
    if (waiting === null || submitted) return;
    clearTimeout(waiting);
    void fetch(url, request(form, true));
  });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form);
