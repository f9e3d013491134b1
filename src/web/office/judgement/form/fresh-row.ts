import type { Entries } from '../../forms/entries.ts';

type Fields = readonly (readonly [name: string, value: string])[];

const stems: Readonly<Record<string, string>> = {
  measures: 'measure',
  marks: 'mark',
  tolerances: 'width',
  axes: 'axis',
  grades: 'grade',
  scores: 'score',
  alsoCount: 'count',
};

/** A key no row of the form has yet, for rows people know by their names. */
const freshKey = (stem: string, entries: Entries, taken: number): string => {
  const used = new Set(entries.filter(([name]) => /\.(key|axisKey)$/u.test(name)).map(([, value]) => value));
  let n = taken + 1;
  while (used.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
};

const band: Fields = [
  ['from', ''],
  ['fromInclusive', 'yes'],
  ['to', ''],
  ['toInclusive', 'no'],
  ['give', ''],
];
const grade = (key: string): Fields => [
  ['key', key],
  ['label', ''],
  ['shape', 'plain'],
  ['class', 'fair'],
];
const under = (prefix: string, fields: Fields): Fields =>
  fields.map(([name, value]) => [`${prefix}.${name}`, value] as const);

const measureStep: Fields = [['by', 'measure'], ['measure', ''], ...under('bands.0', band)];

const steps: Readonly<Record<string, Fields>> = {
  measure: measureStep,
  mark: [
    ['by', 'mark'],
    ['mark', ''],
  ],
  text: [
    ['by', 'text'],
    ['asTarget', ''],
    ['otherwise', ''],
  ],
  axes: [
    ['by', 'axes'],
    ['table.0.give', ''],
    ['otherwise', ''],
  ],
  grade: [
    ['by', 'grade'],
    ['give', ''],
  ],
};

const rows: Readonly<Record<string, (key: string, kind: string) => Fields>> = {
  measures: (key) => [
    ['key', key],
    ['name', ''],
    ['formula', 'progress'],
    ['target', 'final'],
    ['falling', 'inverse'],
    ['from', 'baseline'],
    ['orientation', 'desired'],
    ['required', 'linear-plan-start'],
    ['against', 'target'],
  ],
  of: () => [
    ['measure', ''],
    ['weight', '1'],
  ],
  publishedMeasures: () => [
    ['measure', ''],
    ['name', ''],
    ['as', 'percent'],
    ['decimals', '1'],
    ['rounding', 'half-away'],
  ],
  marks: (key) => [
    ['key', key],
    ['name', ''],
    ['choices.0.key', 'choice-1'],
    ['choices.0.label', ''],
  ],
  tolerances: (key) => [
    ['key', key],
    ['rows.0.value', ''],
  ],
  rows: () => [['value', '']],
  axes: (key) => [
    ['axisKey', key],
    ['name', ''],
    ...under('grades.0', grade(`${key}-a`)),
    ...under('grades.1', grade(`${key}-b`)),
    ...under('cases.0.steps.0', measureStep),
  ],
  grades: grade,
  cases: () => under('steps.0', measureStep),
  steps: (_, kind) => steps[kind] ?? measureStep,
  bands: () => band,
  without: () => [
    ['reason', ''],
    ['give', 'next'],
  ],
  texts: () => [
    ['text', ''],
    ['give', ''],
  ],
  table: () => [['give', '']],
  scores: (key) => [
    ['key', key],
    ['name', ''],
    ['of', 'points'],
    ['weights', 'equal'],
    ['decimals', '1'],
    ['rounding', 'half-away'],
  ],
  alsoCount: (key) => [
    ['key', key],
    ['name', ''],
  ],
};

/** Fields of a new row of the list it stands in, with a key of its own where such rows have one. */
export const freshRow = (row: string, kind: string, entries: Entries): Entries => {
  const names = row.split('.');
  const [list = '', at = '0'] = names.slice(-2);
  if (list === 'choices')
    return under(row, [
      ['key', freshKey('choice', entries, Number(at))],
      ['label', ''],
    ]);
  if (list === 'axes' && names[0] === 'rollUp')
    return under(row, [
      ['axisKey', ''],
      ['weight', '1'],
    ]);
  const make = rows[list];
  if (make === undefined) return [];
  const stem = stems[list];
  const key = stem === undefined ? '' : freshKey(stem, entries, Number(at));
  return under(row, make(key, kind));
};
