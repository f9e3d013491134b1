import { checkLevers, checkYearWithin } from '../demography/check/check-levers.ts';
import { checkResult } from '../demography/check/check-result.ts';
import { checkSimulation } from '../demography/check/check-simulation.ts';
import type { Levers } from '../demography/levers/lever.ts';
import type { Assumptions } from '../demography/project/project.ts';
import type { Projection } from '../demography/project/step.ts';
import { errorAt, type Problem, placed } from '../kernel/problem.ts';
import { birthRateNow } from './birth-rate-now.ts';
import type { ScenarioContent } from './scenario.ts';

/** Places of the engine's levers, which lie in the path's object, as places of the scenario. */
const inContent = (problem: Problem): Problem =>
  problem.path[2] === 'path' || problem.path[2] === 'profile'
    ? { ...problem, path: [...problem.path.slice(0, 2), problem.path[3] ?? 'value'] }
    : problem;

const yearProblems = (
  { levers, estates, aim }: ScenarioContent,
  assumptions: Assumptions,
): readonly Problem[] => {
  const { baseYear } = assumptions;
  const at = (year: number, path: Problem['path']): readonly Problem[] =>
    checkYearWithin(year, assumptions).map((problem) => placed(path, problem));
  return [
    ...levers.flatMap(({ fromYear, byYear }, index) => [
      ...(fromYear === null ? [] : at(fromYear, ['levers', index, 'fromYear'])),
      ...(fromYear === null && byYear !== null && byYear <= baseYear
        ? [errorAt('population-lever-path', ['levers', index, 'byYear'], { byYear, fromYear: baseYear })]
        : []),
    ]),
    ...estates.flatMap(({ year }, index) =>
      year === baseYear
        ? [errorAt('population-estate-at-base', ['estates', index, 'year'], { year })]
        : at(year, ['estates', index, 'year']),
    ),
    ...(aim === null ? [] : at(aim.year, ['aim', 'year'])),
  ];
};

const birthProblems = (content: ScenarioContent, assumptions: Assumptions): readonly Problem[] => {
  const index = content.levers.findIndex(({ kind }) => kind === 'birth-rate');
  return index >= 0 && birthRateNow(content, assumptions).value <= 0
    ? [errorAt('population-birth-rate-unknown', ['birthRateNow'])]
    : [];
};

/** What of a scenario does not go with its baseline, before it is run. */
export const checkAgainstBaseline = (
  content: ScenarioContent,
  assumptions: Assumptions,
  levers: Levers,
): readonly Problem[] => {
  const years = yearProblems(content, assumptions);
  if (years.length > 0) return years;
  return [
    ...birthProblems(content, assumptions),
    ...checkLevers(levers, assumptions).map(inContent),
    ...checkSimulation(assumptions).map((problem) => placed(['baseline'], problem)),
  ];
};

/** What the levers drove below nought: people who are not there cannot leave. Place: the levers. */
export const checkPopulations = (
  projection: Projection,
  { ages }: Pick<Assumptions, 'ages'>,
): readonly Problem[] => checkResult(projection, ages).map((problem) => ({ ...problem, path: ['levers'] }));
