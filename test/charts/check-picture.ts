import { expect } from 'vitest';
import { textWidth } from '../../src/charts/text-width.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

const attribute = (tag: string, name: string): string | undefined =>
  tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Every written line with the place it takes, read back from the picture itself. */
const textBoxes = (svg: string): Box[] =>
  [...svg.matchAll(/<text([^>]*)(?<!\/)>(.*?)<\/text>/gs)].flatMap(([, head = '', inner = '']) => {
    const size = Number(attribute(head, 'font-size'));
    const anchor = attribute(head, 'text-anchor') ?? 'start';
    const lines = inner.includes('<tspan')
      ? [...inner.matchAll(/<tspan([^>]*)>(.*?)<\/tspan>/gs)].map(([, tag = '', words = '']) => ({
          tag,
          words,
        }))
      : [{ tag: head, words: inner }];
    return lines.map(({ tag, words }) => {
      const width = textWidth(decode(words), size);
      const x = Number(attribute(tag, 'x'));
      const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
      return { x: x - shift, y: Number(attribute(tag, 'y')) - size * 0.85, width, height: size, words };
    });
  });

/** Everything lies within the picture, and no words lie over others. */
export const checkPicture = (svg: string): void => {
  const [, , width = 0, height = 0] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number);
  const inside = (value: number, most: number): void => {
    expect(Number.isFinite(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(-0.1);
    expect(value).toBeLessThanOrEqual(most + 0.1);
  };
  for (const [, name = '', value] of svg.matchAll(/ (x|y|x1|x2|y1|y2|cx|cy)="([^"]*)"/g)) {
    inside(Number(value), name.includes('x') ? width : height);
  }
  for (const [, path = ''] of svg.matchAll(/ d="([^"]*)"/g)) {
    // Only the absolute points; the pennant is drawn relative to one of them.
    for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
      inside(Number(x), width);
      inside(Number(y), height);
    }
  }
  expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
  const boxes = textBoxes(svg);
  for (const box of boxes) {
    expect(box.x).toBeGreaterThanOrEqual(-1);
    expect(box.x + box.width).toBeLessThanOrEqual(width + 1);
  }
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      const apart =
        a.x + a.width <= b.x + 0.5 ||
        b.x + b.width <= a.x + 0.5 ||
        a.y + a.height <= b.y + 0.5 ||
        b.y + b.height <= a.y + 0.5;
      expect(apart || [a.words, b.words]).toBe(true);
    }
  });
};
