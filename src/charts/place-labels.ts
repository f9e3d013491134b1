import { textWidth } from './text-width.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label looking for its place beside a point. */
export interface Wish {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly x: number;
  readonly y: number;
  /** Tried in this order. */
  readonly sides: readonly ('above' | 'below' | 'left' | 'right')[];
}

export interface PlacedLabel extends Box {
  readonly lines: readonly string[];
  readonly fontSize: number;
}

const LINE_HEIGHT = 1.3;

const opening = /[（「『［〔(]$/u;

/** Lines of at most `widest` pixels, broken between characters as Japanese may be, but never after an opening bracket. */
export const wrapLabel = (line: string, fontSize: number, widest: number): string[] => {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (current !== '' && textWidth(current + character, fontSize) > widest) {
      const bracket = current.length > 1 ? (opening.exec(current)?.[0] ?? '') : '';
      lines.push(current.slice(0, current.length - bracket.length));
      current = bracket;
    }
    current += character;
  }
  return current === '' ? lines : [...lines, current];
};

/** Pixels the lines of a label take, in the widths `textWidth` guesses. */
export const labelSize = (lines: readonly string[], fontSize: number): Pick<Box, 'width' | 'height'> => ({
  width: Math.max(0, ...lines.map((line) => textWidth(line, fontSize))),
  height: lines.length * fontSize * LINE_HEIGHT,
});

/** Base line of a line of a placed label. */
export const baseLine = (label: PlacedLabel, line: number): number =>
  label.y + (line + 0.8) * label.fontSize * LINE_HEIGHT;

/** Whether two boxes share ground; touching is not overlapping. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

type Line = readonly [readonly [number, number], readonly [number, number]];

/** Pixels of a line inside a box, sampled every third pixel: enough to prefer one place to another. */
const crossing = ([[x1, y1], [x2, y2]]: Line, box: Box): number => {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3));
  let inside = 0;
  for (let step = 0; step <= steps; step++) {
    const x = x1 + ((x2 - x1) * step) / steps;
    const y = y1 + ((y2 - y1) * step) / steps;
    if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) inside += 3;
  }
  return inside;
};

const candidates = (wish: Wish): Box[] => {
  const { width, height } = labelSize(wish.lines, wish.fontSize);
  const boxes: Box[] = [];
  for (const distance of [8, 20, 34, 52, 74]) {
    for (const side of wish.sides) {
      if (side === 'above' || side === 'below') {
        const y = side === 'above' ? wish.y - distance - height : wish.y + distance;
        for (const share of [0.5, 0.2, 0.8, 0, 1])
          boxes.push({ x: wish.x - width * share, y, width, height });
      } else {
        const x = side === 'left' ? wish.x - distance - width : wish.x + distance;
        for (const share of [0.5, 0.85, 0.15]) boxes.push({ x, y: wish.y - height * share, width, height });
      }
    }
  }
  return boxes;
};

const shifted = (box: Box, frame: Box): Box => ({
  ...box,
  x: Math.min(Math.max(box.x, frame.x), frame.x + frame.width - box.width),
});

/**
 * Labels in order of importance, each at the first best free place: never on another text or marker, off the
 * lines where there is room. A label without any place is left out; the table below the chart has its figure.
 */
export const placeLabels = (
  wishes: readonly Wish[],
  frame: Box,
  taken: readonly Box[],
  lines: readonly Line[],
): (PlacedLabel | null)[] => {
  const used: Box[] = [...taken];
  return wishes.map((wish) => {
    let best: { box: Box; cost: number } | null = null;
    candidates(wish).forEach((raw, order) => {
      const box = shifted(raw, frame);
      const inside =
        box.width <= frame.width && box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
      if (!inside || used.some((other) => overlap(box, other))) return;
      const moved = Math.abs(box.x - raw.x) * 0.5;
      const cost = order * 0.6 + moved + lines.reduce((sum, line) => sum + crossing(line, box), 0) * 0.6;
      if (best === null || cost < best.cost) best = { box, cost };
    });
    const found = best as { box: Box; cost: number } | null;
    if (found === null) return null;
    used.push(found.box);
    return { ...found.box, lines: wish.lines, fontSize: wish.fontSize };
  });
};
