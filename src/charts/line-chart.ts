import type { YearStyle } from './fiscal-year-axis.ts';
import { drawLineChart } from './line-chart-drawing.ts';

export interface LinePoint {
  /** April year */
  readonly fiscalYear: number;
  readonly value: number;
  /** As shown: 6.77点, 約63,200人 */
  readonly label: string;
}

/** A year in which a figure was due and is missing, with its reason in words. */
export interface MissingYear {
  readonly fiscalYear: number;
  readonly reason: string;
}

export interface ReferenceLine {
  /** Short, stands beside the line: 基準推計 */
  readonly name: string;
  readonly points: readonly LinePoint[];
}

/** 見通し: the mean as a line, its range as a band. By year, after the last actual. */
export interface ForecastBand {
  /** Short, stands beside the end of the band: 見通し R9 */
  readonly name: string;
  readonly points: readonly (LinePoint & { readonly from: number; readonly to: number })[];
}

export interface LineChartData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** 単位, shown once at the top of the axis. */
  readonly unit: string;
  readonly years: YearStyle;
  /** 基準値: open circle */
  readonly baseline: (LinePoint & { readonly name: string }) | null;
  /** 実績: filled circles joined by a line, except over missing years */
  readonly actuals: readonly LinePoint[];
  readonly missing: readonly MissingYear[];
  /** 目標: flags */
  readonly targets: readonly (LinePoint & { readonly name: string })[];
  /** 目標への道筋, dotted. undefined: straight from the baseline through the targets */
  readonly path?: readonly Pick<LinePoint, 'fiscalYear' | 'value'>[] | undefined;
  readonly forecast?: ForecastBand | undefined;
  /** 推計・展望: dashed */
  readonly references: readonly ReferenceLine[];
}

/** 640 for a column of text, 320 for a phone; the drawing is laid out anew, not scaled. */
export type ChartWidth = 320 | 640;

/** 折れ線グラフ: SVG text. null where there is nothing to draw. */
export const lineChart = (data: LineChartData, width: ChartWidth = 640): string | null => {
  const points = [
    ...data.actuals,
    ...data.targets,
    ...(data.baseline === null ? [] : [data.baseline]),
    ...data.references.flatMap((reference) => reference.points),
  ];
  if (points.length === 0) return null;
  const reach = (data.forecast?.points ?? []).flatMap((point) => [
    point,
    { ...point, value: point.from },
    { ...point, value: point.to },
  ]);
  return drawLineChart(data, points, [...reach, ...(data.path ?? [])], width);
};
