import type { ShockProfile } from './shock-town.ts';

/**
 * 移動のゆらぎの年齢の形: young adults move most, children with their parents, the old hardly. An assumption of shape
 * only; its size is calibrated to the measured errors.
 */
export const usualMigrationProfile: readonly ShockProfile[] = [
  { fromAge: 0, toAge: 9, weight: 0.5 },
  { fromAge: 10, toAge: 14, weight: 0.3 },
  { fromAge: 15, toAge: 19, weight: 0.6 },
  { fromAge: 20, toAge: 29, weight: 1 },
  { fromAge: 30, toAge: 34, weight: 0.7 },
  { fromAge: 35, toAge: 39, weight: 0.5 },
  { fromAge: 40, toAge: 64, weight: 0.2 },
  { fromAge: 65, toAge: 200, weight: 0.1 },
];

/** Births ±6 % and the death hazard ±3 % (one standard deviation), shocks lasting with 0.7 from step to step. */
export const usualChance = { birthsSd: 0.06, hazardSd: 0.03, persistence: 0.7 };
