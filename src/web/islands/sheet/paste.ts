import { askInDialog } from '../tree/reason-dialog.ts';
import { isCell, rowOf } from './cells.ts';

/** A block is never written straight away: the server says what goes where, over the sheet, and the person decides. */
export const listenForBlocks = (
  form: HTMLFormElement,
  ready: () => Promise<boolean>,
  say: (sentence: string) => void,
): void => {
  form.addEventListener('paste', (event) => {
    const block = event.clipboardData?.getData('text/plain') ?? '';
    const cell = event.target;
    const url = form.dataset.paste;
    // One value is pasted into its cell as everywhere.
    if (!isCell(cell) || url === undefined || !/\t|\n./u.test(block)) return;
    event.preventDefault();
    void ask(block, cell.dataset.column ?? 'figure', rowOf(cell)?.dataset.row ?? '', url);
  });
  const ask = async (block: string, column: string, start: string, url: string): Promise<void> => {
    say('貼り付ける内容を確かめています…');
    await ready();
    const token = form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '';
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ _csrf: token, block, column, start }),
        headers: { accept: 'text/html' },
        redirect: 'error',
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const asked = askInDialog(page, () => undefined);
      say(asked ? '' : (page.querySelector('h1')?.textContent ?? '貼り付けられませんでした。'));
    } catch {
      say('通信できないため、貼り付けていません。もう一度お試しください。');
    }
  };
};
