import { totalOf } from '../../../../domain/demography/population.ts';
import type { Assumptions } from '../../../../domain/demography/project/project.ts';
import type { Projection } from '../../../../domain/demography/project/step.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../../domain/kernel/result.ts';
import { assumptionsOf } from '../../../../domain/population/assumptions-of.ts';
import { birthRateNow } from '../../../../domain/population/birth-rate-now.ts';
import { type Draws, usualDraws } from '../../../../domain/population/drawing-of.ts';
import { projectScenario } from '../../../../domain/population/project-scenario.ts';
import { runScenario } from '../../../../domain/population/run-scenario.ts';
import type { ScenarioContent, ScenarioResult } from '../../../../domain/population/scenario.ts';
import type { SeriesWithTables } from '../../../../domain/population/series.ts';
import type { LeverPlace } from './lever-fields.ts';

/** A scenario worked out, with what it was worked out from. */
export interface Worked {
  readonly content: ScenarioContent;
  readonly assumptions: Assumptions;
  readonly result: ScenarioResult;
  readonly projection: Projection;
  /** Without levers and estates */
  readonly baseline: Projection;
}

/** Chance left out as far as it can be: for a list that shows totals only. */
export const onlyTotals: Draws = { draws: 1, seed: 1 };

/** Nothing is stored; refused at places of the content. */
export const workOut = (
  content: ScenarioContent,
  series: readonly SeriesWithTables[],
  draws: Draws = usualDraws,
): Result<Worked, readonly Problem[]> => {
  const assumptions = assumptionsOf(content.baseline, series);
  if (!assumptions.ok) return assumptions;
  const result = runScenario(content, assumptions.value, draws);
  if (!result.ok) return result;
  return ok({
    content,
    assumptions: assumptions.value,
    result: result.value,
    ...projectScenario(content, assumptions.value),
  });
};

/** What fits the levers to a scenario; nothing known where its baseline cannot be read. */
export const leverPlace = (content: ScenarioContent, series: readonly SeriesWithTables[]): LeverPlace => {
  const assumptions = assumptionsOf(content.baseline, series);
  if (!assumptions.ok) return { baseTotal: 0, birthRateNow: content.birthRateNow?.value ?? null };
  return {
    baseTotal: totalOf(assumptions.value.base),
    birthRateNow: birthRateNow(content, assumptions.value).value,
  };
};
