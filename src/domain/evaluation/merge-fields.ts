import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Answers } from './sheet.ts';

/** What a person changed: what stood in the field when they saw it, and what they wrote. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The same text, however the browser sent its line ends. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

/**
 * Changes laid over what is stored now. Different fields of two people go together; a field that somebody else
 * changed meanwhile to something else is refused with both versions (`mine`, `theirs`), and then nothing is taken.
 */
export const mergeFields = (
  stored: Answers,
  changes: readonly FieldChange[],
): Result<Answers, readonly Problem[]> => {
  const told = changes
    .map(({ field, before, after }) => ({ field, before: plain(before), after: plain(after) }))
    .filter(({ before, after }) => before !== after);
  const conflicts = told.filter(({ field, before, after }) => {
    const now = stored[field] ?? '';
    return now !== before && now !== after;
  });
  if (conflicts.length > 0)
    return refuse(
      conflicts.map(({ field, after }) =>
        errorAt('evaluation-field-changed', [field], { mine: after, theirs: stored[field] ?? '' }),
      ),
    );
  const merged = new Map(Object.entries(stored));
  for (const { field, after } of told)
    if (after === '') merged.delete(field);
    else merged.set(field, after);
  return ok(Object.fromEntries(merged));
};
