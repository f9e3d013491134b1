/** Fields of a form as its address has them; text only. */
const choicesOf = (form: HTMLFormElement): readonly (readonly [string, string])[] =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );

/**
 * Moved assumptions stay when the page is loaded again, sent to somebody, or another of its forms is used: the address
 * becomes the one the button would lead to. For forms that are asked by address; what is posted has the server's own.
 */
export const keepInAddress = (form: HTMLFormElement, place: ParentNode): void => {
  if (form.method !== 'get') return;
  const choices = choicesOf(form);
  const address = new URL(form.action);
  address.search = new URLSearchParams(choices.map(([name, value]) => [name, value])).toString();
  address.hash = location.hash;
  history.replaceState(history.state, '', address);
  const moved = choices.filter(([name]) => name.startsWith('lever.'));
  for (const other of place.querySelectorAll<HTMLFormElement>('form[method="get"]')) {
    if (other === form) continue;
    for (const old of other.querySelectorAll('input[type="hidden"][name^="lever."]')) old.remove();
    for (const [name, value] of moved) {
      const kept = document.createElement('input');
      Object.assign(kept, { type: 'hidden', name, value });
      other.append(kept);
    }
  }
};
