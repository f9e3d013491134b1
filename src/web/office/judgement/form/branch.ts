import type { Entries } from '../../forms/entries.ts';

/** Fields of a form whose names are places in a scheme (`axes.0.grades.2.label`), as the tree they name. */
export interface Branch {
  readonly values: readonly string[];
  readonly parts: ReadonlyMap<string, Branch>;
}

interface Growing {
  readonly values: string[];
  readonly parts: Map<string, Growing>;
}

const nothing: Branch = { values: [], parts: new Map() };
const growing = (): Growing => ({ values: [], parts: new Map() });

export const branchOf = (entries: Entries): Branch => {
  const root = growing();
  for (const [name, value] of entries) {
    let at = root;
    for (const part of name.split('.')) {
      const next = at.parts.get(part) ?? growing();
      at.parts.set(part, next);
      at = next;
    }
    at.values.push(value);
  }
  return root;
};

export const partOf = (branch: Branch, ...names: readonly string[]): Branch =>
  names.reduce<Branch>((at, name) => at.parts.get(name) ?? nothing, branch);

/** '' where the field is missing. */
export const textOf = (branch: Branch, name: string): string => partOf(branch, name).values[0] ?? '';

export const allOf = (branch: Branch, name: string): readonly string[] => partOf(branch, name).values;

/** Rows of a list, in the order of their numbers. */
export const rowsOf = (branch: Branch, name: string): readonly Branch[] =>
  [...partOf(branch, name).parts]
    .filter(([number]) => /^\d{1,4}$/u.test(number))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, row]) => row);
