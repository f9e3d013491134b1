import type { z } from 'zod';
import { checkYearWithin } from '../../domain/demography/check/check-levers.ts';
import { checkSimulation } from '../../domain/demography/check/check-simulation.ts';
import { totalsOf } from '../../domain/demography/interpolate/annual.ts';
import { cohortChangeErrors, ipssErrors } from '../../domain/demography/simulate/forecast-errors.data.ts';
import { bandOf, shareReaching, simulate, totalsIn } from '../../domain/demography/simulate/simulate.ts';
import { usualChance, usualMigrationProfile } from '../../domain/demography/simulate/usual-chance.data.ts';
import { errorAt, hasErrors, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { runProjection } from './projection-answer.ts';
import { type ReadyProjection, readAssumptions } from './read-assumptions.ts';
import type { simulationFile } from './simulation-file.ts';

type SimulationFile = z.output<typeof simulationFile>;

const checkFile = (file: SimulationFile, { assumptions, womenOnly }: ReadyProjection): readonly Problem[] => [
  ...(womenOnly ? [errorAt('field-missing', ['male'])] : []),
  ...checkSimulation(assumptions),
  ...(file.bandsIn ?? []).flatMap((year, index) =>
    checkYearWithin(year, assumptions).map((problem) => placed(['bandsIn', index], problem)),
  ),
  ...file.targets.flatMap(({ year }, index) =>
    checkYearWithin(year, assumptions).map((problem) => placed(['targets', index, 'year'], problem)),
  ),
];

/** What `population simulate` prints for a file. */
export const simulationAnswer = (
  file: SimulationFile,
): Result<{ readonly output: object; readonly warnings: readonly Problem[] }, readonly Problem[]> => {
  const ready = readAssumptions(file);
  if (!ready.ok) return ready;
  const problems = checkFile(file, ready.value);
  if (hasErrors(problems)) return refuse(problems);
  const projected = runProjection(ready.value);
  if (!projected.ok) return projected;
  const { assumptions, levers, warnings } = ready.value;
  const { draws, seed, interpolation } = file;
  const chance = {
    birthsSd: file.birthsSd ?? usualChance.birthsSd,
    hazardSd: file.hazardSd ?? usualChance.hazardSd,
    persistence: file.persistence ?? usualChance.persistence,
  };
  const simulation = simulate(assumptions, levers, {
    draws,
    seed,
    chance,
    profile: file.profile ?? usualMigrationProfile,
    errors: file.errors === 'ipss' ? ipssErrors : cohortChangeErrors,
  });
  return ok({
    warnings,
    output: {
      draws,
      seed,
      errors: file.errors,
      interpolation,
      chance: { ...chance, migrationSd: simulation.migrationSd },
      expected: totalsOf(projected.value),
      bands: (file.bandsIn ?? simulation.years).map((year) =>
        bandOf(totalsIn(simulation, year, interpolation), year),
      ),
      targets: file.targets.map((target) => ({
        ...target,
        probability: shareReaching(totalsIn(simulation, target.year, interpolation), target.total),
      })),
    },
  });
};
