import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Entries } from '../../forms/entries.ts';
import { type Branch, branchOf, partOf, rowsOf, textOf } from './branch.ts';

type Path = Problem['path'];

/** Tables of the JSON that are rows of the form, with the row's field that is the table's key. */
const keyedBy: Readonly<Record<string, string>> = {
  measures: 'key',
  marks: 'key',
  tolerances: 'key',
  choices: 'key',
  without: 'reason',
  texts: 'text',
};

/** What a part of the JSON is called in the form. */
const renamed: Readonly<Record<string, string>> = {
  version: 'versionName',
  scoreKey: 'key',
  countKey: 'key',
  group: '',
};

/** Place of a key among the rows of a table; the key itself where no row has it. */
const placeOf = (root: Branch, table: readonly string[], keyField: string, key: string): string => {
  const rows = rowsOf(partOf(root, ...table.slice(0, -1)), table.at(-1) ?? '');
  const at = rows.findIndex((row) => textOf(row, keyField) === key);
  return at === -1 ? key : String(at);
};

/**
 * Name of the form's field, or of the group of fields, for a path of the scheme's JSON.
 * @example ['measures', 'progress', 'name'] // => 'measures.0.name'
 */
export const schemeField = (path: Path, entries: Entries): string => {
  const root = branchOf(entries);
  const names: string[] = [];
  for (const step of path) {
    const last = names.at(-1) ?? '';
    const keyField = typeof step === 'string' ? keyedBy[last] : undefined;
    if (keyField !== undefined) names.push(placeOf(root, names, keyField, String(step)));
    else if (typeof step === 'number' && names.length === 2 && names[0] === 'tolerances')
      names.push('rows', String(step));
    else {
      const name = typeof step === 'string' ? (renamed[step] ?? step) : String(step);
      if (name !== '') names.push(name);
    }
  }
  const joined = names.join('.');
  if (/^measures\.\d+\.target\.fiscalYear$/u.test(joined))
    return joined.replace('target.fiscalYear', 'targetYear');
  if (/^measures\.\d+\.required\.shares$/u.test(joined)) return joined.replace('required.shares', 'shares');
  if (/^rollUp\.alsoCount\.\d+\.measure\.(from|to)$/u.test(joined)) return joined.replace('.measure.', '.');
  if (/^rollUp\.scores\.\d+\.meansOf\.roundedTo$/u.test(joined)) return joined.replace('meansOf.', '');
  return joined;
};
