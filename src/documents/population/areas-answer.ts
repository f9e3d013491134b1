import type { z } from 'zod';
import { checkExchange } from '../../domain/demography/check/check-exchange.ts';
import { checkLevers } from '../../domain/demography/check/check-levers.ts';
import { checkResult } from '../../domain/demography/check/check-result.ts';
import { totalOf } from '../../domain/demography/population.ts';
import { type ExchangeQuestion, projectTogether } from '../../domain/demography/project/exchange.ts';
import type { Rates } from '../../domain/demography/project/step.ts';
import { errorAt, hasErrors, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { areasFile } from './areas-file.ts';
import { type ReadyProjection, readAssumptions } from './read-assumptions.ts';

type AreasFile = z.output<typeof areasFile>;

const checkAreas = ({ areas, steps }: AreasFile): readonly Problem[] =>
  areas.flatMap(({ key, steps: own }, index) => [
    ...(areas.findIndex((other) => other.key === key) < index
      ? [errorAt('population-district-twice', ['areas', index, 'key'], { key })]
      : []),
    ...(own.length === steps.length
      ? []
      : [
          errorAt('population-length', ['areas', index, 'steps'], {
            expected: steps.length,
            actual: own.length,
          }),
        ]),
  ]);

/**
 * An area is read as a town with the pool model whose 転入者数 are its shares. What is said of the years and the age
 * groups belongs to the file, and is said once.
 */
const readArea = (
  { ageGroups, baseYear, steps, areas }: AreasFile,
  index: number,
): Result<ReadyProjection, readonly Problem[]> => {
  const area = areas[index];
  if (area === undefined) throw new Error(`readArea requires an area ${index}`);
  const { key: _key, name: _name, steps: own, ...base } = area;
  const read = readAssumptions({
    ageGroups,
    baseYear,
    ...base,
    steps: own.map(({ inShare, ...step }, at) => ({
      ...step,
      method: 'pool' as const,
      toYear: steps[at]?.toYear ?? baseYear,
      inMigrants: inShare,
    })),
  });
  const inFile = (problem: Problem): readonly Problem[] => {
    const [part] = problem.path;
    if (part === 'ageGroups' || (part === 'steps' && problem.path[2] === 'toYear'))
      return index === 0 ? [problem] : [];
    const path = problem.path.map((step) => (step === 'inMigrants' ? 'inShare' : step));
    return [placed(['areas', index], { ...problem, path })];
  };
  return read.ok
    ? ok({ ...read.value, warnings: read.value.warnings.flatMap(inFile) })
    : refuse(read.error.flatMap(inFile));
};

const questionOf = (file: AreasFile, ready: readonly ReadyProjection[]): ExchangeQuestion | null => {
  const [first] = ready;
  if (first === undefined) return null;
  const { ages } = first.assumptions;
  const nobody = (): readonly number[] => Array.from({ length: ages.groups.length - 1 }, () => 0);
  const none = (): Rates => ({ male: nobody(), female: nobody() });
  return {
    ages,
    baseYear: file.baseYear,
    steps: file.steps.map(({ toYear, fromAbroad }) => ({ toYear, fromAbroad: fromAbroad ?? none() })),
    areas: ready.map(({ assumptions, levers }) => ({
      base: assumptions.base,
      levers,
      steps: assumptions.steps.flatMap((step) => {
        if (step.method !== 'pool') return [];
        const { method: _method, toYear: _toYear, inMigrants, ...rest } = step;
        return [{ ...rest, inShare: inMigrants }];
      }),
    })),
  };
};

/** Wrong with the areas as a whole; what is wrong with one of them was found when it was read. */
const checkTogether = (question: ExchangeQuestion, ready: readonly ReadyProjection[]): readonly Problem[] => [
  ...checkExchange(question).filter(({ severity }) => severity === 'error'),
  ...ready.flatMap(({ assumptions, levers }, index) =>
    checkLevers(levers, assumptions).map((problem) => placed(['areas', index, 'scenario'], problem)),
  ),
];

/** What `population areas` prints for a file. */
export const areasAnswer = (
  file: AreasFile,
): Result<{ readonly output: object; readonly warnings: readonly Problem[] }, readonly Problem[]> => {
  const wrong = checkAreas(file);
  if (wrong.length > 0) return refuse(wrong);
  const read = file.areas.map((_, index) => readArea(file, index));
  const unread = read.flatMap((each) => (each.ok ? [] : each.error));
  if (unread.length > 0) return refuse(unread);
  const ready = read.flatMap((each) => (each.ok ? [each.value] : []));
  const question = questionOf(file, ready);
  if (question === null) return refuse([errorAt('field-missing', ['areas'])]);
  const together = checkTogether(question, ready);
  if (hasErrors(together)) return refuse(together);
  const projections = projectTogether(question);
  const beyond = projections.flatMap((projection, index) =>
    checkResult(projection, question.ages).map((problem) => placed(['areas', index], problem)),
  );
  if (beyond.length > 0) return refuse(beyond);
  const [first] = projections;
  return ok({
    warnings: ready.flatMap(({ warnings }) => warnings),
    output: {
      years: first?.years ?? [],
      areas: file.areas.map(({ key, name }, index) => {
        const populations = projections[index]?.populations ?? [];
        return {
          key,
          name,
          male: populations.map(({ male }) => male),
          female: populations.map(({ female }) => female),
          total: populations.map(totalOf),
        };
      }),
      total: (first?.years ?? []).map((_, step) =>
        projections.reduce((sum, { populations }) => {
          const population = populations[step];
          return sum + (population === undefined ? 0 : totalOf(population));
        }, 0),
      ),
    },
  });
};
