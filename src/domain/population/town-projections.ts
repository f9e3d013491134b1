import type { Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { assumptionsOf } from './assumptions-of.ts';
import { checkAgainstBaseline, checkPopulations } from './check-run.ts';
import { engineLevers } from './engine-levers.ts';
import { projectScenario } from './project-scenario.ts';
import type { PublishedScenario, PublishedYear, ScenarioContent } from './scenario.ts';
import type { TownProjection } from './scenario-districts.ts';
import { isProjected, type PopulationSeries, type SeriesWithTables } from './series.ts';

/** A projection as it was published: no lever is pulled. */
export const asPublished = ({ seriesKey }: PopulationSeries): ScenarioContent => ({
  baseline: { kind: 'projection', seriesKey },
  birthRateNow: null,
  levers: [],
  estates: [],
  interpolation: 'linear',
  aim: null,
  errors: 'ipss',
});

/** 町全体の推計 of a scenario as it is worked on. Paths from the content, and from ['baseline', …]. */
export const townOfScenario = (
  content: ScenarioContent,
  all: readonly SeriesWithTables[],
): Result<TownProjection, readonly Problem[]> => {
  const assumptions = assumptionsOf(content.baseline, all);
  if (!assumptions.ok) return assumptions;
  const problems = checkAgainstBaseline(content, assumptions.value, engineLevers(content, assumptions.value));
  if (problems.length > 0) return refuse(problems);
  const { projection } = projectScenario(content, assumptions.value);
  const below = checkPopulations(projection, assumptions.value);
  if (below.length > 0) return refuse(below);
  return ok({
    ages: assumptions.value.ages.groups.map(({ label }) => label),
    projection,
    interpolation: content.interpolation,
  });
};

/** 町全体の推計 of an edition, as it was published. */
export const townOfEdition = (
  { content, result }: Pick<PublishedScenario, 'content' | 'result'>,
  years: readonly PublishedYear[],
): TownProjection => ({
  ages: result.ages,
  projection: {
    years: years.map(({ year }) => year),
    populations: years.map(({ male, female }) => ({ male, female })),
  },
  interpolation: content.interpolation,
});

/** Projections by age that districts can be held to. */
export const projectionsByAge = (all: readonly SeriesWithTables[]): readonly PopulationSeries[] =>
  all.flatMap(({ series }) =>
    isProjected(series.kind) && assumptionsOf(asPublished(series).baseline, all).ok ? [series] : [],
  );
