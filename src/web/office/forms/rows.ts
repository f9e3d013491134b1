import type { Form } from '../../middleware/form.ts';
import type { Entries } from './entries.ts';

export type RowOf<Field extends string> = Readonly<Record<Field, string>>;

/** Rows of a repeated part of a form: fields named `voices.0.body`, `voices.0.origin`, `voices.1.body` … */
export const rowsOf = <Field extends string>(
  form: Form,
  part: string,
  fields: readonly Field[],
): readonly RowOf<Field>[] => {
  const rows = new Map<number, Map<Field, string>>();
  for (const [name, value] of form.entries) {
    const [first, index, field, more] = name.split('.');
    if (first !== part || more !== undefined || !/^\d{1,4}$/u.test(index ?? '')) continue;
    const known = fields.find((candidate) => candidate === field);
    if (known === undefined) continue;
    const row = rows.get(Number(index)) ?? new Map<Field, string>();
    if (!row.has(known)) row.set(known, value);
    rows.set(Number(index), row);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([, row]) => Object.fromEntries(fields.map((field) => [field, row.get(field) ?? ''])) as RowOf<Field>,
    );
};

/** A row nothing was typed into. Fields that always have a value (a choice) are named in `ignoring`. */
export const isBlankRow = <Field extends string>(
  row: RowOf<Field>,
  ignoring: readonly Field[] = [],
): boolean =>
  (Object.entries(row) as [Field, string][]).every(
    ([field, value]) => ignoring.includes(field) || value.trim() === '',
  );

export const entriesOfRows = (part: string, rows: readonly Readonly<Record<string, string>>[]): Entries =>
  rows.flatMap((row, index) =>
    Object.entries(row).map(([field, value]) => [`${part}.${index}.${field}`, value] as const),
  );
