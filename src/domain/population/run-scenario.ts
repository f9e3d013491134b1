import { annualTotals, totalsOf } from '../demography/interpolate/annual.ts';
import { interpolate } from '../demography/interpolate/interpolation.ts';
import { type Assumptions, project } from '../demography/project/project.ts';
import {
  bandOf,
  type Simulation,
  shareReaching,
  simulate,
  totalsIn,
} from '../demography/simulate/simulate.ts';
import type { Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { birthRateNow } from './birth-rate-now.ts';
import { checkAgainstBaseline, checkPopulations } from './check-run.ts';
import { type Draws, drawingOf, usualDraws } from './drawing-of.ts';
import { engineLevers } from './engine-levers.ts';
import { projectScenario } from './project-scenario.ts';
import type { ScenarioBand, ScenarioContent, ScenarioResult } from './scenario.ts';

/** Every year's band: the base year is counted, chance begins after it. */
const bandsOf = (
  simulation: Simulation,
  years: readonly number[],
  { interpolation }: ScenarioContent,
): readonly ScenarioBand[] =>
  years.map((year) =>
    bandOf(
      year === simulation.baseYear
        ? Float64Array.of(simulation.baseTotal)
        : totalsIn(simulation, year, interpolation),
      year,
    ),
  );

/**
 * シナリオの結果: populations, every year's totals and bands, and the probability of its aim. The same content and series
 * give the same result to the last digit (`drawing`: 1,000 draws from a fixed seed). Refuses years outside the baseline,
 * levers that cannot be pulled and results below nought; paths from the content.
 */
export const runScenario = (
  content: ScenarioContent,
  assumptions: Assumptions,
  drawing: Draws = usualDraws,
): Result<ScenarioResult, readonly Problem[]> => {
  const levers = engineLevers(content, assumptions);
  const problems = checkAgainstBaseline(content, assumptions, levers);
  if (problems.length > 0) return refuse(problems);
  const { projection, baseline } = projectScenario(content, assumptions);
  const below = checkPopulations(projection, assumptions);
  if (below.length > 0) return refuse(below);
  const { interpolation, aim } = content;
  const annual = annualTotals(projection, interpolation, false);
  const simulation = simulate(assumptions, levers, drawingOf(content, drawing));
  const birthRate = birthRateNow(content, assumptions);
  return ok({
    ages: assumptions.ages.groups.map(({ label }) => label),
    years: projection.years,
    male: projection.populations.map(({ male }) => male),
    female: projection.populations.map(({ female }) => female),
    annual,
    baselineAnnual: annualTotals(baseline, interpolation, false),
    bands: bandsOf(simulation, annual.years, content),
    aim:
      aim === null
        ? null
        : {
            total: interpolate(totalsOf(projection), aim.year, interpolation),
            probability: probabilityOf(simulation, aim, content),
          },
    birthRateNow: birthRate.value,
    birthRateIsEstimated: birthRate.isEstimated,
  });
};

/** 目標以上になる試行の割合 */
const probabilityOf = (
  simulation: Simulation,
  { year, total }: { readonly year: number; readonly total: number },
  { interpolation }: ScenarioContent,
): number =>
  year === simulation.baseYear
    ? Number(simulation.baseTotal >= total)
    : shareReaching(totalsIn(simulation, year, interpolation), total);

/** The probability of an aim with the scenario's levers pulled, and the total expected. The aim's year is checked before. */
export const chanceOfAim = (
  content: ScenarioContent,
  assumptions: Assumptions,
  aim: { readonly year: number; readonly total: number },
  drawing: Draws = usualDraws,
): { readonly total: number; readonly probability: number } => {
  const levers = engineLevers(content, assumptions);
  const simulation = simulate(assumptions, levers, drawingOf(content, drawing));
  return {
    total: interpolate(totalsOf(project(assumptions, levers)), aim.year, content.interpolation),
    probability: probabilityOf(simulation, aim, content),
  };
};
