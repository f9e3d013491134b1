import type { Entries } from '../../../forms/entries.ts';
import { fieldPlace } from './field-place.ts';

/** What two people writing at once are asked about as one. */
export const schemeParts = {
  basics: '名前と対象',
  types: '事業の種類',
  stages: '段階',
  criteria: '評価項目',
  texts: '記入欄',
  grades: '総合評価',
  directions: '方向性と優先度',
  more: '評価しない事業と判断の表',
} as const;
export type SchemePart = keyof typeof schemeParts;

const byFirst: Readonly<Record<string, SchemePart>> = {
  name: 'basics',
  target: 'basics',
  timing: 'basics',
  notes: 'basics',
  source: 'basics',
  measures: 'basics',
  types: 'types',
  stages: 'stages',
  criteria: 'criteria',
  texts: 'texts',
  grades: 'grades',
  gradeRule: 'grades',
  directions: 'directions',
  priorities: 'directions',
  exemptions: 'more',
  matrices: 'more',
};

/** null: what else the form carries, the trial answers of its preview among it. */
export const partOfField = (name: string): SchemePart | null => byFirst[name.split('.')[0] ?? ''] ?? null;

export const schemeFields = (entries: Entries): Entries =>
  entries.filter(([name]) => partOfField(name) !== null);

/** Each part as a person reads it, for telling two versions apart. */
export const partTexts = (entries: Entries): Readonly<Record<SchemePart, string>> => {
  const lines: Record<SchemePart, string[]> = {
    basics: [],
    types: [],
    stages: [],
    criteria: [],
    texts: [],
    grades: [],
    directions: [],
    more: [],
  };
  for (const [name, value] of entries.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const part = partOfField(name);
    if (part !== null && value.trim() !== '') lines[part].push(`${fieldPlace(name)}: ${value}`);
  }
  return Object.fromEntries(Object.entries(lines).map(([part, texts]) => [part, texts.join('\n')])) as Record<
    SchemePart,
    string
  >;
};

/** The form with some parts as they are stored. */
export const withParts = (form: Entries, stored: Entries, parts: readonly SchemePart[]): Entries => {
  const taken = (name: string): boolean => {
    const part = partOfField(name);
    return part !== null && parts.includes(part);
  };
  return [...form.filter(([name]) => !taken(name)), ...stored.filter(([name]) => taken(name))];
};
