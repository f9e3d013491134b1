import { problemSentence } from '../../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import { type FieldSentences, fieldId } from '../../forms/field.tsx';
import { fieldPlace, isField } from './form/field-place.ts';
import { scenarioProblemWords } from './scenario-problem-words.data.ts';

export const scenarioSentence = (problem: Problem): string => {
  const words = scenarioProblemWords[problem.code];
  if (words === undefined) return problemSentence(problem);
  return typeof words === 'string' ? words : words(problem.params ?? {});
};

/** A problem with its place in words and the address of the field on the page. */
export interface PlacedSentence {
  readonly place: string;
  readonly sentence: string;
  readonly href: string;
}

/** Id of a field, as the lever panel and the other fields of the form name theirs. */
const idOfField = (field: string): string => {
  const [first, kind = '', part = 'value'] = field.split('.');
  return first === 'lever' && part === 'value' ? `lever-${kind}-value` : fieldId(field);
};

/** `path` names the field of the form, in its parts. */
export const placedSentences = (problems: readonly Problem[]): readonly PlacedSentence[] =>
  problems.map((problem) => {
    const field = problem.path.join('.');
    return {
      place: fieldPlace(field),
      sentence: scenarioSentence(problem),
      href: field === '' ? '#main' : `#${idOfField(field)}`,
    };
  });

/** 「目標人口 › 年: …」: for a list that has no links to its fields. */
export const namedSentence = (problem: Problem): string => {
  const sentence = scenarioSentence(problem);
  return isField(problem.path) ? `${fieldPlace(problem.path.join('.'))}: ${sentence}` : sentence;
};

/** Sentences beside the fields of the form. */
export const scenarioFieldSentences = (problems: readonly Problem[]): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const field = problem.path.join('.');
    found.set(field, [...(found.get(field) ?? []), scenarioSentence(problem)]);
  }
  return found;
};
