import type { Lever, Levers } from '../demography/levers/lever.ts';
import type { LeverPath } from '../demography/levers/path.ts';
import type { Assumptions } from '../demography/project/project.ts';
import { birthRateNow } from './birth-rate-now.ts';
import { familyProfile, youngAdultProfile } from './lever-profiles.data.ts';
import { nationalLife } from './national-life.ts';
import type { ScenarioContent, ScenarioLever } from './scenario.ts';

/** `times` turns persons a year into persons a step. */
const pathOf = (
  { value, fromYear, byYear, shape }: ScenarioLever,
  { baseYear }: Assumptions,
  times = 1,
): LeverPath => ({
  value: value * times,
  fromYear: fromYear ?? baseYear,
  ...(byYear === null ? {} : { byYear, shape }),
});

/** One lever of a scenario as the engine pulls it. `birthRate`: 合計特殊出生率 of the base year. */
export const engineLever = (lever: ScenarioLever, assumptions: Assumptions, birthRate: number): Lever => {
  const path = pathOf(lever, assumptions);
  const persons = pathOf(lever, assumptions, assumptions.ages.widthYears);
  switch (lever.kind) {
    case 'birth-rate':
      // Nobody was born: no factor says more, and `runScenario` refuses the lever.
      return birthRate > 0
        ? { kind: 'tfr', base: birthRate, path }
        : { kind: 'fertility', path: { ...path, value: 1 } };
    case 'life-expectancy':
      return { kind: 'life-expectancy', lifeTable: nationalLife, path };
    case 'migration-scale':
      return { kind: 'migration-scale', path };
    case 'young-migration-scale':
      return { kind: 'migration-scale', fromAge: 15, toAge: 24, path };
    case 'families-per-year':
      return { kind: 'migration-persons', profile: familyProfile, path: persons };
    case 'young-adults-per-year':
      return { kind: 'migration-persons', profile: youngAdultProfile, path: persons };
    case 'working-rate':
      return { kind: 'migration-rate', fromAge: 20, toAge: 39, path };
  }
};

/** The levers and estates of a scenario as the engine pulls them. Estates arrive as families do. */
export const engineLevers = (content: ScenarioContent, assumptions: Assumptions): Levers => {
  const birthRate = birthRateNow(content, assumptions).value;
  return {
    levers: content.levers.map((lever) => engineLever(lever, assumptions, birthRate)),
    estates: content.estates.map(({ year, persons }) => ({ year, persons, profile: familyProfile })),
  };
};
