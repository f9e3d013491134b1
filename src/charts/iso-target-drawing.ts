import { chartLabel } from './chart-label.ts';
import type { IsoPoint, IsoTargetData } from './iso-target-curve.ts';
import type { ChartWidth } from './line-chart.ts';
import { ink, tickLabel } from './line-chart-layout.ts';
import { niceTicks } from './nice-ticks.ts';
import { type Box, baseLine, placeLabels, type Wish, wrapLabel } from './place-labels.ts';
import { el, nothing, picture, polyline, type Svg, text } from './svg.ts';
import { textWidth } from './text-width.ts';

const axisName = (name: string, unit: string): string => (unit === '' ? name : `${name}（${unit}）`);

export const drawIsoTarget = (data: IsoTargetData, width: ChartWidth): string => {
  const font = width === 320 ? 12 : 13;
  const curve = data.curve.toSorted((a, b) => a.x - b.x);
  const marked = [data.now, data.chosen].flatMap((point) => point ?? []);
  const across = niceTicks(
    Math.min(data.x.least, ...curve.map((point) => point.x), ...marked.map(({ x }) => x)),
    Math.max(data.x.most, ...curve.map((point) => point.x), ...marked.map(({ x }) => x)),
    width === 320 ? 3 : 5,
  );
  const upward = niceTicks(
    Math.min(data.y.least, ...curve.map(({ y }) => y), ...marked.map(({ y }) => y)),
    Math.max(data.y.most, ...curve.map(({ y }) => y), ...marked.map(({ y }) => y)),
    4,
  );
  const tickWidth = Math.max(...upward.values.map((value) => textWidth(tickLabel(value, upward), font)));
  const edge = Math.max(...across.values.map((value) => textWidth(tickLabel(value, across), font))) / 2;
  const plot = { x: tickWidth + 10, y: font * 2.4, width: 0, height: width === 320 ? 210 : 300 };
  plot.width = width - plot.x - Math.max(edge, 8) - 2;
  const bottom = plot.y + plot.height;
  const x = (value: number): number =>
    plot.x + ((value - across.low) / (across.high - across.low)) * plot.width;
  const y = (value: number): number =>
    bottom - ((value - upward.low) / (upward.high - upward.low)) * plot.height;
  const at = (point: IsoPoint): readonly [number, number] => [x(point.x), y(point.y)];
  const places = curve.map(at);
  const [first, last] = [places[0], places.at(-1)];
  const nameX = wrapLabel(axisName(data.x.name, data.x.unit), font, width - plot.x);
  const height = bottom + font * 2 + nameX.length * font * 1.3 + 4;

  // Everything beyond the curve reaches the aim: to its right and above it, to the edges of the picture.
  const right = plot.x + plot.width;
  const reaching =
    first === undefined || last === undefined
      ? ''
      : `${polyline([...places, [right, last[1]], [right, plot.y], [first[0], plot.y]])}z`;

  const ticks: Svg[] = [
    ...upward.values.flatMap((value, order) => [
      el('line', {
        x1: plot.x,
        x2: right,
        y1: y(value),
        y2: y(value),
        stroke: order === 0 ? ink.axis : ink.grid,
        class: order === 0 ? 'chart-axis' : 'chart-grid',
      }),
      chartLabel(tickLabel(value, upward), {
        x: plot.x - 6,
        y: y(value) + font * 0.36,
        fontSize: font,
        anchor: 'end',
      }),
    ]),
    ...across.values.flatMap((value) => [
      el('line', {
        x1: x(value),
        x2: x(value),
        y1: bottom,
        y2: bottom + 4,
        stroke: ink.axis,
        class: 'chart-axis',
      }),
      chartLabel(tickLabel(value, across), {
        x: x(value),
        y: bottom + font * 1.5,
        fontSize: font,
        anchor: 'middle',
      }),
    ]),
  ];

  const figure = (value: number, decimals: number, unit: string): string =>
    `${value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}${unit}`;
  const wishes: Wish[] = marked.map((point) => ({
    lines: [
      ...wrapLabel(point.name, font, font * 12),
      `${figure(point.x, data.x.decimals, data.x.unit)}・${figure(point.y, data.y.decimals, data.y.unit)}`,
    ],
    fontSize: font,
    x: x(point.x),
    y: y(point.y),
    sides: ['right', 'above', 'left', 'below'],
  }));
  const sideWishes: Wish[] = [
    { lines: [data.words.reached], fontSize: font, x: right - 6, y: plot.y + 2, sides: ['left', 'below'] },
    { lines: [data.words.missed], fontSize: font, x: plot.x + 6, y: bottom - 6, sides: ['right', 'above'] },
  ];
  const markers: Box[] = marked.map((point) => ({
    x: x(point.x) - 6,
    y: y(point.y) - 6,
    width: 12,
    height: 12,
  }));
  const courses = places.slice(1).map((point, order) => [places[order] ?? point, point] as const);
  const labels = placeLabels(
    [...wishes, ...sideWishes],
    { x: plot.x + 3, y: plot.y + 2, width: plot.width - 4, height: plot.height - 6 },
    markers,
    courses,
  );

  return picture({ ...data, width, height, className: 'chart-iso' }, [
    reaching === ''
      ? nothing
      : el('path', { d: reaching, fill: ink.accent, 'fill-opacity': '0.1', class: 'chart-iso-reached' }),
    ...ticks,
    chartLabel(axisName(data.y.name, data.y.unit), { x: 0, y: font, fontSize: font, fill: ink.text }),
    ...nameX.map((words, line) =>
      chartLabel(words, {
        x: right,
        y: bottom + font * 1.5 + (line + 1) * font * 1.3 + 2,
        fontSize: font,
        anchor: 'end',
        fill: ink.text,
      }),
    ),
    el('path', {
      d: polyline(places),
      fill: 'none',
      stroke: ink.accent,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      class: 'chart-actual-line',
    }),
    ...[data.now].flatMap((point) =>
      point === null
        ? []
        : [
            el('circle', {
              cx: x(point.x),
              cy: y(point.y),
              r: 5.5,
              fill: '#ffffff',
              stroke: ink.text,
              'stroke-width': 2.5,
              class: 'chart-iso-now',
            }),
          ],
    ),
    ...[data.chosen].flatMap((point) =>
      point === null
        ? []
        : [
            el('circle', {
              cx: x(point.x),
              cy: y(point.y),
              r: 5.5,
              fill: ink.accent,
              stroke: '#ffffff',
              'stroke-width': 1.5,
              class: 'chart-actual',
            }),
          ],
    ),
    ...labels.flatMap((label, order) =>
      label === null
        ? []
        : label.lines.map((words, line) =>
            el(
              'text',
              {
                x: label.x + label.width / 2,
                y: baseLine(label, line),
                'font-size': font,
                'font-weight': order >= wishes.length || line === label.lines.length - 1 ? 700 : 400,
                'text-anchor': 'middle',
                fill: ink.text,
                stroke: '#ffffff',
                'stroke-width': 3,
                'stroke-linejoin': 'round',
                'paint-order': 'stroke',
                class: 'chart-label',
              },
              text(words),
            ),
          ),
    ),
  ]);
};
