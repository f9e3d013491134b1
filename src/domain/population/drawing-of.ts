import { cohortChangeErrors, ipssErrors } from '../demography/simulate/forecast-errors.data.ts';
import type { Drawing } from '../demography/simulate/simulate.ts';
import { usualChance, usualMigrationProfile } from '../demography/simulate/usual-chance.data.ts';
import type { ScenarioContent } from './scenario.ts';

/** How many draws, and from where chance begins. */
export interface Draws {
  readonly draws: number;
  readonly seed: number;
}

/** One seed for all: the same scenario gives the same bands, and scenarios are compared under the same chance. */
export const usualDraws: Draws = { draws: 1000, seed: 20_320 };

/** 予測の幅の引き方 of a scenario: calibrated on the errors it names. */
export const drawingOf = ({ errors }: Pick<ScenarioContent, 'errors'>, { draws, seed }: Draws): Drawing => ({
  draws,
  seed,
  chance: usualChance,
  profile: usualMigrationProfile,
  errors: errors === 'ipss' ? ipssErrors : cohortChangeErrors,
});
