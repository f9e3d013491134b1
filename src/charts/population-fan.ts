import type { YearStyle } from './fiscal-year-axis.ts';
import type { ChartWidth } from './line-chart.ts';
import { drawFan } from './population-fan-drawing.ts';

/** actual: counted; projection: another body's; own: the town's own projection; scenario: with measures */
export type FanKind = 'actual' | 'projection' | 'own' | 'scenario';

export interface FanPoint {
  /** Calendar year (1 October) */
  readonly year: number;
  readonly value: number;
}

export interface FanSeries {
  /** Short, stands beside the end of the line */
  readonly name: string;
  readonly kind: FanKind;
  readonly points: readonly FanPoint[];
}

export interface FanBand {
  readonly year: number;
  readonly half: readonly [from: number, to: number] | null;
  readonly eighty: readonly [from: number, to: number];
}

export interface PopulationFanData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** 人 */
  readonly unit: string;
  /** How years are written on the axis */
  readonly years: YearStyle;
  readonly series: readonly FanSeries[];
  /** 予測の幅, of one of the lines */
  readonly bands?: readonly FanBand[] | undefined;
  /** 目標人口, a flag */
  readonly aim: { readonly year: number; readonly total: number; readonly name: string } | null;
  /** The year looked at: a thin upright line */
  readonly shownYear?: number | null | undefined;
}

/** 総人口の推移と将来: counted figures, every projection, the range of one, the aim. null without two years. */
export const populationFan = (data: PopulationFanData, width: ChartWidth = 640): string | null => {
  const years = data.series.flatMap(({ points }) => points.map(({ year }) => year));
  return years.length === 0 || Math.min(...years) === Math.max(...years) ? null : drawFan(data, width);
};
