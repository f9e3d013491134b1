import { yearLabel } from './fiscal-year-axis.ts';
import type { ChartWidth, LineChartData, LinePoint } from './line-chart.ts';
import { drawAxes, drawFlag, drawMissing } from './line-chart-axes.ts';
import { drawForecast } from './line-chart-forecast.ts';
import { ink, layoutOf } from './line-chart-layout.ts';
import { lineRuns } from './line-runs.ts';
import { type Box, baseLine, type PlacedLabel, placeLabels, type Wish, wrapLabel } from './place-labels.ts';
import { el, nothing, picture, polyline, type Svg, text, together } from './svg.ts';

type Line = readonly [readonly [number, number], readonly [number, number]];
const pieces = (points: readonly (readonly [number, number])[]): Line[] =>
  points.slice(1).map((point, at) => [points[at] ?? point, point]);

const drawLabel = (label: PlacedLabel, className: string, towards: { x: number; y: number }): Svg => {
  const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  const [dx, dy] = [
    Math.abs(middle.x - towards.x) - label.width / 2,
    Math.abs(middle.y - towards.y) - label.height / 2,
  ];
  const edge = {
    x: Math.min(Math.max(towards.x, label.x), label.x + label.width),
    y: middle.y < towards.y ? label.y + label.height : label.y,
  };
  return together([
    // Far from its point a label is tied to it.
    Math.max(dx, dy) > 26 && dy > 0
      ? el('line', {
          x1: edge.x,
          y1: edge.y,
          x2: towards.x,
          y2: towards.y,
          stroke: ink.axis,
          class: 'chart-leader',
        })
      : nothing,
    el(
      'text',
      {
        'font-size': label.fontSize,
        fill: ink.text,
        class: `chart-label ${className}`,
        'text-anchor': 'middle',
        // A white rim keeps the words readable where a line must pass behind them.
        stroke: '#ffffff',
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      },
      ...label.lines.map((line, at) =>
        el(
          'tspan',
          { x: middle.x, y: baseLine(label, at), 'font-weight': at === label.lines.length - 1 ? 700 : 400 },
          text(line),
        ),
      ),
    ),
  ]);
};

