import { errorAt, type Problem } from '../../kernel/problem.ts';
import type { AgeGroups } from '../age-groups.ts';
import { sexes } from '../population.ts';
import type { Projection } from '../project/step.ts';

/** Cells a projection drove below zero or beyond whole numbers a computer counts, the first year only: what comes after follows from it. */
export const checkResult = ({ years, populations }: Projection, ages: AgeGroups): readonly Problem[] => {
  for (const [step, population] of populations.entries()) {
    const found = sexes.flatMap((sex) =>
      population[sex].flatMap((value, group) =>
        value < 0 || !(value <= Number.MAX_SAFE_INTEGER)
          ? [
              errorAt(
                value < 0 ? 'population-result-negative' : 'population-result-endless',
                step === 0 ? [sex, group] : ['steps', step - 1],
                {
                  year: years[step] ?? 0,
                  age: ages.groups[group]?.label ?? '',
                  sex,
                  value,
                },
              ),
            ]
          : [],
      ),
    );
    if (found.length > 0) return found;
  }
  return [];
};
