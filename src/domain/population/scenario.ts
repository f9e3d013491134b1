import type { Interpolation } from '../demography/interpolate/interpolation.ts';

/**
 * 基準となる推計.
 * - projection: 公表された推計に沿う — its tables by age are reproduced exactly; survival of the country, net migration as
 *   what is left over, its own child–woman ratios
 * - recent-change: 最近の変化が続く — cohort change between two tables of one series, on and on
 */
export type Baseline =
  | { readonly kind: 'projection'; readonly seriesKey: string }
  | {
      readonly kind: 'recent-change';
      readonly seriesKey: string;
      /** Days of two tables five years apart */
      readonly earlierDate: string;
      readonly baseDate: string;
      readonly untilYear: number;
    };

/**
 * シナリオのレバー. Each is one path in time of one assumption.
 * - birth-rate: 合計特殊出生率 to be reached; ages of mothers held
 * - life-expectancy: 平均寿命の延び, years, both sexes
 * - migration-scale: 純移動率の倍率, all ages (0: 移動均衡)
 * - young-migration-scale: the same, of those who are 15–24 at the end of a step
 * - families-per-year: 子育て世代の転入の上乗せ, persons a year, 25–39 with children of 0–9
 * - young-adults-per-year: 若者の転入の上乗せ, persons a year, 20–29
 * - working-rate: 20～39歳の純移動率への加算, per five years (0.01: one in a hundred)
 */
export const leverKinds = [
  'birth-rate',
  'life-expectancy',
  'migration-scale',
  'young-migration-scale',
  'families-per-year',
  'young-adults-per-year',
  'working-rate',
] as const;
export type ScenarioLeverKind = (typeof leverKinds)[number];

export interface ScenarioLever {
  readonly kind: ScenarioLeverKind;
  readonly value: number;
  /** Pulled after this year; null: from the base year on */
  readonly fromYear: number | null;
  /** At `value` from this year on; null: at once */
  readonly byYear: number | null;
  readonly shape: 'linear' | 'logistic';
  /** なぜそう置くか, in the planner's words */
  readonly reason: string;
  /** 根拠 */
  readonly source: string;
}

/** 住宅団地など一度だけの転入 */
export interface ScenarioEstate {
  readonly year: number;
  readonly persons: number;
  readonly name: string;
  readonly source: string;
}

/** 目標人口 a scenario is held against. */
export interface ScenarioAim {
  readonly year: number;
  readonly total: number;
  readonly source: string;
}

export interface ScenarioContent {
  readonly baseline: Baseline;
  /** いまの合計特殊出生率 with its source; null: estimated from the child–woman ratio */
  readonly birthRateNow: { readonly value: number; readonly source: string } | null;
  readonly levers: readonly ScenarioLever[];
  readonly estates: readonly ScenarioEstate[];
  /** Between the years of the steps */
  readonly interpolation: Interpolation;
  readonly aim: ScenarioAim | null;
  /** 過去の推計誤差 the bands are calibrated on */
  readonly errors: 'cohort-change' | 'ipss';
}

/** 人口シナリオ, as it is worked on. What the public reads is an edition made of it. */
export interface PopulationScenario {
  readonly scenarioKey: string;
  readonly name: string;
  readonly description: string;
  readonly content: ScenarioContent;
  readonly version: number;
  /** Newest published edition; null: never published */
  readonly publishedEdition: number | null;
  /** Whether what is worked on is what was published last */
  readonly isAsPublished: boolean;
}

/** A series a result leans on, as it was named then; or figures of the whole country (`calculationSources`). */
export interface SourceNote {
  readonly seriesKey: string;
  readonly name: string;
  readonly publisher: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly terms: string;
}

export interface ScenarioBand {
  readonly year: number;
  readonly median: number;
  readonly half: readonly [number, number];
  readonly eighty: readonly [number, number];
  readonly ninety: readonly [number, number];
}

/** シナリオの結果, worked out from its assumptions and the series they name. Nothing is rounded. */
export interface ScenarioResult {
  readonly ages: readonly string[];
  /** Base year, then every step */
  readonly years: readonly number[];
  /** [year][age] */
  readonly male: readonly (readonly number[])[];
  readonly female: readonly (readonly number[])[];
  /** 毎年, by the interpolation of the scenario */
  readonly annual: { readonly years: readonly number[]; readonly total: readonly number[] };
  /** The baseline without levers, every year */
  readonly baselineAnnual: { readonly years: readonly number[]; readonly total: readonly number[] };
  readonly bands: readonly ScenarioBand[];
  /** Of the aim: expected total in its year, and the probability of reaching it; null: no aim */
  readonly aim: { readonly total: number; readonly probability: number } | null;
  /** 合計特殊出生率 of the base year, and whether it is estimated */
  readonly birthRateNow: number;
  readonly birthRateIsEstimated: boolean;
}

/** publication.content of kind 'population-scenario': key is the scenario's, entries are by year (`PublishedYear`). */
export interface PublishedScenario {
  readonly scenarioKey: string;
  readonly description: string;
  readonly content: ScenarioContent;
  readonly sources: readonly SourceNote[];
  /** Ages, annual totals, bands and aim; the populations by age are the entries. */
  readonly result: Omit<ScenarioResult, 'male' | 'female'>;
}

/** publication_entry.content: subject_key is the year. */
export interface PublishedYear {
  readonly year: number;
  readonly male: readonly number[];
  readonly female: readonly number[];
}
