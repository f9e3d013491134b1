import type { Baseline, ScenarioAim, ScenarioContent } from '../../../../domain/population/scenario.ts';

/** A scenario in which nothing is moved yet. */
export const newContent = (baseline: Baseline, aim: ScenarioAim | null): ScenarioContent => ({
  baseline,
  birthRateNow: null,
  levers: [],
  estates: [],
  interpolation: 'linear',
  aim,
  errors: 'cohort-change',
});
