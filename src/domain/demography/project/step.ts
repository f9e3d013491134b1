import type { BySex, Population } from '../population.ts';

/** By group moved: entry i moves group i to i+1, the last moves the two oldest into the open group. */
export type Rates = BySex<readonly number[]>;

interface ByChildren {
  readonly toYear: number;
  /** 子ども女性比 of the year reached: the youngest group per woman of 15–49 */
  readonly childWomanRatio: number;
  /** 0～4歳性比: boys per girl */
  readonly sexRatioAtAge0to4: number;
}

/** 純移動率モデル (IPSS H25): net migrants in proportion to the population at the start of the step. */
export interface NetStep extends ByChildren {
  readonly method: 'net';
  /** 生残率 */
  readonly survival: Rates;
  /** 純移動率 */
  readonly netMigrationRate: Rates;
  /** Persons by age at the end who came to a cohort of nobody, which no rate can say; absent: none */
  readonly arrivals?: Population;
}

/**
 * プールモデル (IPSS H30, R5), one area: those who leave are a share of the survivors, those who come are a number
 * that follows the country, not the town.
 */
export interface PoolStep extends ByChildren {
  readonly method: 'pool';
  readonly survival: Rates;
  /** 転出率, of survivors */
  readonly outMigrationRate: Rates;
  /** 転入者数, persons, by the group moved */
  readonly inMigrants: Rates;
}

/** コーホート変化率法 (Hamilton–Perry): survival and migration in one ratio. */
export interface CohortChangeStep extends ByChildren {
  readonly method: 'cohort-change';
  readonly cohortChangeRatio: Rates;
}

export type RatioStep = NetStep | PoolStep | CohortChangeStep;

/** 国連・WPPの算式: births from age-specific rates, migrants as numbers. */
export interface ExplicitStep {
  readonly method: 'explicit-fertility';
  readonly toYear: number;
  /** S of births into the youngest group */
  readonly survivalOfBirths: BySex<number>;
  readonly survival: Rates;
  /** 年齢別出生率, births per woman and year, by age group */
  readonly fertilityRate: readonly number[];
  /** 出生性比: boys per girl */
  readonly sexRatioAtBirth: number;
  /** 純移動者数 over the step, persons by age group */
  readonly netMigrants: Population;
  /**
   * even: half at the start, half at the end of the step (WPP); even-after-births: the same, but births are counted
   * before the second half arrives (popReconstruct); end: all at the end
   */
  readonly migrationTiming: 'even' | 'even-after-births' | 'end';
}

export type Step = RatioStep | ExplicitStep;

/** What a step of ratios comes to once survival, migration and levers are put together. */
export interface Transition {
  readonly toYear: number;
  /** By the group moved */
  readonly rate: Rates;
  /** Persons who arrive besides, by age at the end */
  readonly arrivals: Population;
  readonly childWomanRatio: number;
  readonly sexRatio: number;
}

/** What stands in a result, a year after another; the base year first. */
export interface Projection {
  readonly years: readonly number[];
  readonly populations: readonly Population[];
}
