import type { z } from 'zod';
import { readAgeGroups } from '../../domain/demography/age-groups.ts';
import { checkAssumptions } from '../../domain/demography/check/check-assumptions.ts';
import type { CountExtras } from '../../domain/demography/check/check-counts.ts';
import { checkBeginning } from '../../domain/demography/check/check-levers.ts';
import type { Levers } from '../../domain/demography/levers/lever.ts';
import type { Assumptions } from '../../domain/demography/project/project.ts';
import { spreadUnknown } from '../../domain/demography/unknown-age.ts';
import { readIsoDay } from '../../domain/kernel/calendar-day.ts';
import { errorAt, hasErrors, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { projectionFields } from './projection-file.ts';
import { toStep } from './to-step.ts';

type Fields = z.output<z.ZodObject<typeof projectionFields>>;

/** A file's projection, ready to run. */
export interface ReadyProjection {
  readonly assumptions: Assumptions;
  readonly levers: Levers;
  /** Men were left out: what is said of them means nothing. */
  readonly womenOnly: boolean;
  readonly warnings: readonly Problem[];
}

const noLevers: Levers = { levers: [], estates: [] };

/**
 * The fields of a projection as the domain takes them, persons of unknown age shared out. Refused with everything
 * wrong with the numbers; places are those of the file.
 */
export const readAssumptions = (fields: Fields): Result<ReadyProjection, readonly Problem[]> => {
  const ages = readAgeGroups(fields.ageGroups);
  if (!ages.ok) return refuse(ages.error.map((problem) => placed(['ageGroups'], problem)));
  const groups = ages.value.groups.length;
  const womenOnly = fields.male === undefined;
  const steps = fields.steps.map((input) => toStep(input, { groups, womenOnly }));
  const problems = steps.flatMap((read, index) =>
    read.ok ? [] : read.error.map((problem) => placed(['steps', index], problem)),
  );
  if (fields.baseDate !== undefined && readIsoDay(fields.baseDate) === null)
    problems.push(errorAt('population-base-date-unreadable', ['baseDate'], { date: fields.baseDate }));
  else if (fields.baseDate !== undefined && Number(fields.baseDate.slice(0, 4)) !== fields.baseYear)
    problems.push(
      errorAt('population-base-date', ['baseDate'], { date: fields.baseDate, year: fields.baseYear }),
    );
  if (problems.length > 0) return refuse(problems);
  const counted = {
    male: fields.male ?? Array.from({ length: groups }, () => 0),
    female: fields.female,
  };
  const assumptions: Assumptions = {
    ages: ages.value,
    baseYear: fields.baseYear,
    base: counted,
    steps: steps.flatMap((read) => (read.ok ? [read.value] : [])),
  };
  const extras: CountExtras = {
    ...(fields.unknownAge === undefined ? {} : { unknownAge: fields.unknownAge }),
    ...(fields.total === undefined ? {} : { total: fields.total }),
  };
  const found = checkAssumptions(assumptions, extras);
  if (hasErrors(found)) return refuse(found);
  const levers = fields.scenario ?? noLevers;
  const until = fields.steps.at(-1)?.toYear ?? fields.baseYear;
  const late = levers.levers.flatMap((lever, index) =>
    checkBeginning(lever, until).map((problem) => placed(['scenario', 'levers', index], problem)),
  );
  const base = fields.unknownAge === undefined ? counted : spreadUnknown(counted, fields.unknownAge);
  return ok({
    assumptions: { ...assumptions, base },
    levers,
    womenOnly,
    warnings: [...found, ...late],
  });
};
