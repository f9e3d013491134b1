import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Entries } from '../forms/entries.ts';
import { sentencesInForm } from '../schemes/placed-sentences.ts';
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

export const schemeSentences = sentencesInForm({
  fieldOf: schemeField,
  placeOf: fieldPlace,
  sentenceOf: (problem, entries) => schemeSentence(inNames(problem, entries)),
});
