import { chartLabel } from './chart-label.ts';
import { yearLabel } from './fiscal-year-axis.ts';
import type { ChartWidth } from './line-chart.ts';
import { drawFlag } from './line-chart-axes.ts';
import { ink, tickLabel } from './line-chart-layout.ts';
import type { FanKind, PopulationFanData } from './population-fan.ts';
import { type FanLayout, type NamedLine, swatch } from './population-fan-layout.ts';
import { drawName, isDrawn, layoutWithNames } from './population-fan-names.ts';
import { el, nothing, picture, polyline, type Svg, together } from './svg.ts';
import { textWidth } from './text-width.ts';

interface LineLook {
  readonly stroke: string;
  readonly width: number;
  readonly dash: string | undefined;
}

const looks: Readonly<Record<FanKind, Omit<LineLook, 'dash'>>> = {
  actual: { stroke: ink.accent, width: 3 },
  projection: { stroke: ink.quiet, width: 2 },
  own: { stroke: ink.text, width: 2.25 },
  scenario: { stroke: '#b35900', width: 2.75 },
};
/** Lines of one kind are told apart by their dashes. */
const dashes: Readonly<Record<FanKind, readonly (string | undefined)[]>> = {
  actual: [undefined, '12 3'],
  projection: ['7 4', '2 3', '10 3 2 3', '14 4'],
  own: ['4 3', '9 2 2 2'],
  scenario: [undefined, '9 4', '3 3', '12 3 3 3'],
};

const pairedWithLooks = (named: readonly NamedLine[]) => {
  const seen = new Map<FanKind, number>();
  return named.map((line) => {
    const { kind } = line.series;
    const order = seen.get(kind) ?? 0;
    seen.set(kind, order + 1);
    const own = dashes[kind];
    const look: LineLook = { ...looks[kind], dash: own[order % own.length] };
    return { line, look };
  });
};

const strokeOf = ({ stroke, width, dash }: LineLook) => ({
  fill: 'none',
  stroke,
  'stroke-width': width,
  'stroke-linejoin': 'round',
  'stroke-dasharray': dash,
});

const axes = (data: PopulationFanData, { plot, ticks, years, font, x, y }: FanLayout): Svg =>
  el(
    'g',
    { class: 'chart-axes' },
    data.unit === '' ? nothing : chartLabel(data.unit, { x: 0, y: font, fontSize: font }),
    ...ticks.values.flatMap((value, at) => [
      el('line', {
        x1: plot.x,
        x2: plot.x + plot.width,
        y1: y(value),
        y2: y(value),
        stroke: at === 0 ? ink.axis : ink.grid,
        class: at === 0 ? 'chart-axis' : 'chart-grid',
      }),
      chartLabel(tickLabel(value, ticks), {
        x: plot.x - 6,
        y: y(value) + font * 0.36,
        fontSize: font,
        anchor: 'end',
      }),
    ]),
    ...years.flatMap(({ fiscalYear, label }) => [
      el('line', {
        x1: x(fiscalYear),
        x2: x(fiscalYear),
        y1: plot.y + plot.height,
        y2: plot.y + plot.height + 4,
        stroke: ink.axis,
        class: 'chart-axis',
      }),
      chartLabel(label, {
        x: x(fiscalYear),
        y: plot.y + plot.height + font * 1.5,
        fontSize: font,
        anchor: 'middle',
      }),
    ]),
  );

/** Both ranges with an edge of their own, so that they are seen on grey paper too. */
const bandsOf = (data: PopulationFanData, { x, y }: FanLayout): Svg => {
  const bands = (data.bands ?? []).toSorted((a, b) => a.year - b.year);
  if (bands.length < 2) return nothing;
  const range = (
    ranges: readonly { readonly year: number; readonly ends: readonly [number, number] }[],
    opacity: string,
  ): Svg => {
    const upper = ranges.map(({ year, ends }) => [x(year), y(ends[1])] as const);
    const lower = ranges.map(({ year, ends }) => [x(year), y(ends[0])] as const).toReversed();
    return ranges.length < 2
      ? nothing
      : el('path', {
          d: `${polyline([...upper, ...lower])}z`,
          fill: '#8f8f8f',
          'fill-opacity': opacity,
          stroke: ink.axis,
          'stroke-width': 0.75,
          'stroke-dasharray': '2 3',
        });
  };
  return el(
    'g',
    { class: 'chart-bands' },
    range(
      bands.map(({ year, eighty }) => ({ year, ends: eighty })),
      '0.22',
    ),
    range(
      bands.flatMap(({ year, half }) => (half === null ? [] : [{ year, ends: half }])),
      '0.25',
    ),
  );
};

