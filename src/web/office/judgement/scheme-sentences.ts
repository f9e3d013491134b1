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
      sentence: schemeSentence(problem),
      href: `#${fieldId(field)}`,
      isError: problem.severity === 'error',
    };
  });

/** Sentences beside the fields, or the groups of fields, of the form. */
export const schemeFieldSentences = (problems: readonly Problem[], entries: Entries): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const field = schemeField(problem.path, entries);
    const sentence = schemeSentence(problem);
    found.set(field, [
      ...(found.get(field) ?? []),
      problem.severity === 'error' ? sentence : `気づき: ${sentence}`,
    ]);
  }
  return found;
};
