import type { Attributes } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import { type Entries, entriesOfAll } from '../../forms/entries.ts';
import { allOf, type Branch, textOf } from './branch.ts';
import { wordsOf } from './field-reader.ts';

const several = ['direction', 'kind', 'timeBehaviour', 'targetIs'] as const;
const words = ['unit', 'frequency', 'tag'] as const;

export const attributeEntries = (prefix: string, wanted: Attributes | null): Entries => [
  ...several.flatMap((name) => entriesOfAll(`${prefix}.${name}`, wanted?.[name] ?? [])),
  ...words.map((name) => [`${prefix}.${name}`, (wanted?.[name] ?? []).join('、')] as const),
  [`${prefix}.subjective`, wanted?.subjective === undefined ? '' : wanted.subjective ? 'yes' : 'no'],
];

/** null: every indicator. */
export const readAttributes = (branch: Branch): Record<string, unknown> | null => {
  const subjective = textOf(branch, 'subjective');
  const wanted: Record<string, unknown> = {
    ...Object.fromEntries(several.map((name) => [name, allOf(branch, name)])),
    ...Object.fromEntries(words.map((name) => [name, wordsOf(textOf(branch, name))])),
  };
  for (const [name, value] of Object.entries(wanted))
    if (Array.isArray(value) && value.length === 0) delete wanted[name];
  if (subjective !== '') wanted.subjective = subjective === 'yes';
  return Object.keys(wanted).length === 0 ? null : wanted;
};
