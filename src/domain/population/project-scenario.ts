import { type Assumptions, project } from '../demography/project/project.ts';
import type { Projection } from '../demography/project/step.ts';
import { engineLevers } from './engine-levers.ts';
import type { ScenarioContent } from './scenario.ts';

export interface ProjectedScenario {
  readonly projection: Projection;
  /** Without levers and estates */
  readonly baseline: Projection;
}

/** シナリオの推計, without chance: quick enough for a slider. Not checked: see `runScenario`. */
export const projectScenario = (content: ScenarioContent, assumptions: Assumptions): ProjectedScenario => ({
  projection: project(assumptions, engineLevers(content, assumptions)),
  baseline: project(assumptions, { levers: [], estates: [] }),
});
