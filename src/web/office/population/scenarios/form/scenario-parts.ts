import { leverKinds } from '../../../../../domain/population/scenario.ts';
import type { Entries } from '../../../forms/entries.ts';
import { leverNames } from '../scenario-words.data.ts';
import { fieldPlace } from './field-place.ts';

/** What two people writing at once are asked about as one: each lever by itself. */
const leverParts = Object.fromEntries(leverKinds.map((kind) => [`lever-${kind}`, leverNames[kind]]));

export const scenarioParts: Readonly<Record<string, string>> = {
  basics: '名前と説明',
  baseline: '基準となる推計といまの合計特殊出生率',
  ...leverParts,
  estates: '一度だけの転入',
  aim: '目標人口',
  method: '計算のしかた',
};

const byFirst: Readonly<Record<string, string>> = {
  name: 'basics',
  description: 'basics',
  baseline: 'baseline',
  untilYear: 'baseline',
  birthRateNow: 'baseline',
  estates: 'estates',
  aim: 'aim',
  interpolation: 'method',
  errors: 'method',
};

/** Of the fields of a scenario only; what else the form carries has no part. */
export const partOfField = (name: string): string | null => {
  const [first = '', second = ''] = name.split('.');
  if (first === 'lever') return Object.hasOwn(scenarioParts, `lever-${second}`) ? `lever-${second}` : null;
  return Object.hasOwn(byFirst, first) ? (byFirst[first] ?? null) : null;
};

const isPulled = (entries: Entries, shape: string): boolean =>
  entries.some(([name, value]) => name === shape.replace(/shape$/u, 'value') && value.trim() !== '');

/** What stands in a field as it is told to a person: the label of a choice. */
export type Shown = (name: string, value: string) => string;
const asTyped: Shown = (_, value) => value;

/** Each part as a person reads it, for telling two versions apart. */
export const partTexts = (entries: Entries, shown: Shown = asTyped): Readonly<Record<string, string>> => {
  const lines = new Map<string, string[]>(Object.keys(scenarioParts).map((part) => [part, []]));
  // In the order of the names, whichever order a form sent them in.
  for (const [name, value] of entries.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const part = partOfField(name);
    // How a lever nobody pulls would come near is nothing anybody said.
    const isSaid = !name.endsWith('.shape') || isPulled(entries, name);
    if (part !== null && value.trim() !== '' && isSaid)
      lines.get(part)?.push(`${fieldPlace(name)}: ${shown(name, value)}`);
  }
  return Object.fromEntries([...lines].map(([part, texts]) => [part, texts.join('\n')]));
};

/** The form with some parts as they are stored. */
export const withParts = (form: Entries, stored: Entries, parts: readonly string[]): Entries => {
  const taken = (name: string): boolean => {
    const part = partOfField(name);
    return part !== null && parts.includes(part);
  };
  return [...form.filter(([name]) => !taken(name)), ...stored.filter(([name]) => taken(name))];
};
