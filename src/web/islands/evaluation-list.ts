/** シートの一覧: one tick for all rows, and with Shift for those between. Without this script each row is ticked by itself. */
const enhance = (form: HTMLFormElement): void => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="chosen"]')];
  const head = form.querySelector<HTMLElement>('[data-tick-all]');
  if (head !== null && boxes.length > 0) {
    const all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', 'すべて選ぶ');
    all.addEventListener('change', () => {
      for (const box of boxes) box.checked = all.checked;
    });
    head.replaceChildren(all);
  }
  let last: HTMLInputElement | null = null;
  for (const box of boxes)
    box.addEventListener('click', (event) => {
      const [from, to] = [last === null ? -1 : boxes.indexOf(last), boxes.indexOf(box)];
      if (event.shiftKey && from >= 0)
        for (const between of boxes.slice(Math.min(from, to), Math.max(from, to) + 1))
          between.checked = box.checked;
      last = box;
    });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sheet-list]')) enhance(form);
