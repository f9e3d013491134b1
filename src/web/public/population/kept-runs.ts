import type { Assumptions } from '../../../domain/demography/project/project.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import { runScenario } from '../../../domain/population/run-scenario.ts';
import type { ScenarioContent, ScenarioResult } from '../../../domain/population/scenario.ts';

type Run = Result<ScenarioResult, readonly Problem[]>;
export type RunScenario = (content: ScenarioContent, assumptions: Assumptions) => Run;

/** A baseline and a few scenarios of every town that is read just now; a result weighs some 30 KB. */
const mostKept = 64;

/**
 * Scenarios run before, by all that goes into them: every address of the page shows the baseline with its range, and a
 * thousand draws cost more than the rest of the page. Never stale; the least recently asked for leave.
 */
export const keptRuns = (run: RunScenario, most: number = mostKept): RunScenario => {
  const kept = new Map<string, Run>();
  return (content, assumptions) => {
    const key = JSON.stringify([content, assumptions]);
    const known = kept.get(key);
    kept.delete(key);
    const found = known ?? run(content, assumptions);
    kept.set(key, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return found;
  };
};

export const runKept: RunScenario = keptRuns((content, assumptions) => runScenario(content, assumptions));
