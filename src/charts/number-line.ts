import { exactDecimal, type Fraction } from '../domain/kernel/fraction.ts';
import { type LineBand, type LinePiece, piecesOf } from './number-line-pieces.ts';
import { el, nothing, picture, type Svg, text, together } from './svg.ts';

export type { LineBand } from './number-line-pieces.ts';

export interface NumberLineWords {
  readonly gap: string;
  readonly overlap: string;
  readonly above: string;
  readonly below: string;
  /** The finding, for whoever does not see the drawing. */
  readonly title: (gaps: number, overlaps: number) => string;
}

interface NumberLine {
  readonly id: string;
  readonly bands: readonly LineBand[];
  readonly words: NumberLineWords;
  /** A bound as it is printed: 80 %. */
  readonly print?: (bound: Fraction) => string;
}

const width = 320;
const left = 92;
const bar = 26;
const margin = 18;
const stretchHeight = 44;
const pointHeight = 34;
/** Ends are drawn within their own band: two bands that meet at a bound each show whether it is theirs. */
const inside = 8;

interface Placed {
  readonly piece: LinePiece;
  readonly top: number;
  readonly height: number;
}

const isPlain = (pieces: readonly LinePiece[], at: number): boolean => {
  const [own] = pieces[at]?.bands ?? [];
  const neighbours = [pieces[at - 1], pieces[at + 1]];
  return (
    pieces[at]?.bands.length === 1 && neighbours.some((one) => own !== undefined && one?.bands.includes(own))
  );
};

const place = (pieces: readonly LinePiece[]): readonly Placed[] => {
  let top = margin;
  return pieces.map((piece, at) => {
    // A bound that belongs to what lies beside it needs no room of its own.
    const height = piece.isPoint ? (isPlain(pieces, at) ? 0 : pointHeight) : stretchHeight;
    const placed = { piece, top, height };
    top += height;
    return placed;
  });
};

/** The whole label stands in the table the line is drawn from. */
const shortened = (label: string): string => (label.length > 11 ? `${label.slice(0, 10)}…` : label);

const bounded = (value: Fraction): string => exactDecimal(value) ?? '';

const drawBand = (placed: readonly Placed[], band: LineBand, at: number): Svg => {
  const own = placed.filter(({ piece, height }) => height > 0 && piece.bands.includes(at));
  const [first, last] = [own[0], own[own.length - 1]];
  if (first === undefined || last === undefined) return nothing;
  const [top, bottom] = [first.top, last.top + last.height];
  // What lies in two bands is drawn as two bars side by side.
  const lane = own.some(({ piece }) => piece.bands.length > 1 && piece.bands[0] !== at) ? 1 : 0;
  const x = left + lane * (bar + 4);
  const end = (y: number, inclusive: boolean): Svg =>
    el('circle', {
      cx: x + bar / 2,
      cy: y,
      r: 5,
      class: inclusive ? 'number-line__end number-line__end--in' : 'number-line__end',
    });
  return together([
    el('rect', { x, y: top + 1, width: bar, height: bottom - top - 2, class: 'number-line__bar' }),
    band.to === null ? nothing : end(top + inside, band.toInclusive),
    band.from === null ? nothing : end(bottom - inside, band.fromInclusive),
    el(
      'text',
      { x: left + 2 * bar + 16, y: (top + bottom) / 2 + (lane === 1 ? 20 : 5), class: 'number-line__label' },
      text(shortened(band.label)),
    ),
  ]);
};

const wrongPiece = ({ piece, top, height }: Placed, words: NumberLineWords): Svg => {
  if (piece.bands.length === 1) return nothing;
  const isGap = piece.bands.length === 0;
  const y = top + height / 2;
  return together([
    el('rect', {
      x: left - 4,
      y: top + 3,
      width: 2 * bar + 12,
      height: Math.max(2, height - 6),
      class: isGap ? 'number-line__gap' : 'number-line__overlap',
    }),
    isGap
      ? el('path', {
          d: `M${left},${top + 6}L${left + bar},${top + height - 6}`,
          class: 'number-line__strike',
        })
      : nothing,
    el(
      'text',
      { x: left + 2 * bar + 16, y: isGap ? y + 5 : y - 6, class: 'number-line__wrong' },
      text(isGap ? `✕ ${words.gap}` : `✕ ${words.overlap}`),
    ),
  ]);
};

/**
 * Bands of a number line, from the greatest down: filled ends belong to the band, open ones do not; what lies in no
 * band is struck through, what lies in two has two bars. Bounds are evenly spaced, not to scale.
 */
export const numberLine = ({ id, bands, words, print = bounded }: NumberLine): string => {
  const placed = place(piecesOf(bands));
  const height = (placed.at(-1)?.top ?? 0) + (placed.at(-1)?.height ?? 0) + margin;
  const gaps = placed.filter(({ piece }) => piece.bands.length === 0).length;
  const overlaps = placed.filter(({ piece }) => piece.bands.length > 1).length;
  const ticks = placed.flatMap(({ piece, top, height: tall }) => {
    if (!piece.isPoint || piece.above === null) return [];
    const y = top + tall / 2;
    return [
      el('path', { d: `M${left - 8},${y}L${left + bar},${y}`, class: 'number-line__tick' }),
      el(
        'text',
        { x: left - 14, y: y + 5, 'text-anchor': 'end', class: 'number-line__bound' },
        text(print(piece.above)),
      ),
    ];
  });
  const ends = [
    el(
      'text',
      { x: left - 14, y: margin + 8, 'text-anchor': 'end', class: 'number-line__bound' },
      text(words.above),
    ),
    el(
      'text',
      { x: left - 14, y: height - margin - 2, 'text-anchor': 'end', class: 'number-line__bound' },
      text(words.below),
    ),
  ];
  return picture(
    { id, width, height, title: words.title(gaps, overlaps), description: '', className: 'number-line' },
    [
      ...bands.map((band, at) => drawBand(placed, band, at)),
      ...ticks,
      ...ends,
      ...placed.map((one) => wrongPiece(one, words)),
    ],
  );
};
