import { drawIsoTarget } from './iso-target-drawing.ts';
import type { ChartWidth } from './line-chart.ts';

export interface IsoAxis {
  /** 合計特殊出生率 */
  readonly name: string;
  /** 人／年, '' without */
  readonly unit: string;
  readonly decimals: number;
  readonly least: number;
  readonly most: number;
}

export interface IsoPoint {
  readonly x: number;
  readonly y: number;
}

export interface IsoTargetData {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  readonly x: IsoAxis;
  readonly y: IsoAxis;
  /** Pairs that reach the aim exactly */
  readonly curve: readonly IsoPoint[];
  /** 現状, or what is in the form */
  readonly now: (IsoPoint & { readonly name: string }) | null;
  /** A pair of the curve that is proposed */
  readonly chosen: (IsoPoint & { readonly name: string }) | null;
  /** reached 届く, missed 届かない: words of the two sides; more of x or y is on the side that reaches */
  readonly words: { readonly reached: string; readonly missed: string };
}

/**
 * 目標に届く組み合わせ: the curve of two levers that reach the aim together, and the side that reaches it. null without
 * two pairs.
 */
export const isoTargetCurve = (data: IsoTargetData, width: ChartWidth = 640): string | null =>
  data.curve.length < 2 ? null : drawIsoTarget(data, width);
