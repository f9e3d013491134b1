import type { Problem } from '../../../../../domain/kernel/problem.ts';
import type { Entries } from '../../../forms/entries.ts';
import { branchOf, partOf, rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { readConditions } from './shape-form.ts';

/** In the form a condition is named by its criterion, in the JSON by its number. */
const conditionField = (names: readonly string[], entries: Entries): readonly string[] => {
  const at = names.lastIndexOf('when');
  const number = names[at + 1];
  if (at === -1 || number === undefined) return names;
  const root = branchOf(entries);
  const criteria = rowsOf(root, 'criteria').map((row) => textOf(row, 'key'));
  const found = readConditions(partOf(root, ...names.slice(0, at + 1)), criteria)[Number(number)];
  return [...names.slice(0, at + 1), ...(found === undefined ? [] : [found.criterion])];
};

/** Name of the form's field, or of the group of fields, for a path of the scheme's JSON. */
export const schemeField = (path: Problem['path'], entries: Entries): string =>
  conditionField(path.map(String), entries)
    .join('.')
    .replace(/\.proposal\.from\.(\d+)$/u, '.levels.$1.from')
    .replace(/\.proposal(\.from)?$/u, '.proposes')
    .replace(/\.atMost\.(years|thousandYen)$/u, '.$1')
    .replace(/\.atMost$/u, '.years');
