import { cell } from '../population.ts';
import { normals, seeded } from './random.ts';
import type { Shocks } from './shocked-town.ts';

/** How chance is drawn: the sizes by step, and how much of a shock stays to the next step. */
export interface Chance {
  /** Standard deviation of the migration shock, by step */
  readonly migrationSd: readonly number[];
  /** Standard deviation of the logarithm of births */
  readonly birthsSd: number;
  /** Standard deviation of the logarithm of the death hazard, one for all steps of a draw */
  readonly hazardSd: number;
  /** Correlation of a step's shock with the one before, AR(1) */
  readonly persistence: number;
}

/** Standard normal AR(1) series, a step after another. Shape: [step][draw]. */
const persistent = (
  steps: number,
  draws: number,
  persistence: number,
  seed: number,
): readonly Float64Array[] => {
  const uniform = seeded(seed);
  const fresh = Math.sqrt(1 - persistence * persistence);
  const series: Float64Array[] = [];
  for (let step = 0; step < steps; step += 1) {
    const values = normals(draws, uniform);
    const before = series[step - 1];
    if (before !== undefined)
      for (let draw = 0; draw < draws; draw += 1)
        values[draw] = persistence * (before[draw] ?? 0) + fresh * (values[draw] ?? 0);
    series.push(values);
  }
  return series;
};

/** The same seed gives the same draws, so that scenarios are compared under the same chance. */
export const drawShocks = (chance: Chance, steps: number, draws: number, seed: number): Shocks => {
  const migration = persistent(steps, draws, chance.persistence, seed);
  const births = persistent(steps, draws, chance.persistence, seed + 1);
  const life = normals(draws, seeded(seed + 2)).map((value) => value * chance.hazardSd);
  return {
    migration: migration.map((values, step) => values.map((value) => value * cell(chance.migrationSd, step))),
    births: births.map((values) => values.map((value) => Math.exp(value * chance.birthsSd))),
    hazard: migration.map(() => life),
  };
};
