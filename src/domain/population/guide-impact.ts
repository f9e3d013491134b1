import type { AgeGroups } from '../demography/age-groups.ts';
import { type GuideAnswer, guideSimulations } from '../demography/guide-simulation.ts';
import type { Assumptions } from '../demography/project/project.ts';
import type { Projection } from '../demography/project/step.ts';
import { declineStage, summarise } from '../demography/summary.ts';
import { birthRateNow } from './birth-rate-now.ts';
import type { ScenarioContent } from './scenario.ts';

/** The guide's goal, and the year it is to be reached by. */
const [birthRateGoal, goalYear] = [2.1, 2030];
/** For a baseline that begins as late as that: as long as the guide gave. */
const yearsGiven = 10;

/**
 * 自然増減・社会増減の影響度 of the baseline (without the scenario's levers), 1 small to 5, after the national guide to
 * 人口ビジョン: births up to 2.1 by 2030, then net migration nought as well, against the baseline at its end. Null where
 * the present birth rate is not known.
 */
export const guideImpact = (
  content: Pick<ScenarioContent, 'birthRateNow'>,
  assumptions: Assumptions,
): GuideAnswer | null => {
  const now = birthRateNow(content, assumptions).value;
  if (now <= 0) return null;
  const byYear = Math.max(goalYear, assumptions.baseYear + yearsGiven);
  return guideSimulations(
    assumptions,
    { levers: [], estates: [] },
    { birthRateNow: now, birthRateGoal, byYear },
  );
};

/** 人口減少段階 of every later year against the first; null: the young and those of working age do not decline. */
export const declineStages = (
  { years, populations }: Projection,
  ages: AgeGroups,
): readonly { readonly year: number; readonly stage: 1 | 2 | 3 | null }[] => {
  const [base, ...later] = populations.map((population) => summarise(population, ages));
  if (base === undefined) return [];
  return later.map((summary, index) => ({
    year: years[index + 1] ?? 0,
    stage: declineStage(base, summary),
  }));
};
