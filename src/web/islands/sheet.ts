/**
 * The sheet of figures like a spreadsheet: its keys, a row saved by itself as soon as a cell is left, and blocks
 * pasted after a look at what goes where. Without this script it is one form with one button.
 */
import { isCell } from './sheet/cells.ts';
import { committedOf, listChanges, remember } from './sheet/changes.ts';
import { listenForKeys } from './sheet/keys.ts';
import { listenForBlocks } from './sheet/paste.ts';
import { rowSaver } from './sheet/save.ts';

const enhance = (form: HTMLFormElement): void => {
  const place = form.querySelector<HTMLElement>('[data-sheet-state]');
  const say = (sentence: string): void => {
    if (place !== null) place.textContent = sentence;
  };
  const saver = rowSaver(form);
  const changes = listChanges(saver.save);
  for (const cell of form.querySelectorAll('[data-column]')) if (isCell(cell)) remember(cell);
  listenForKeys(form, changes);
  listenForBlocks(form, saver.settle, say);
  form.addEventListener('change', ({ target }) => {
    if (!isCell(target)) return;
    changes.commit([{ cell: target, before: committedOf(target), after: target.value }]);
  });
  // Everything is saved already, or says why not.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say('保存しています…');
    void saver.settle().then((all) => {
      say(all ? 'すべて保存しました。' : '保存していない行があります。赤い文を確かめてください。');
    });
  });
  const submit = document.querySelector<HTMLFormElement>('#submit-sheet');
  let settled = false;
  submit?.addEventListener('submit', (event) => {
    if (settled) return;
    event.preventDefault();
    void saver.settle().then((all) => {
      if (!all) {
        say('保存していない行があります。赤い文を確かめてから提出してください。');
        form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
        return;
      }
      settled = true;
      // A form does not send itself from within its own submit event, of which this may still be a part.
      setTimeout(() => submit.requestSubmit(event.submitter));
    });
  });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sheet]')) enhance(form);
