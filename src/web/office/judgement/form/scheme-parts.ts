import type { Entries } from '../../forms/entries.ts';
import { fieldPlace } from './field-place.ts';

/** What two people writing at once are asked about as one. */
export const schemeParts = {
  basics: '名前と期間、使う値',
  measures: '数え方',
  people: '公表する数、人の印、許容の幅',
  axes: '軸と段階',
  rollUp: '集計',
} as const;
export type SchemePart = keyof typeof schemeParts;

const byFirst: Readonly<Record<string, SchemePart>> = {
  measures: 'measures',
  publishedMeasures: 'people',
  marks: 'people',
  tolerances: 'people',
  onPath: 'people',
  axes: 'axes',
  rollUp: 'rollUp',
};

/** Of the fields of a scheme only; what else the form carries has no part. */
const basics: ReadonlySet<string> = new Set([
  'name',
  'versionName',
  'validFrom',
  'validTo',
  'planStart',
  'readings',
  'source',
  'actual',
  'overall',
]);

export const partOfField = (name: string): SchemePart | null => {
  const first = name.split('.')[0] ?? '';
  return byFirst[first] ?? (basics.has(first) ? 'basics' : null);
};

/** The fields of the scheme among those of the form. */
export const schemeFields = (entries: Entries): Entries =>
  entries.filter(([name]) => partOfField(name) !== null);

/** Each part as a person reads it, for telling two versions apart. */
export const partTexts = (entries: Entries): Readonly<Record<SchemePart, string>> => {
  const lines: Record<SchemePart, string[]> = { basics: [], measures: [], people: [], axes: [], rollUp: [] };
  // In the order of the names, whichever order a form sent them in.
  for (const [name, value] of entries.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const part = partOfField(name);
    if (part !== null && value.trim() !== '') lines[part].push(`${fieldPlace(name)}: ${value}`);
  }
  return {
    basics: lines.basics.join('\n'),
    measures: lines.measures.join('\n'),
    people: lines.people.join('\n'),
    axes: lines.axes.join('\n'),
    rollUp: lines.rollUp.join('\n'),
  };
};

/** The form with some parts as they are stored. */
export const withParts = (form: Entries, stored: Entries, parts: readonly SchemePart[]): Entries => {
  const taken = (name: string): boolean => {
    const part = partOfField(name);
    return part !== null && parts.includes(part);
  };
  return [...form.filter(([name]) => !taken(name)), ...stored.filter(([name]) => taken(name))];
};
