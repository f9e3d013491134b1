import type { AgeGroups } from '../age-groups.ts';
import type { Levers } from '../levers/lever.ts';
import { pull } from '../levers/pulled.ts';
import type { Population } from '../population.ts';
import { growExplicitly } from './explicit-step.ts';
import { explicitUnder } from './explicit-under.ts';
import type { Projection, Step } from './step.ts';
import { transit } from './transit.ts';
import { transitionOf } from './transition-of.ts';

/** 推計の前提: the population it starts from and what happens in each step. Checked by `checkAssumptions`. */
export interface Assumptions {
  readonly ages: AgeGroups;
  readonly baseYear: number;
  readonly base: Population;
  readonly steps: readonly Step[];
}

/** One step by its method, levers in it. */
const grow = (
  start: Population,
  startYear: number,
  step: Step,
  levers: Levers,
  ages: AgeGroups,
): Population => {
  const pulled = pull(levers, startYear, step.toYear, ages);
  return step.method === 'explicit-fertility'
    ? growExplicitly(start, explicitUnder(step, pulled), ages.widthYears).population
    : transit(start, transitionOf(step, pulled, ages.groups.length), ages);
};

/** コーホート要因法による推計: the base year, then the population at the end of every step. Nothing is rounded. */
export const project = ({ ages, baseYear, base, steps }: Assumptions, levers: Levers): Projection => {
  const years = [baseYear];
  const populations = [base];
  let [population, year] = [base, baseYear];
  for (const step of steps) {
    population = grow(population, year, step, levers, ages);
    year = step.toYear;
    years.push(year);
    populations.push(population);
  }
  return { years, populations };
};
