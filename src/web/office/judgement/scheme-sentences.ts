import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Entries } from '../forms/entries.ts';
import { type FieldSentences, fieldId } from '../forms/field.tsx';
import { fieldPlace } from './form/field-place.ts';
import { schemeField } from './form/scheme-field.ts';
import { schemeProblemWords } from './scheme-problem-words.data.ts';

export const schemeSentence = (problem: Problem): string => {
  const words = schemeProblemWords[problem.code];
  if (words === undefined) return problemSentence(problem);
  return typeof words === 'string' ? words : words(problem.params ?? {});
};

/** The problem with names in the place of the keys that stand for them: people know a grade by what it is called. */
const inNames = (problem: Problem, entries: Entries): Problem => {
  const params = { ...problem.params };
  for (const part of ['grade', 'measure', 'axis', 'mark', 'choice'] as const) {
    const key = params[part];
    const row = entries.find(([name, value]) => value === key && /\.(key|axisKey)$/u.test(name))?.[0];
    const prefix = row?.replace(/\.[^.]+$/u, '');
    const called = entries.find(
      ([name, value]) => value.trim() !== '' && (name === `${prefix}.label` || name === `${prefix}.name`),
    );
    if (called !== undefined) params[part] = called[1];
  }
  return { ...problem, params };
};

/** A problem with its place in words and the address of the field on the page. */
export interface PlacedSentence {
  readonly place: string;
  readonly sentence: string;
  readonly href: string;
  readonly isError: boolean;
}

export const placedSentences = (problems: readonly Problem[], entries: Entries): readonly PlacedSentence[] =>
  problems.map((problem) => {
    const field = schemeField(problem.path, entries);
    return {
      place: fieldPlace(field),
      sentence: schemeSentence(inNames(problem, entries)),
      href: `#${fieldId(field)}`,
      isError: problem.severity === 'error',
    };
  });

/** Sentences beside the fields, or the groups of fields, of the form. */
export const schemeFieldSentences = (problems: readonly Problem[], entries: Entries): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const field = schemeField(problem.path, entries);
    const sentence = schemeSentence(inNames(problem, entries));
    found.set(field, [
      ...(found.get(field) ?? []),
      problem.severity === 'error' ? sentence : `気づき: ${sentence}`,
    ]);
  }
  return found;
};
