import type { Form } from '../../middleware/form.ts';

export type Entries = readonly (readonly [name: string, value: string])[];

/** What is stored, what was kept and what was just posted are all shown through the same reading of a form. */
export const formFromEntries = (entries: Entries): Form => {
  const byName = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  const all = (name: string): readonly string[] => byName.get(name) ?? [];
  return { entries, all, text: (name) => all(name)[0] ?? '', file: () => null };
};

/** A field with several answers. */
export const entriesOfAll = (name: string, values: readonly string[]): Entries =>
  values.map((value) => [name, value] as const);
