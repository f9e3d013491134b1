import { niceTicks } from './nice-ticks.ts';
import { el, nothing, picture, text, together } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface Dot {
  readonly name: string;
  /** As shown: 1.08 */
  readonly label: string;
  readonly value: number;
  /** Ends of a range, where the figure is an estimate. */
  readonly range: readonly [from: number, to: number] | null;
  /** Open: to be read with care (provisional, another year). */
  readonly open: boolean;
}

export interface DotChartData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  readonly dots: readonly Dot[];
}

/**
 * 点の図: one row a name, in the order given; unlike bars the axis need not begin at zero. Filled: comparable as it
 * stands; open: with care. null without a dot.
 */
export const dotChart = (data: DotChartData, width: 320 | 640 = 640): string | null => {
  if (data.dots.length === 0) return null;
  const font = width === 320 ? 12 : 13;
  const beside = width === 640;
  const row = beside ? 32 : 46;
  const values = data.dots.flatMap(({ value, range }) => [value, ...(range ?? [])]);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const ticks = niceTicks(least, most, width === 320 ? 3 : 5);
  const nameWidth = beside
    ? Math.min(220, Math.max(...data.dots.map(({ name }) => textWidth(name, font)))) + 16
    : 8;
  const labelWidth = Math.max(...data.dots.map(({ label }) => textWidth(label, font))) + 14;
  const room = Math.max(60, width - nameWidth - labelWidth);
  const x = (value: number): number => nameWidth + ((value - ticks.low) / (ticks.high - ticks.low)) * room;
  const bottom = data.dots.length * row + 6;
  const height = bottom + font * 2;
  const tick = (value: number): string =>
    value.toLocaleString('en-US', {
      minimumFractionDigits: ticks.decimals,
      maximumFractionDigits: ticks.decimals,
    });
  // A tick's words are left out where they would touch those before.
  let free = 0;
  const written = ticks.values.map((value) => {
    const half = textWidth(tick(value), font) / 2;
    const middle = Math.min(Math.max(x(value), half), width - half);
    if (middle - half < free) return null;
    free = middle + half + 8;
    return middle;
  });
  return picture({ ...data, width, height, className: 'chart-dots' }, [
    ...ticks.values.map((value, at) =>
      together([
        el('line', {
          x1: x(value),
          x2: x(value),
          y1: 0,
          y2: bottom,
          stroke: '#e0e0e0',
          class: 'chart-grid',
        }),
        written[at] == null
          ? nothing
          : el(
              'text',
              {
                x: written[at],
                y: bottom + font * 1.5,
                'font-size': font,
                fill: '#595959',
                'text-anchor': 'middle',
                class: 'chart-label',
              },
              text(tick(value)),
            ),
      ]),
    ),
    ...data.dots.map(({ name, label, value, range, open }, order) => {
      const y = order * row + (beside ? row / 2 : 32);
      return el(
        'g',
        { class: 'chart-dot' },
        el(
          'text',
          {
            x: beside ? nameWidth - 12 : 0,
            y: beside ? y + font * 0.36 : y - 16,
            'font-size': font,
            fill: '#333333',
            'text-anchor': beside ? 'end' : 'start',
            class: 'chart-label',
          },
          text(name),
        ),
        range === null
          ? nothing
          : el('line', {
              x1: x(range[0]),
              x2: x(range[1]),
              y1: y,
              y2: y,
              stroke: '#595959',
              'stroke-width': 2,
              class: 'chart-dot-range',
            }),
        el('circle', {
          cx: x(value),
          cy: y,
          r: 6,
          fill: open ? '#ffffff' : '#264af4',
          stroke: '#264af4',
          'stroke-width': 2.5,
          class: open ? 'chart-dot-open' : 'chart-dot-full',
        }),
        el(
          'text',
          {
            x: Math.max(x(value), range?.[1] === undefined ? 0 : x(range[1])) + 10,
            y: y + font * 0.36,
            'font-size': font,
            'font-weight': 700,
            fill: '#333333',
            class: 'chart-label',
          },
          text(label),
        ),
      );
    }),
  ]);
};
