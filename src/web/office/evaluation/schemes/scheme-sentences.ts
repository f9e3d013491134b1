import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Entries } from '../../forms/entries.ts';
import { type FieldSentences, fieldId } from '../../forms/field.tsx';
import { type PlacedSentence, schemeSentence } from '../../judgement/scheme-sentences.ts';
import { fieldPlace } from './form/field-place.ts';
import { schemeField } from './form/scheme-field.ts';

/** Problems with their place in words and the address of the field on the page. */
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
