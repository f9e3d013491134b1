import { survivalOfTable } from '../../domain/demography/life-table.ts';
import type { Population } from '../../domain/demography/population.ts';
import type { ExplicitStep, Rates, Step } from '../../domain/demography/project/step.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { StepInput, SurvivalInput } from './step-schema.ts';

type Read<T> = Result<T, readonly Problem[]>;

/** What a step is read for: how many groups, and whether women stand alone. */
export interface StepContext {
  readonly groups: number;
  readonly womenOnly: boolean;
}

/** Nobody: the men of a projection of women alone. */
const nobody = (length: number): readonly number[] => Array.from({ length }, () => 0);

const survivalOf = (
  { male, female, personYears }: SurvivalInput,
  { groups, womenOnly }: StepContext,
): Read<Rates> => {
  const moves = nobody(groups - 1);
  if (personYears !== undefined) {
    if (male !== undefined || female !== undefined)
      return refuse([errorAt('population-survival-twice', ['survival'])]);
    const wrong = (['male', 'female'] as const).filter(
      (sex) => (personYears[sex]?.length ?? groups) !== groups,
    );
    if (wrong.length > 0)
      return refuse(
        wrong.map((sex) =>
          errorAt('population-length', ['survival', 'personYears', sex], {
            expected: groups,
            actual: personYears[sex]?.length ?? 0,
          }),
        ),
      );
    if (personYears.male === undefined && !womenOnly)
      return refuse([errorAt('field-missing', ['survival', 'personYears', 'male'])]);
    return ok({
      male: personYears.male === undefined ? moves : survivalOfTable(personYears.male),
      female: survivalOfTable(personYears.female),
    });
  }
  if (female === undefined) return refuse([errorAt('field-missing', ['survival', 'female'])]);
  if (male === undefined && !womenOnly) return refuse([errorAt('field-missing', ['survival', 'male'])]);
  return ok({ male: male ?? moves, female });
};

type ExplicitInput = Extract<StepInput, { method: 'explicit-fertility' }>;

const toExplicit = (
  input: ExplicitInput,
  survival: Rates,
  { groups, womenOnly }: StepContext,
): Read<ExplicitStep> => {
  const { survivalOfBirths, netMigrants, ...rest } = input;
  const missing = [
    ...(survivalOfBirths.male === undefined ? ['survivalOfBirths'] : []),
    ...(netMigrants !== undefined && netMigrants.male === undefined ? ['netMigrants'] : []),
  ];
  if (missing.length > 0 && !womenOnly)
    return refuse(missing.map((field) => errorAt('field-missing', [field, 'male'])));
  const migrants: Population = {
    male: netMigrants?.male ?? nobody(groups),
    female: netMigrants?.female ?? nobody(groups),
  };
  return ok({
    ...rest,
    survivalOfBirths: { male: survivalOfBirths.male ?? 0, female: survivalOfBirths.female },
    survival,
    netMigrants: migrants,
  });
};

/** One step of a file as the domain takes it. Problems stand at the step itself. */
export const toStep = (input: StepInput, context: StepContext): Read<Step> => {
  if (context.womenOnly && input.method !== 'explicit-fertility')
    return refuse([errorAt('population-women-only', ['method'])]);
  if (input.method === 'cohort-change') return ok(input);
  const survival = survivalOf(input.survival, context);
  if (!survival.ok) return survival;
  if (input.method === 'explicit-fertility') return toExplicit(input, survival.value, context);
  return ok(
    input.method === 'pool'
      ? { ...input, survival: survival.value }
      : { ...input, method: 'net', survival: survival.value },
  );
};
