import { parseEvaluationScheme } from '../../../../../app/evaluation/read-evaluation-scheme.ts';
import { checkScheme } from '../../../../../domain/evaluation/check-scheme.ts';
import type { EvaluationScheme } from '../../../../../domain/evaluation/evaluation-scheme.ts';
import type { Entries } from '../../../forms/entries.ts';
import { branchOf, rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { FieldReader } from '../../../judgement/form/field-reader.ts';
import type { ReadScheme } from '../../../schemes/editor-routes.tsx';
import { differingEntries, withDiffering } from './differing.ts';
import { schemeShape } from './shape.ts';
import { readShape, shapeEntries } from './shape-form.ts';

/** A scheme as the fields of its form. */
export const schemeEntries = (scheme: EvaluationScheme): Entries => [
  ...shapeEntries('', schemeShape, scheme as unknown as Record<string, unknown>),
  ...differingEntries(scheme),
];

/** Paths of the problems are those of the JSON. */
export const readSchemeForm = (entries: Entries, key: string): ReadScheme<EvaluationScheme> => {
  const root = branchOf(entries);
  const reader = new FieldReader();
  const criteria = rowsOf(root, 'criteria').map((row) => textOf(row, 'key'));
  const read = readShape(root, schemeShape, [], { reader, criteria });
  const content = { ...withDiffering(root, read, reader, criteria), key };
  if (reader.problems.length > 0) return { scheme: null, problems: reader.problems };
  const parsed = parseEvaluationScheme(content);
  return parsed.ok
    ? { scheme: parsed.value, problems: checkScheme(parsed.value) }
    : { scheme: null, problems: parsed.error };
};
