import type { z } from 'zod';
import {
  leverWith,
  type Question,
  type SolvedLever,
  totalWith,
} from '../../domain/demography/backcast/aim.ts';
import { isoTargetCurve } from '../../domain/demography/backcast/iso-target.ts';
import { gradientAt, leastEffort } from '../../domain/demography/backcast/least-effort.ts';
import { solveEachAlone } from '../../domain/demography/backcast/solve-lever.ts';
import { checkBeginning, checkLever, checkYearWithin } from '../../domain/demography/check/check-levers.ts';
import { type Lever, neutralOf } from '../../domain/demography/levers/lever.ts';
import type { Assumptions } from '../../domain/demography/project/project.ts';
import { errorAt, hasErrors, type Problem, placed, warningAt } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { backcastFile } from './backcast-file.ts';
import { runProjection } from './projection-answer.ts';
import { readAssumptions } from './read-assumptions.ts';

type BackcastFile = z.output<typeof backcastFile>;
type SolvedInput = BackcastFile['solveFor'][number];

const solvedOf = ({ least, most, weight, ...rest }: SolvedInput): SolvedLever => {
  const lever = { ...rest, path: { value: 0, ...rest.path } } as Lever;
  return { lever: leverWith(lever, neutralOf(lever)), least, most, weight };
};

const checkSolved = ({ lever, least, most }: SolvedLever, assumptions: Assumptions): readonly Problem[] => {
  if (least >= most) return [errorAt('population-bounds', ['most'], { least, most })];
  const atEnds = [least, most].flatMap((value, end) =>
    checkLever(leverWith(lever, value), assumptions).map((problem) =>
      problem.path.at(-1) === 'value' ? { ...problem, path: [end === 0 ? 'least' : 'most'] } : problem,
    ),
  );
  return atEnds.filter((problem, at) => atEnds.findIndex(({ code }) => code === problem.code) === at);
};

/** What `population backcast` prints for a file. */
export const backcastAnswer = (
  file: BackcastFile,
): Result<{ readonly output: object; readonly warnings: readonly Problem[] }, readonly Problem[]> => {
  const ready = readAssumptions(file);
  if (!ready.ok) return ready;
  const { assumptions, levers, warnings, womenOnly } = ready.value;
  const solved = file.solveFor.map(solvedOf);
  const problems = [
    ...checkYearWithin(file.target.year, assumptions).map((problem) => placed(['target', 'year'], problem)),
    ...solved.flatMap((one, index) =>
      checkSolved(one, assumptions).map((problem) => placed(['solveFor', index], problem)),
    ),
    ...(womenOnly ? [errorAt('field-missing', ['male'])] : []),
  ];
  if (hasErrors(problems)) return refuse(problems);
  const settled = runProjection(ready.value);
  if (!settled.ok) return settled;
  const question: Question = {
    assumptions,
    settled: levers.levers,
    estates: levers.estates,
    levers: solved,
    aim: { ...file.target, interpolation: file.interpolation },
  };
  const none = solved.map(() => null);
  const alone = solveEachAlone(question);
  const least = leastEffort(question, alone);
  const far = alone.every(({ reached }) => !reached) && !least.reached;
  return ok({
    warnings: [
      ...warnings,
      ...file.solveFor.flatMap((lever, index) =>
        checkBeginning(lever, file.target.year).map((problem) => placed(['solveFor', index], problem)),
      ),
      ...(far
        ? [
            warningAt('population-out-of-reach', ['target', 'total'], {
              total: file.target.total,
              nearest: least.total,
            }),
          ]
        : []),
    ],
    output: {
      target: file.target,
      interpolation: file.interpolation,
      withoutLevers: totalWith(question, none),
      levers: solved.map(({ lever: { kind } }) => kind),
      gradient: gradientAt(
        question,
        solved.map(({ lever }) => neutralOf(lever)),
      ),
      alone,
      ...(solved.length === 2 ? { curve: isoTargetCurve(question, [0, 1], file.curvePoints) } : {}),
      leastEffort: least,
    },
  });
};