const lineOf = (line: NamedLine, look: LineLook, { x, y }: FanLayout): Svg => {
  const places = line.points.map(({ year, value }) => [x(year), y(value)] as const);
  const { kind } = line.series;
  // Yearly figures would be a string of beads.
  const dotted = kind === 'actual' && places.length <= 20;
  const dots = dotted ? places : places.slice(-1);
  return el(
    'g',
    { class: `chart-fan-${kind}` },
    places.length < 2 ? nothing : el('path', { d: polyline(places), ...strokeOf(look) }),
    ...dots.map(([cx, cy]) => el('circle', { cx, cy, r: dotted ? 3.5 : 3, fill: look.stroke })),
  );
};

const nameOf = (line: NamedLine, look: LineLook, layout: FanLayout): Svg => {
  const { font, lineHeight, beside, x, y } = layout;
  const middle = line.y + lineHeight * 0.5;
  const [endX, endY] = [x(line.end.year), y(line.end.value)];
  return el(
    'g',
    { class: `chart-fan-name chart-fan-name-${line.series.kind}` },
    // From the end of the line to its name, where they are not beside each other.
    beside
      ? el('path', {
          d: polyline([
            [endX + 4, endY],
            [line.x - 4, middle],
          ]),
          fill: 'none',
          stroke: ink.axis,
          'stroke-width': 0.75,
          class: 'chart-leader',
        })
      : nothing,
    el('path', {
      d: polyline([
        [line.x, middle],
        [line.x + swatch - 6, middle],
      ]),
      ...strokeOf(look),
    }),
    ...line.lines.map((words, at) =>
      chartLabel(words, {
        x: line.x + swatch,
        y: line.y + (at + 0.8) * lineHeight,
        fontSize: font,
        fill: ink.text,
        strong: at > 0 && at === line.lines.length - 1,
      }),
    ),
  );
};

const shownLine = (data: PopulationFanData, layout: FanLayout, width: ChartWidth): Svg => {
  const shown = data.shownYear ?? null;
  if (!isDrawn(shown, layout)) return nothing;
  const { plot, font, x } = layout;
  const year = yearLabel(shown, data.years);
  const half = textWidth(year, font) / 2;
  return together([
    el('line', {
      x1: x(shown),
      x2: x(shown),
      y1: font * 1.5,
      y2: plot.y + plot.height,
      stroke: ink.text,
      'stroke-width': 1,
      class: 'chart-shown-year',
    }),
    chartLabel(year, {
      x: Math.min(Math.max(x(shown), textWidth(data.unit, font) + half + 8), width - half - 2),
      y: font,
      fontSize: font,
      anchor: 'middle',
      strong: true,
    }),
  ]);
};

export const drawFan = (data: PopulationFanData, width: ChartWidth): string => {
  const { layout, inside, names } = layoutWithNames(data, width);
  const { plot, x, y, named } = layout;
  const paired = pairedWithLooks(named);
  const aims = data.aim === null ? [] : [data.aim];
  return picture({ ...data, width, height: layout.height, className: 'chart-fan' }, [
    axes(data, layout),
    bandsOf(data, layout),
    shownLine(data, layout, width),
    // What was counted lies over what is expected.
    ...paired.toReversed().map(({ line, look }) => lineOf(line, look, layout)),
    ...aims.map((aim) => drawFlag(x(aim.year), y(aim.total), x(aim.year) > plot.x + plot.width - 16)),
    ...names.map((name) => (name === null ? nothing : drawName(name))),
    ...paired.flatMap(({ line, look }) => (inside.has(line.series) ? [] : [nameOf(line, look, layout)])),
  ]);
};
