import { problemPlace, problemSentence } from '../documents/problem-text/sentences.ts';
import type { Problem } from '../domain/kernel/problem.ts';

const heading: Readonly<Record<Problem['severity'], string>> = { error: '誤り', warning: '注意' };

/** One line a problem: 誤り demo/a.json 12行3字目 plans › 0 › … : what is wrong and what to do. */
export const printProblems = (problems: readonly Problem[], print: (line: string) => void): void => {
  for (const problem of problems)
    print(`${heading[problem.severity]}  ${problemPlace(problem)}: ${problemSentence(problem)}`);
};
