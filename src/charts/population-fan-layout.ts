import { type YearTick, yearLabel, yearTicks } from './fiscal-year-axis.ts';
import type { ChartWidth } from './line-chart.ts';
import { tickLabel } from './line-chart-layout.ts';
import { niceTicks, type Ticks } from './nice-ticks.ts';
import { type Box, wrapLabel } from './place-labels.ts';
import type { FanPoint, FanSeries, PopulationFanData } from './population-fan.ts';
import { stackLabels } from './side-labels.ts';
import { textWidth } from './text-width.ts';

export interface NamedLine {
  readonly series: FanSeries;
  /** Ascending by year */
  readonly points: readonly FanPoint[];
  readonly end: FanPoint;
  /** Name, then year and figure of its end */
  readonly lines: readonly string[];
  /** Upper edge and left edge of the label */
  readonly x: number;
  readonly y: number;
}

export interface FanLayout {
  readonly font: number;
  readonly lineHeight: number;
  readonly height: number;
  readonly plot: Box;
  readonly ticks: Ticks;
  readonly years: readonly YearTick[];
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  readonly named: readonly NamedLine[];
  /** Wide: beside the ends of the lines; narrow: a list below the picture */
  readonly beside: boolean;
}

/** Room of a label's swatch of line */
export const swatch = 26;

/** `inside`: lines that are named where they end within the picture, not at its side. */
export const fanLayout = (
  data: PopulationFanData,
  width: ChartWidth,
  inside: ReadonlySet<FanSeries> = new Set(),
): FanLayout => {
  const beside = width === 640;
  const font = beside ? 13 : 12;
  const lineHeight = font * 1.3;
  const drawn = data.series.flatMap((series) => {
    const points = series.points.toSorted((a, b) => a.year - b.year);
    const end = points.at(-1);
    return end === undefined ? [] : [{ series, points, end }];
  });
  const bands = data.bands ?? [];
  const values = [
    ...drawn.flatMap(({ points }) => points.map(({ value }) => value)),
    ...bands.flatMap(({ eighty }) => eighty),
    ...(data.aim === null ? [] : [data.aim.total]),
  ];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least) * 0.06 || Math.abs(most) * 0.02 || 0.5;
  const ticks = niceTicks(least >= 0 ? Math.max(0, least - air) : least - air, most + air, beside ? 6 : 4);
  const shownYears = [
    ...drawn.flatMap(({ points }) => points.map(({ year }) => year)),
    ...(data.aim === null ? [] : [data.aim.year]),
  ];
  const [first, last] = [Math.min(...shownYears), Math.max(...shownYears)];

  const labelled = drawn.map(({ series, points, end }) => {
    const figure = `${yearLabel(end.year, data.years)} ${Math.round(end.value).toLocaleString('en-US')}${data.unit}`;
    const widest = beside ? 150 : width - swatch - 4;
    const inOne = `${series.name}　${figure}`;
    // In a list below the picture one line is enough where it fits.
    const lines =
      !beside && textWidth(inOne, font) <= widest
        ? [inOne]
        : [...wrapLabel(series.name, font, widest), ...wrapLabel(figure, font, widest)];
    return { series, points, end, lines };
  });
  const listed = labelled.filter(({ series }) => !inside.has(series));
  const labelWidth = beside
    ? Math.max(0, ...listed.flatMap(({ lines }) => lines.map((line) => textWidth(line, font)))) + swatch + 14
    : font * 1.4;
  const tall = listed.map(({ lines }) => lines.length * lineHeight);
  const allLabels = tall.reduce((sum, one) => sum + one + 6, 0);

  const tickWidth = Math.max(...ticks.values.map((value) => textWidth(tickLabel(value, ticks), font)));
  const top = font * 2.6;
  const plotHeight = Math.max(beside ? 310 : 200, beside ? allLabels : 0);
  const plot = {
    x: tickWidth + 10,
    y: top,
    width: Math.max(60, width - tickWidth - 10 - labelWidth),
    height: plotHeight,
  };
  const x = (year: number): number => plot.x + ((year - first) / (last - first)) * plot.width;
  const y = (value: number): number =>
    plot.y + plot.height - ((value - ticks.low) / (ticks.high - ticks.low)) * plot.height;
  const foot = plot.y + plot.height + font * 2.2;

  const edges = beside
    ? stackLabels(
        listed.map(({ end }, at) => ({ wish: y(end.value), height: tall[at] ?? 0 })),
        plot.y,
        plot.y + plot.height,
        6,
      )
    : tall.map((_, at) => foot + 6 + tall.slice(0, at).reduce((sum, one) => sum + one + 6, 0));
  const named = labelled.map((line) => ({
    ...line,
    x: beside ? plot.x + plot.width + 14 : 0,
    y: edges[listed.indexOf(line)] ?? 0,
  }));
  return {
    font,
    lineHeight,
    height: beside ? foot : foot + 6 + allLabels,
    plot,
    ticks,
    // Round years; the year looked at is written above the picture.
    years: yearTicks(first, last, Math.ceil(first / 10) * 10, plot.width, font, data.years),
    x,
    y,
    named,
    beside,
  };
};
