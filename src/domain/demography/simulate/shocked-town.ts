import type { AgeGroups } from '../age-groups.ts';
import type { BySex, Population } from '../population.ts';

/** One step of a projection with the directions in which chance moves it. By the group moved. */
export interface ShockedStep {
  readonly rate: BySex<readonly number[]>;
  /** Change of the rate by one unit of the migration shock */
  readonly migration: BySex<readonly number[]>;
  /** Change of the rate by one unit of the logarithm of the death hazard */
  readonly hazard: BySex<readonly number[]>;
  readonly arrivals: Population;
  readonly childWomanRatio: number;
  readonly sexRatio: number;
}

/** What a simulation runs on: the population at the start, the steps, which groups are women of 15–49. */
export interface ShockedTown {
  readonly base: Population;
  readonly steps: readonly ShockedStep[];
  readonly childbearing: NonNullable<AgeGroups['childbearing']>;
}

/** Chance, one entry a draw: of a step, the shocks of migration, the factor of births, the log of the hazard. */
export interface Shocks {
  readonly migration: readonly Float64Array[];
  readonly births: readonly Float64Array[];
  readonly hazard: readonly Float64Array[];
}
