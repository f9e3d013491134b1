import type { z } from 'zod';
import { checkLever, checkLevers, checkYearWithin } from '../../domain/demography/check/check-levers.ts';
import { checkResult } from '../../domain/demography/check/check-result.ts';
import { checkSummaryAges } from '../../domain/demography/check/check-summary-ages.ts';
import { guideSimulations } from '../../domain/demography/guide-simulation.ts';
import { regroup, singleAgesIn } from '../../domain/demography/interpolate/along-cohorts.ts';
import { annualTotals } from '../../domain/demography/interpolate/annual.ts';
import { type Population, sumOf, totalOf } from '../../domain/demography/population.ts';
import { project } from '../../domain/demography/project/project.ts';
import type { Projection } from '../../domain/demography/project/step.ts';
import { declineStage, summarise } from '../../domain/demography/summary.ts';
import { errorAt, hasErrors, type Problem, placed } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { projectionFile } from './projection-file.ts';
import { type ReadyProjection, readAssumptions } from './read-assumptions.ts';

type ProjectionFile = z.output<typeof projectionFile>;

/** How a projection is written: years, men and women by age, totals. */
export const projectionJson = ({ years, populations }: Projection, womenOnly: boolean): object => ({
  years,
  ...(womenOnly ? {} : { male: populations.map(({ male }) => male) }),
  female: populations.map(({ female }) => female),
  total: populations.map((population) => (womenOnly ? sumOf(population.female) : totalOf(population))),
});

/** Runs it, or says where a scenario drove a cell below zero. */
export const runProjection = ({
  assumptions,
  levers,
}: ReadyProjection): Result<Projection, readonly Problem[]> => {
  const ofLevers = checkLevers(levers, assumptions).map((problem) => placed(['scenario'], problem));
  if (hasErrors(ofLevers)) return refuse(ofLevers);
  const projection = project(assumptions, levers);
  const found = checkResult(projection, assumptions.ages);
  return found.length > 0 ? refuse(found) : ok(projection);
};

const checkExtras = (file: ProjectionFile, { assumptions }: ReadyProjection): readonly Problem[] => [
  ...(file.singleAgesIn ?? []).flatMap((year, index) =>
    checkYearWithin(year, assumptions).map((problem) => placed(['singleAgesIn', index], problem)),
  ),
  ...(file.singleAgesIn !== undefined && assumptions.ages.widthYears !== 5
    ? [errorAt('population-single-ages-width', ['singleAgesIn'], { widthYears: assumptions.ages.widthYears })]
    : []),
  ...(file.guide === undefined
    ? []
    : [
        ...checkLever({ kind: 'migration-scale', path: { value: 0, fromYear: file.baseYear } }, assumptions),
        ...(file.guide.byYear <= file.baseYear
          ? [
              errorAt('population-lever-path', ['byYear'], {
                byYear: file.guide.byYear,
                fromYear: file.baseYear,
              }),
            ]
          : []),
      ].map((problem) => placed(['guide'], problem))),
  ...(file.summary === true ? checkSummaryAges(assumptions.ages) : []),
];

const singleAges = (projection: Projection, year: number, file: ProjectionFile): object => {
  const { ages } = singleAgesIn(projection, year, file.annual ?? 'linear');
  const groups: Population = regroup(ages);
  return { year, ...ages, groups };
};

/** What `population project` prints for a file. */
export const projectionAnswer = (
  file: ProjectionFile,
): Result<{ readonly output: object; readonly warnings: readonly Problem[] }, readonly Problem[]> => {
  const ready = readAssumptions(file);
  if (!ready.ok) return ready;
  const extras = checkExtras(file, ready.value);
  if (hasErrors(extras)) return refuse(extras);
  const projected = runProjection(ready.value);
  if (!projected.ok) return projected;
  const { assumptions, womenOnly, warnings } = ready.value;
  const summaries =
    file.summary === true
      ? projected.value.populations.map((population) => summarise(population, assumptions.ages))
      : [];
  const [first] = summaries;
  return ok({
    warnings,
    output: {
      ...projectionJson(projected.value, womenOnly),
      ...(file.annual === undefined
        ? {}
        : { annual: { method: file.annual, ...annualTotals(projected.value, file.annual, womenOnly) } }),
      ...(file.singleAgesIn === undefined
        ? {}
        : { singleAges: file.singleAgesIn.map((year) => singleAges(projected.value, year, file)) }),
      ...(file.guide === undefined
        ? {}
        : { guide: guideSimulations(assumptions, ready.value.levers, file.guide) }),
      ...(first === undefined
        ? {}
        : { summary: summaries.map((one) => ({ ...one, declineStage: declineStage(first, one) })) }),
    },
  });
};
