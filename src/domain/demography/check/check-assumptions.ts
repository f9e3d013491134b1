import { errorAt, hasErrors, type Problem, placed } from '../../kernel/problem.ts';
import type { Assumptions } from '../project/project.ts';
import { type CountExtras, checkCounts } from './check-counts.ts';
import { checkStep } from './check-step.ts';

/** Years of the steps: each one width of an age group after the one before. */
const checkYears = ({ ages, baseYear, steps }: Assumptions): readonly Problem[] => {
  let year = baseYear;
  for (const [index, { toYear }] of steps.entries()) {
    if (toYear !== year + ages.widthYears)
      return [
        errorAt('population-step-years', ['steps', index, 'toYear'], {
          toYear,
          expected: year + ages.widthYears,
          widthYears: ages.widthYears,
        }),
      ];
    year = toYear;
  }
  return [];
};

/** 前提の検査: every error and warning of a projection's input, each at its place in the file. */
export const checkAssumptions = (assumptions: Assumptions, extras: CountExtras): readonly Problem[] => {
  const { ages, base, steps } = assumptions;
  const found = [
    ...checkCounts(base, extras, ages),
    ...checkYears(assumptions),
    ...steps.flatMap((step, index) =>
      checkStep(step, ages).map((problem) => placed(['steps', index], problem)),
    ),
  ];
  return hasErrors(found) ? found.filter(({ severity }) => severity === 'error') : found;
};
