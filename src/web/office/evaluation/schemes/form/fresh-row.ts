import type { Entries } from '../../../forms/entries.ts';

type Fields = readonly (readonly [name: string, value: string])[];

const stems: Readonly<Record<string, string>> = {
  types: 'type',
  stages: 'stage',
  criteria: 'criterion',
  levels: 'level',
  texts: 'text',
  grades: 'grade',
  directions: 'direction',
  priorities: 'priority',
  exemptions: 'exemption',
  matrices: 'matrix',
};

/** A key no row of the form has yet: people know rows by their names. */
const freshKey = (stem: string, entries: Entries, taken: number): string => {
  const used = new Set(entries.filter(([name]) => name.endsWith('.key')).map(([, value]) => value));
  let n = taken + 1;
  while (used.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
};

const more: Readonly<Record<string, Fields>> = {
  stages: [
    ['actor', 'unit-head'],
    ['direction', 'required'],
    ['grade', 'none'],
    ['priority', 'none'],
    ['startsFrom', 'previous-stage'],
    ['subjects', 'all'],
    ['published', 'yes'],
  ],
  criteria: [
    ['levels.0.key', 'high'],
    ['levels.0.label', '高い'],
    ['levels.1.key', 'low'],
    ['levels.1.label', '低い'],
    ['weight', '1'],
    ['reason', 'none'],
    ['required', 'yes'],
    ['proposes', 'no'],
  ],
  texts: [
    ['required', 'no'],
    ['maxLength', '800'],
    ['rows', '4'],
    ['startsFrom', 'last-year'],
  ],
  directions: [
    ['common', 'continue'],
    ['reason', 'no'],
  ],
  matrices: [
    ['title', ''],
    ['rows', 'direction'],
    ['columns', 'cost'],
  ],
};

const unkeyed: Readonly<Record<string, Fields>> = {
  bands: [
    ['grade', ''],
    ['from', ''],
  ],
  rows: [['grade', '']],
};

const under = (prefix: string, fields: Fields): Fields =>
  fields.map(([name, value]) => [`${prefix}.${name}`, value] as const);

/** A new question is asked at the first stage: what no stage asks is easily forgotten. */
const askedAtFirst = (list: string, key: string, entries: Entries): Fields =>
  (list === 'criteria' || list === 'texts') && entries.some(([name]) => name.startsWith('stages.0.'))
    ? [[`stages.0.${list}`, key]]
    : [];

/** Fields of a new row of the list it stands in, with a key of its own where such rows have one. */
export const freshRow = (row: string, _kind: string, entries: Entries): Entries => {
  const [list = '', at = '0'] = row.split('.').slice(-2);
  const stem = stems[list];
  if (stem === undefined) return under(row, unkeyed[list] ?? []);
  const key = freshKey(stem, entries, Number(at));
  return [
    ...under(row, [
      ['key', key],
      ...(list === 'matrices' ? [] : [['label', ''] as const]),
      ...(more[list] ?? []),
    ]),
    ...askedAtFirst(list, key, entries),
  ];
};
