/**
 * The server answered with a page that asks for something more (the reason of a move, whether to go on after
 * somebody else's change). Its question is shown over the tree, so that the place is not lost.
 */
export const askInDialog = (
  page: Document,
  answer: (form: HTMLFormElement, submitter: HTMLElement | null) => void,
): boolean => {
  const question = page.querySelector('[data-question]');
  if (question === null) return false;
  const dialog = document.createElement('dialog');
  dialog.className = 'office-dialog';
  dialog.append(document.importNode(question, true));
  const heading = dialog.querySelector('h1, h2');
  if (heading !== null) {
    heading.id = 'question-heading';
    dialog.setAttribute('aria-labelledby', heading.id);
  }
  const close = (): void => {
    dialog.close();
    dialog.remove();
  };
  dialog.addEventListener('cancel', () => dialog.remove());
  for (const cancel of dialog.querySelectorAll('[data-cancel]'))
    cancel.addEventListener('click', (event) => {
      event.preventDefault();
      close();
    });
  dialog.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.dataset.leaves !== undefined) return;
    event.preventDefault();
    close();
    answer(event.target, event.submitter);
  });
  document.body.append(dialog);
  dialog.showModal();
  return true;
};
