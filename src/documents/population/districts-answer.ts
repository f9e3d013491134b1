import type { z } from 'zod';
import { readAgeGroups } from '../../domain/demography/age-groups.ts';
import { wholePersons } from '../../domain/demography/districts/benchmark.ts';
import { projectDistricts } from '../../domain/demography/districts/project-districts.ts';
import { totalOf } from '../../domain/demography/population.ts';
import type { Projection } from '../../domain/demography/project/step.ts';
import { hasErrors, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { checkDistricts, tableAt } from './check-districts.ts';
import type { districtsFile } from './districts-file.ts';

type DistrictsFile = z.output<typeof districtsFile>;

/** Whole persons step by step, each summing to the town's rounded counts. */
const rounded = (projections: readonly Projection[]): readonly Projection[] => {
  const steps = projections[0]?.years ?? [];
  const whole = steps.map((_, step) =>
    wholePersons(projections.flatMap(({ populations }) => populations[step] ?? [])),
  );
  return projections.map((projection, index) => ({
    ...projection,
    populations: projection.populations.map((population, step) => whole[step]?.[index] ?? population),
  }));
};

/** What `population districts` prints for a file. */
export const districtsAnswer = (
  file: DistrictsFile,
): Result<{ readonly output: object; readonly warnings: readonly Problem[] }, readonly Problem[]> => {
  const ages = readAgeGroups(file.ageGroups);
  if (!ages.ok) return refuse(ages.error.map((problem) => placed(['ageGroups'], problem)));
  const found = checkDistricts(file, ages.value);
  if (hasErrors(found)) return refuse(found.filter(({ severity }) => severity === 'error'));
  const { town, districts } = file;
  const projected = projectDistricts({
    ages: ages.value,
    baseYear: file.baseYear,
    toYears: town?.years.slice(1) ?? file.toYears ?? [],
    districts: districts.map(({ earlier, base, totals }) => ({ earlier, base, totals: totals ?? null })),
    kappa: file.kappa,
    town: town === undefined ? null : town.years.slice(1).map((_, step) => tableAt(town, step + 1)),
  });
  const shown = file.whole ? rounded(projected) : projected;
  return ok({
    warnings: found,
    output: {
      years: shown[0]?.years ?? [],
      districts: districts.map(({ key, name }, index) => {
        const populations = shown[index]?.populations ?? [];
        return {
          key,
          name,
          male: populations.map(({ male }) => male),
          female: populations.map(({ female }) => female),
          total: populations.map(totalOf),
        };
      }),
      total: (shown[0]?.years ?? []).map((_, step) =>
        shown.reduce((sum, { populations }) => {
          const population = populations[step];
          return sum + (population === undefined ? 0 : totalOf(population));
        }, 0),
      ),
    },
  });
};
