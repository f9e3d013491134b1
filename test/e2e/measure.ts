/**
 * Measured inside a page of the browser: each function stands by itself, since it is sent there as text.
 */

/** Elements that reach beyond the width of the window, unless they lie in something that scrolls by itself. */
export const stickingOut = (): readonly string[] => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (element: Element): boolean => {
    for (let above = element.parentElement; above !== null; above = above.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(above).overflowX)) return true;
    return false;
  };
  const found = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(element),
  );
  const named = found.slice(-3).map((element) => {
    const name = `${element.localName}.${[...element.classList].join('.')}`;
    return `${name} → ${Math.round(element.getBoundingClientRect().right)}px`;
  });
  return [`${root.scrollWidth}px wide in ${root.clientWidth}px: ${named.join(', ')}`];
};

/** Elements whose text is cut off at their own edge. What is clipped to nothing is hidden on purpose. */
export const cutOff = (): readonly string[] =>
  [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { overflowX, overflowY, display, clipPath } = getComputedStyle(element);
      if (!(element instanceof HTMLElement) || display === 'none' || element.innerText.trim() === '')
        return false;
      if (clipPath !== 'none') return false;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .slice(0, 3)
    .map((element) => `cut off: ${element.localName}.${[...element.classList].join('.')}`);

/** Text twice as large, as a reader may set it in the browser; null gives the page's own size back. */
export const enlargeText = (percent: number | null): void => {
  document.documentElement.style.fontSize = percent === null ? '' : `${percent}%`;
};

/** In pixels. */
export const textSize = (): number => Number.parseFloat(getComputedStyle(document.body).fontSize);
