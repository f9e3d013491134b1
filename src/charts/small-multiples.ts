import type { LinePoint } from './line-chart.ts';
import { lineRuns } from './line-runs.ts';
import { el, nothing, picture, polyline, type Svg, text } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface SmallSeries {
  /** 年代, 地区 … */
  readonly name: string;
  readonly points: readonly LinePoint[];
}

export interface SmallMultiplesData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  readonly series: readonly SmallSeries[];
  /** The whole: a thin grey line behind every part. */
  readonly whole: readonly LinePoint[];
}

const font = 12;

/** As much of a name as fits, with an ellipsis. */
const shortened = (name: string, room: number): string => {
  if (textWidth(name, font) <= room) return name;
  let kept = name;
  while (kept !== '' && textWidth(`${kept}…`, font) > room) kept = kept.slice(0, -1);
  return `${kept}…`;
};

/**
 * 小さな図の並び: one panel a part, all on the same axes, the whole behind each of them, so that parts are compared
 * with it and with one another. null where no part has two years.
 */
export const smallMultiples = (data: SmallMultiplesData, width: 320 | 640 = 640): string | null => {
  const drawn = data.series.filter(({ points }) => points.length > 0);
  const points = [...drawn.flatMap((one) => one.points), ...data.whole];
  const years = points.map(({ fiscalYear }) => fiscalYear);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (drawn.length === 0 || first === last) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const columns = width === 320 ? 2 : 4;
  const gap = 16;
  const panel = {
    width: (width - gap * (columns - 1)) / columns,
    head: font * 1.7,
    plot: 52,
    foot: font * 1.8,
  };
  const tall = panel.head + panel.plot + panel.foot;
  const rows = Math.ceil(drawn.length / columns);
  const height = rows * tall + (rows - 1) * gap;
  const edge = 6;
  const place =
    (left: number, top: number) =>
    ({ fiscalYear, value }: LinePoint): readonly [number, number] => [
      left + edge + ((fiscalYear - first) / (last - first)) * (panel.width - 2 * edge),
      high === low
        ? top + panel.plot / 2
        : top + panel.plot - edge - ((value - low) / (high - low)) * (panel.plot - 2 * edge),
    ];
  const lines = (
    own: readonly LinePoint[],
    at: ReturnType<typeof place>,
    look: Record<string, string | number>,
  ): Svg[] =>
    lineRuns(own, []).map((run) =>
      run.length < 2 ? nothing : el('path', { d: polyline(run.map(at)), fill: 'none', ...look }),
    );
  return picture({ ...data, width, height, className: 'chart-multiples' }, [
    ...drawn.map(({ name, points: own }, order) => {
      const left = (order % columns) * (panel.width + gap);
      const top = Math.floor(order / columns) * (tall + gap);
      const at = place(left, top + panel.head);
      const latest = own.toSorted((a, b) => a.fiscalYear - b.fiscalYear).at(-1);
      return el(
        'g',
        { class: 'chart-multiple' },
        el(
          'text',
          {
            x: left,
            y: top + font,
            'font-size': font,
            'font-weight': 700,
            fill: '#333333',
            class: 'chart-label',
          },
          text(shortened(name, panel.width)),
        ),
        el('line', {
          x1: left,
          x2: left + panel.width,
          y1: top + panel.head + panel.plot,
          y2: top + panel.head + panel.plot,
          stroke: '#8c8c8c',
          class: 'chart-axis',
        }),
        ...lines(data.whole, at, { stroke: '#a6a6a6', 'stroke-width': 1.5, class: 'chart-multiple-whole' }),
        ...lines(own, at, { stroke: '#264af4', 'stroke-width': 2.5, class: 'chart-actual-line' }),
        ...own.map((point) => {
          const [cx, cy] = at(point);
          return el('circle', {
            cx,
            cy,
            r: point === latest ? 3.5 : 2,
            fill: '#264af4',
            class: 'chart-actual',
          });
        }),
        latest === undefined
          ? nothing
          : el(
              'text',
              {
                x: left,
                y: top + panel.head + panel.plot + font * 1.4,
                'font-size': font,
                fill: '#333333',
                class: 'chart-label',
              },
              text(shortened(latest.label, panel.width)),
            ),
      );
    }),
  ]);
};
