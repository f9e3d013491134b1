/**
 * While somebody writes a scheme, what it does is shown as it stands: the town's indicators judged, or the sheet staff
 * will see. The server answers with the same part of the page the button beside it shows; without this script that
 * button does it.
 */
const previewPause = 700;

/** Folded parts stay as the person left them. */
const openParts = (place: Element): ReadonlySet<string> =>
  new Set([...place.querySelectorAll<HTMLDetailsElement>('details[open][id]')].map(({ id }) => id));

const refresh = async (
  form: HTMLFormElement,
  url: string,
  place: Element,
  signal: AbortSignal,
): Promise<void> => {
  place.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new FormData(form),
      headers: { 'x-csrf-token': form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '' },
      redirect: 'error',
      signal,
    });
    if (!answer.ok) return;
    const open = openParts(place);
    const focused = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
    // Made by our own server from escaped text, the same part as in the page itself.
    place.innerHTML = await answer.text();
    for (const line of place.querySelectorAll<HTMLElement>('[data-line-now]'))
      form
        .querySelector(`[data-line="${CSS.escape(line.dataset.lineNow ?? '')}"]`)
        ?.replaceChildren(...line.childNodes);
    for (const details of place.querySelectorAll<HTMLDetailsElement>('details[id]'))
      if (open.has(details.id)) details.open = true;
    if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
  } catch {
    // The next change tries again; what was shown stays.
  } finally {
    if (!signal.aborted) place.removeAttribute('aria-busy');
  }
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-preview]')) {
  const place = form.querySelector('[data-preview-result]');
  const url = form.dataset.preview;
  if (place === null || url === undefined) continue;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();
  form.addEventListener('input', ({ target }) => {
    // Words tried out in the preview itself change nothing of it.
    if (target instanceof HTMLTextAreaElement && place.contains(target)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      running.abort();
      running = new AbortController();
      void refresh(form, url, place, running.signal);
    }, previewPause);
  });
}
