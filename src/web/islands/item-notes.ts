import { readTitle, suggestState } from '../../domain/plan/naming-lint.ts';

/** The town's rules, said while the item is written. The same functions as on the server; they never stop a save. */
const notesOf = (form: HTMLFormElement): string[] => {
  const title = form.querySelector<HTMLInputElement>('[name="title"]')?.value ?? '';
  const words = JSON.parse(form.dataset.meansWords ?? '[]') as string[];
  const owners = form.querySelectorAll('[name="leadUnitKeys"]:checked').length;
  const limit = Number(form.dataset.maxLeadUnits || Number.POSITIVE_INFINITY);
  const notes: string[] = [];
  if (owners > limit) notes.push(`主管が${owners}あります。目安は${limit}までです。`);
  if (form.dataset.titleStyle === 'state' && words.length > 0) {
    const { style, word } = readTitle(title, words);
    const suggestion = suggestState(title, words);
    if (style === 'means')
      notes.push(
        `題名が手段（${word}）を表しています。「…している」という状態で書くと、達成したかを確かめられます。${
          suggestion === null ? '' : `例:「${suggestion}」`
        }`,
      );
  }
  return notes;
};

const draw = (place: Element, notes: readonly string[]): void => {
  place.replaceChildren();
  if (notes.length === 0) return;
  const section = document.createElement('section');
  section.className = 'notice notice--warn';
  section.setAttribute('aria-label', '書き方の目安');
  const lead = document.createElement('p');
  lead.textContent = '書き方の目安（保存はできます）';
  const list = document.createElement('ul');
  list.append(
    ...notes.map((note) => {
      const line = document.createElement('li');
      line.textContent = note;
      return line;
    }),
  );
  section.append(lead, list);
  place.append(section);
};

const form = document.querySelector<HTMLFormElement>('form[data-title-style]');
const place = document.querySelector('[data-rule-notes]');
if (form !== null && place !== null) {
  place.setAttribute('role', 'status');
  let shown = '';
  form.addEventListener('input', () => {
    const notes = notesOf(form);
    if (notes.join('\n') === shown) return;
    shown = notes.join('\n');
    draw(place, notes);
  });
}
