import type { LineChartData } from './line-chart.ts';
import { ink, type Layout, tickLabel } from './line-chart-layout.ts';
import { el, type Svg, text, together } from './svg.ts';

const write = (
  x: number,
  y: number,
  size: number,
  content: string,
  extra: Record<string, string> = {},
): Svg =>
  el('text', { x, y, 'font-size': size, fill: ink.quiet, class: 'chart-label', ...extra }, text(content));

export const drawAxes = (data: LineChartData, layout: Layout): Svg => {
  const { plot, font, ticks, years, x, y } = layout;
  const right = plot.x + plot.width;
  return el(
    'g',
    { class: 'chart-axes' },
    ...(data.unit === '' ? [] : [write(0, font, font, data.unit)]),
    ...ticks.values.flatMap((value, at) => [
      el('line', {
        x1: plot.x,
        x2: right,
        y1: y(value),
        y2: y(value),
        stroke: at === 0 ? ink.axis : ink.grid,
        class: at === 0 ? 'chart-axis' : 'chart-grid',
      }),
      write(plot.x - 6, y(value) + font * 0.36, font, tickLabel(value, ticks), { 'text-anchor': 'end' }),
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
      write(x(fiscalYear), plot.y + plot.height + font * 1.5, font, label, { 'text-anchor': 'middle' }),
    ]),
  );
};

export const drawMissing = (data: LineChartData, { plot, x, font }: Layout): Svg =>
  together(
    data.missing.map(({ fiscalYear, reason }) =>
      el(
        'g',
        { class: 'chart-missing' },
        el('title', {}, text(reason)),
        el('line', {
          x1: x(fiscalYear),
          x2: x(fiscalYear),
          y1: plot.y,
          y2: plot.y + plot.height,
          stroke: ink.grid,
          'stroke-width': font * 0.5,
          class: 'chart-missing-band',
        }),
      ),
    ),
  );

/** A pole with a pennant; its foot stands on the target. */
export const drawFlag = (x: number, y: number, towardsLeft: boolean): Svg => {
  const side = towardsLeft ? -1 : 1;
  return el(
    'g',
    { class: 'chart-target', stroke: ink.text, fill: ink.text },
    el('line', { x1: x, x2: x, y1: y, y2: y - 20, 'stroke-width': 2 }),
    el('path', {
      d: `M${x.toFixed(1)},${(y - 20).toFixed(1)}l${11 * side},4.5l${-11 * side},4.5z`,
      'stroke-linejoin': 'round',
    }),
    el('circle', { cx: x, cy: y, r: 2.5 }),
  );
};