export const drawLineChart = (
  data: LineChartData,
  points: readonly LinePoint[],
  /** Drawn without a marker of their own: path and range of the forecast. */
  reach: readonly Pick<LinePoint, 'fiscalYear' | 'value'>[],
  width: ChartWidth,
): string => {
  const layout = layoutOf(data, [...points, ...reach], width);
  const { plot, font, x, y, height } = layout;
  type Place = Pick<LinePoint, 'fiscalYear' | 'value'>;
  const at = (point: Place): readonly [number, number] => [x(point.fiscalYear), y(point.value)];
  const byYear = (a: Place, b: Place): number => a.fiscalYear - b.fiscalYear;

  const straight = [...(data.baseline === null ? [] : [data.baseline]), ...data.targets];
  const path = (data.path ?? straight).toSorted(byYear).map(at);
  const runs = lineRuns(
    data.actuals,
    data.missing.map(({ fiscalYear }) => fiscalYear),
  ).map((run) => run.map(at));
  const references = data.references.map(({ points: own }) => own.toSorted(byYear).map(at));
  const latest = data.actuals.toSorted(byYear).at(-1);

  const wrapped = (name: string): string[] => wrapLabel(name, font, font * (width === 320 ? 9 : 14));
  const wishes: (Wish & { readonly className: string })[] = [];
  for (const target of data.targets.toSorted(byYear).toReversed()) {
    const [px, py] = at(target);
    wishes.push({
      lines: [...wrapped(target.name), target.label],
      fontSize: font,
      x: px,
      y: py - 12,
      sides: ['above', 'left', 'below', 'right'],
      className: 'chart-target-label',
    });
  }
  const isBaseline = (point: LinePoint): boolean =>
    data.baseline !== null &&
    point.fiscalYear === data.baseline.fiscalYear &&
    point.value === data.baseline.value;
  if (latest !== undefined && !isBaseline(latest)) {
    const [px, py] = at(latest);
    wishes.push({
      lines: [latest.label],
      fontSize: font,
      x: px,
      y: py,
      sides: ['above', 'right', 'below', 'left'],
      className: 'chart-actual-label',
    });
  }
  if (data.baseline !== null) {
    const [px, py] = at(data.baseline);
    wishes.push({
      lines: [...wrapped(data.baseline.name), data.baseline.label],
      fontSize: font,
      x: px,
      y: py,
      sides: ['above', 'below', 'right', 'left'],
      className: 'chart-baseline-label',
    });
  }
  for (const { name, points: own } of data.references) {
    const end = own.toSorted(byYear).at(-1);
    if (end === undefined) continue;
    const [px, py] = at(end);
    wishes.push({
      lines: [...wrapped(name), `${yearLabel(end.fiscalYear, data.years)} ${end.label}`],
      fontSize: font,
      x: px,
      y: py,
      sides: ['below', 'above', 'left', 'right'],
      className: 'chart-reference-label',
    });
  }
  const forecast = (data.forecast?.points ?? []).toSorted(byYear);
  const expected = forecast.at(-1);
  if (data.forecast !== undefined && expected !== undefined) {
    const [px, py] = at(expected);
    wishes.push({
      lines: [...wrapped(data.forecast.name), expected.label],
      fontSize: font,
      x: px,
      y: py,
      sides: ['left', 'above', 'below', 'right'],
      className: 'chart-forecast-label',
    });
  }
  const markers: Box[] = [
    ...points.map((point) => ({ x: x(point.fiscalYear) - 5, y: y(point.value) - 5, width: 10, height: 10 })),
    ...data.targets.map((target) => ({
      x: x(target.fiscalYear) - 12,
      y: y(target.value) - 21,
      width: 24,
      height: 21,
    })),
  ];
  const frame = {
    x: plot.x + 2,
    y: font * 1.4,
    width: width - plot.x - 4,
    height: plot.y + plot.height - font * 1.4 - 2,
  };
  // The forecast leaves from the last figure, where its range is nothing yet.
  const origin = latest === undefined ? [] : [{ ...latest, from: latest.value, to: latest.value }];
  const course = forecast.length === 0 ? [] : [...origin, ...forecast];
  const lines = [
    ...runs.flatMap(pieces),
    ...pieces(path),
    ...references.flatMap(pieces),
    ...pieces(course.map(at)),
  ];
  const labels = placeLabels(wishes, frame, markers, lines);

  return picture(
    { id: data.id, width, height, title: data.title, description: data.description, className: 'chart-line' },
    [
      drawMissing(data, layout),
      drawAxes(data, layout),
      drawForecast(course, layout),
      ...references.map((own, order) =>
        together([
          el('path', {
            d: polyline(own),
            fill: 'none',
            stroke: ink.quiet,
            'stroke-width': 2,
            'stroke-dasharray': ['7 4', '3 3', '10 3 2 3'][order % 3],
            class: 'chart-reference',
          }),
          ...own
            .slice(-1)
            .map(([cx, cy]) => el('circle', { cx, cy, r: 3, fill: ink.quiet, class: 'chart-reference-end' })),
        ]),
      ),
      path.length < 2
        ? nothing
        : el('path', {
            d: polyline(path),
            fill: 'none',
            stroke: ink.text,
            'stroke-width': 2,
            'stroke-linecap': 'round',
            'stroke-dasharray': '0.1 6',
            class: 'chart-required',
          }),
      ...runs.map((run) =>
        run.length < 2
          ? nothing
          : el('path', {
              d: polyline(run),
              fill: 'none',
              stroke: ink.accent,
              'stroke-width': 3,
              'stroke-linejoin': 'round',
              class: 'chart-actual-line',
            }),
      ),
      ...runs
        .flat()
        .map(([cx, cy]) => el('circle', { cx, cy, r: 4.5, fill: ink.accent, class: 'chart-actual' })),
      ...data.targets.map((target) =>
        drawFlag(x(target.fiscalYear), y(target.value), x(target.fiscalYear) > width - 40),
      ),
      ...(data.baseline === null
        ? []
        : [at(data.baseline)].map(([cx, cy]) =>
            el('circle', {
              cx,
              cy,
              r: 5.5,
              fill: '#ffffff',
              stroke: ink.accent,
              'stroke-width': 2.5,
              class: 'chart-baseline',
            }),
          )),
      ...labels.map((label, order) => {
        const wish = wishes[order];
        return label === null || wish === undefined ? nothing : drawLabel(label, wish.className, wish);
      }),
    ],
  );
};
