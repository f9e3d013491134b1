/**
 * 本部の会議: the arrow keys turn the agenda, where they do nothing else — not in a field, nor in a table that scrolls.
 * The links beside say the same without JavaScript.
 */
const follow = (which: string): void => {
  document.querySelector<HTMLAnchorElement>(`a[data-meeting="${which}"]`)?.click();
};

const isFree = (target: EventTarget | null): boolean =>
  !(target instanceof Element) ||
  target.closest('input, textarea, select, [contenteditable], .table-scroll, details') === null;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!isFree(event.target)) return;
  if (event.key === 'ArrowRight') follow('next');
  if (event.key === 'ArrowLeft') follow('previous');
});
