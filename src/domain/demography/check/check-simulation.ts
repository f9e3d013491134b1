import { errorAt, type Problem } from '../../kernel/problem.ts';
import { sexes } from '../population.ts';
import type { Assumptions } from '../project/project.ts';

/** What chance cannot be put into: births by rate, and an open group with a survival of its own. */
export const checkSimulation = ({ ages, steps }: Assumptions): readonly Problem[] => [
  ...(steps.length === 0 ? [errorAt('population-no-steps', ['steps'])] : []),
  ...steps.flatMap((step, index) => {
    if (step.method === 'explicit-fertility')
      return [errorAt('population-simulation-method', ['steps', index, 'method'])];
    const field = step.method === 'cohort-change' ? 'cohortChangeRatio' : 'survival';
    const rates = step.method === 'cohort-change' ? step.cohortChangeRatio : step.survival;
    return sexes.flatMap((sex) =>
      rates[sex].length === ages.groups.length
        ? [
            errorAt('population-simulation-open', ['steps', index, field, sex], {
              expected: ages.groups.length - 1,
            }),
          ]
        : [],
    );
  }),
];
