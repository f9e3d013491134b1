import type { LinePoint } from './line-chart.ts';
import { lineRuns } from './line-runs.ts';
import { el, nothing, picture, polyline } from './svg.ts';

export interface SparklineData {
  readonly id: string;
  readonly title: string;
  readonly baseline: LinePoint | null;
  readonly actuals: readonly LinePoint[];
  readonly target: LinePoint | null;
}

const [width, height, edge] = [120, 36, 7];

/** 小さな図: the course without axes, for lists; words and figures stand beside it. null with fewer than two points. */
export const sparkline = ({ id, title, baseline, actuals, target }: SparklineData): string | null => {
  const points = [...(baseline === null ? [] : [baseline]), ...actuals, ...(target === null ? [] : [target])];
  const years = points.map(({ fiscalYear }) => fiscalYear);
  const values = points.map(({ value }) => value);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (points.length < 2 || first === last) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = ({ fiscalYear, value }: LinePoint): readonly [number, number] => [
    edge + ((fiscalYear - first) / (last - first)) * (width - 2 * edge),
    high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge),
  ];
  const course = actuals.length === 0 ? [] : lineRuns(actuals, []).map((run) => run.map(at));
  return picture({ id, width, height, title, description: '', className: 'chart-spark' }, [
    baseline === null || target === null
      ? nothing
      : el('path', {
          d: polyline([at(baseline), at(target)]),
          fill: 'none',
          stroke: '#595959',
          'stroke-width': 1.5,
          'stroke-linecap': 'round',
          'stroke-dasharray': '0.1 4',
          class: 'chart-required',
        }),
    ...course.map((run) =>
      run.length < 2
        ? nothing
        : el('path', {
            d: polyline(run),
            fill: 'none',
            stroke: '#264af4',
            'stroke-width': 2.5,
            'stroke-linejoin': 'round',
            class: 'chart-actual-line',
          }),
    ),
    ...course
      .flat()
      .slice(-1)
      .map(([cx, cy]) => el('circle', { cx, cy, r: 3.5, fill: '#264af4', class: 'chart-actual' })),
    ...(baseline === null ? [] : [at(baseline)]).map(([cx, cy]) =>
      el('circle', {
        cx,
        cy,
        r: 3.5,
        fill: '#ffffff',
        stroke: '#264af4',
        'stroke-width': 2,
        class: 'chart-baseline',
      }),
    ),
    ...(target === null ? [] : [at(target)]).map(([x, y]) =>
      el('path', {
        d: polyline([
          [x, y + 4],
          [x, y - 5],
          [x - 6, y - 2.5],
          [x, y],
        ]),
        fill: '#333333',
        stroke: '#333333',
        'stroke-width': 1.5,
        'stroke-linejoin': 'round',
        class: 'chart-target',
      }),
    ),
  ]);
};
