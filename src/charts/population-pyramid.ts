import type { ChartWidth } from './line-chart.ts';

export interface PyramidSides {
  /** Persons by age, youngest first */
  readonly male: readonly number[];
  readonly female: readonly number[];
}

export interface PopulationPyramidData extends PyramidSides {
  /** Unique on the page. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly description: string;
  /** As shown, youngest first: 0～4歳 */
  readonly ages: readonly string[];
  /** Another year or projection, as an outline over the bars. Of the same ages. */
  readonly compare: (PyramidSides & { readonly name: string }) | null;
  /** Persons at the outer end of both axes, so that pictures of a row share it; null: as the figures need. */
  readonly scaleMax: number | null;
  /** male 男, female 女, unit 人, shown: the name of the bars (2032年) */
  readonly words: {
    readonly male: string;
    readonly female: string;
    readonly unit: string;
    readonly shown: string;
  };
}

/** 人口ピラミッド: men to the left, women to the right. null without ages. */
export const populationPyramid = (_data: PopulationPyramidData, _width: ChartWidth = 640): string | null =>
  null;
