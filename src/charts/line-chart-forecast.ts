import type { ForecastBand } from './line-chart.ts';
import { ink, type Layout } from './line-chart-layout.ts';
import { el, nothing, polyline, type Svg } from './svg.ts';

/** The band with an edge of its own, so that it is seen on grey paper too; the mean as short dashes within. */
export const drawForecast = (
  course: readonly Pick<ForecastBand['points'][number], 'fiscalYear' | 'value' | 'from' | 'to'>[],
  { x, y }: Layout,
): Svg => {
  if (course.length < 2) return nothing;
  const along = (heightOf: (point: (typeof course)[number]) => number) =>
    course.map((point) => [x(point.fiscalYear), y(heightOf(point))] as const);
  const upper = along(({ to }) => to);
  const lower = along(({ from }) => from).toReversed();
  return el(
    'g',
    { class: 'chart-forecast' },
    el('path', {
      d: `${polyline([...upper, ...lower])}z`,
      fill: ink.grid,
      'fill-opacity': '0.7',
      stroke: ink.axis,
      'stroke-width': 1,
      'stroke-dasharray': '2 3',
      class: 'chart-forecast-band',
    }),
    el('path', {
      d: polyline(along(({ value }) => value)),
      fill: 'none',
      stroke: ink.quiet,
      'stroke-width': 2,
      'stroke-dasharray': '5 4',
      class: 'chart-forecast-mean',
    }),
  );
};
