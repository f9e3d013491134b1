import { parseJudgementScheme } from '../../../../app/judgement/read-judgement-scheme.ts';
import { checkScheme } from '../../../../domain/indicator/judgement/check-scheme.ts';
import type { JudgementScheme } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Entries } from '../../forms/entries.ts';
import type { ReadScheme } from '../../schemes/editor-routes.tsx';
import { axisEntries, readAxis } from './axis-form.ts';
import { basicEntries, readBasics } from './basics-form.ts';
import { branchOf, rowsOf } from './branch.ts';
import { FieldReader } from './field-reader.ts';
import { markEntries, readMarkParts } from './mark-form.ts';
import { measureEntries, readMeasures } from './measure-form.ts';
import { readRollUp, rollUpEntries } from './roll-up-form.ts';

/** A scheme as fields whose names are places in its JSON; tables by key become rows with a field `key`. */
export const schemeEntries = (scheme: JudgementScheme): Entries => [
  ...basicEntries(scheme),
  ...measureEntries(scheme),
  ...markEntries(scheme),
  ...scheme.axes.flatMap(axisEntries),
  ...rollUpEntries(scheme),
];

/** The JSON the form's fields name. Paths of the problems are those of the JSON. */
const contentOf = (
  entries: Entries,
  schemeKey: string,
): { readonly content: unknown; readonly problems: readonly Problem[] } => {
  const root = branchOf(entries);
  const reader = new FieldReader();
  const content = {
    schemeKey,
    ...readBasics(root, reader),
    measures: readMeasures(root, reader),
    ...readMarkParts(root, reader),
    axes: rowsOf(root, 'axes').map((row, at) => readAxis(row, at, reader)),
    rollUp: readRollUp(root, reader),
  };
  return { content, problems: reader.problems };
};

export const readSchemeForm = (entries: Entries, schemeKey: string): ReadScheme<JudgementScheme> => {
  const { content, problems } = contentOf(entries, schemeKey);
  if (problems.length > 0) return { scheme: null, problems };
  const parsed = parseJudgementScheme(content);
  return parsed.ok
    ? { scheme: parsed.value, problems: checkScheme(parsed.value) }
    : { scheme: null, problems: parsed.error };
};
