/** Markup that is already escaped. Made here only, so text from data cannot become an element. */
export interface Svg {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// XML 1.0 has no control characters but these three, and no U+FFFE or U+FFFF, escaped or not.
const escapeText = (content: string): string =>
  content
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** A tenth of a pixel is enough, and keeps files small and golden files steady. @throws where not finite. */
export const round = (value: number): number => {
  if (!Number.isFinite(value)) throw new Error(`a chart needs finite coordinates, not ${value}`);
  // Adding zero turns -0 into 0.
  return Math.round(value * 10) / 10 + 0;
};

export const text = (content: string): Svg => ({ markup: escapeText(content) });

export const el = (name: string, attributes: Attributes, ...children: readonly Svg[]): Svg => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value ?? '')}"`)
    .join('');
  const inner = children.map(({ markup }) => markup).join('');
  return { markup: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
};

export const nothing: Svg = { markup: '' };
export const together = (parts: readonly Svg[]): Svg => ({
  markup: parts.map(({ markup }) => markup).join(''),
});

/** M0,0 L10,5 …; '' for fewer than two points. */
export const polyline = (points: readonly (readonly [number, number])[]): string =>
  points.length < 2
    ? ''
    : points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('');

export interface Picture {
  /** Unique on the page: names the ids of title and description. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  readonly className: string;
}

/** One image to a screen reader: what stands inside is said by title and description (and by the table below it). */
export const picture = (
  { id, width, height, title, description, className }: Picture,
  parts: readonly Svg[],
): string =>
  el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `chart ${className}`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': description === '' ? `${id}-title` : `${id}-title ${id}-desc`,
    },
    el('title', { id: `${id}-title` }, text(title)),
    description === '' ? nothing : el('desc', { id: `${id}-desc` }, text(description)),
    ...parts,
  ).markup;
