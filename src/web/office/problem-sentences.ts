import { problemSentence } from '../../documents/problem-text/sentences.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { FieldSentences } from './forms/field.tsx';

/** Sentences beside their fields, by the first part of each path. */
export const fieldSentences = (problems: readonly Problem[]): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const field = String(problem.path[0] ?? '');
    if (field !== '') found.set(field, [...(found.get(field) ?? []), problemSentence(problem)]);
  }
  return found;
};
