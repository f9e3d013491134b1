import type { Pulled } from '../levers/pulled.ts';
import { bySex, cell } from '../population.ts';
import type { ExplicitStep } from './step.ts';
import { survivalUnder } from './transition-of.ts';

/** The same step with the levers in it: fertility, hazard, migrants scaled and added. */
export const explicitUnder = (step: ExplicitStep, pulled: Pulled): ExplicitStep => ({
  ...step,
  fertilityRate: step.fertilityRate.map((rate) => rate * pulled.fertility),
  survivalOfBirths: bySex((sex) => survivalUnder(step.survivalOfBirths[sex], pulled.hazard[sex])),
  survival: bySex((sex) => step.survival[sex].map((value) => survivalUnder(value, pulled.hazard[sex]))),
  netMigrants: bySex((sex) =>
    step.netMigrants[sex].map(
      (persons, group) => persons * cell(pulled.scaleIn[sex], group) + cell(pulled.addedPersons[sex], group),
    ),
  ),
});
