import { type YearTick, yearTicks } from './fiscal-year-axis.ts';
import type { ChartWidth, LineChartData, LinePoint } from './line-chart.ts';
import { niceTicks, type Ticks } from './nice-ticks.ts';
import type { Box } from './place-labels.ts';
import { textWidth } from './text-width.ts';

/** Colours are fallbacks for where no stylesheet reaches; classes take the town's accent. */
export const ink = {
  text: '#333333',
  quiet: '#595959',
  grid: '#e0e0e0',
  axis: '#8c8c8c',
  accent: '#264af4',
} as const;

export interface Layout {
  readonly plot: Box;
  readonly height: number;
  readonly font: number;
  readonly ticks: Ticks;
  readonly years: readonly YearTick[];
  readonly x: (fiscalYear: number) => number;
  readonly y: (value: number) => number;
}

export const layoutOf = (
  data: LineChartData,
  points: readonly Pick<LinePoint, 'fiscalYear' | 'value'>[],
  width: ChartWidth,
): Layout => {
  const font = width === 320 ? 12 : 13;
  const height = width === 320 ? 250 : 320;
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // Labels stand above and below the outermost points; their room must not change the sign of the axis.
  const air = (most - least) * 0.18 || Math.abs(most) * 0.02 || 0.5;
  const ticks = niceTicks(
    least >= 0 ? Math.max(0, least - air) : least - air,
    most + air,
    width === 320 ? 4 : 5,
  );
  const widest = Math.max(...ticks.values.map((value) => textWidth(tickLabel(value, ticks), font)));
  const plot = { x: widest + 10, y: font * 2.2, width: 0, height: height - font * 2.2 - font * 2.2 };
  plot.width = width - plot.x - font * 1.6;
  const years = [...points, ...data.missing].map(({ fiscalYear }) => fiscalYear);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    plot,
    height,
    font,
    ticks,
    years: yearTicks(first, last, data.targets.at(-1)?.fiscalYear ?? last, plot.width, font, data.years),
    x: (year) =>
      first === last ? plot.x + plot.width / 2 : plot.x + ((year - first) / (last - first)) * plot.width,
    y: (value) => plot.y + plot.height - ((value - ticks.low) / (ticks.high - ticks.low)) * plot.height,
  };
};

export const tickLabel = (value: number, { decimals }: Pick<Ticks, 'decimals'>): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
