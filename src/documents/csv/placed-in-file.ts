import type { Problem } from '../../domain/kernel/problem.ts';

/** The problem as one of the named file: its name stands in front, in place of the 'file' that stands for a whole file. */
export const placedInFile = (file: string, problem: Problem): Problem => ({
  ...problem,
  path: [file, ...problem.path.filter((step) => step !== 'file')],
});
