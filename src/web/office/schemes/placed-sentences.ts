import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Entries } from '../forms/entries.ts';
import { type FieldSentences, fieldId } from '../forms/field.tsx';

/** A problem with its place in words and the address of the field on the page. */
export interface PlacedSentence {
  readonly place: string;
  readonly sentence: string;
  readonly href: string;
  readonly isError: boolean;
}

interface InForm {
  /** Name of the field a path of the JSON is typed into. */
  readonly fieldOf: (path: Problem['path'], entries: Entries) => string;
  /** A field in words. */
  readonly placeOf: (field: string) => string;
  readonly sentenceOf: (problem: Problem, entries: Entries) => string;
}

/** Problems of a scheme said where its form has the field: in a list with addresses, and beside the fields. */
export const sentencesInForm = ({ fieldOf, placeOf, sentenceOf }: InForm) => ({
  placed: (problems: readonly Problem[], entries: Entries): readonly PlacedSentence[] =>
    problems.map((problem) => {
      const field = fieldOf(problem.path, entries);
      return {
        place: placeOf(field),
        sentence: sentenceOf(problem, entries),
        href: `#${fieldId(field)}`,
        isError: problem.severity === 'error',
      };
    }),
  beside: (problems: readonly Problem[], entries: Entries): FieldSentences => {
    const found = new Map<string, string[]>();
    for (const problem of problems) {
      const field = fieldOf(problem.path, entries);
      const sentence = sentenceOf(problem, entries);
      found.set(field, [
        ...(found.get(field) ?? []),
        problem.severity === 'error' ? sentence : `気づき: ${sentence}`,
      ]);
    }
    return found;
  },
});
