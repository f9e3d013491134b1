import type { Context } from 'hono';

/** One posted form: text as it was typed (line breaks as \n), and files. */
export interface Form {
  /** '' when the field is missing. Surrounding spaces are kept; a schema decides about them. */
  readonly text: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly file: (name: string) => File | null;
  /** Text fields in the order of the form. */
  readonly entries: readonly (readonly [name: string, value: string])[];
}

/** A text nobody writes into one field: about 200 pages. */
export const longestField = 100_000;

export type FieldProblem = {
  readonly code: 'form.too-long' | 'form.encoding' | 'form.control-character';
  readonly field: string;
};

/** Tabs and line breaks are typed; other control characters come from broken files or attacks. */
const hasControlCharacter = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 ? unit !== 0x09 && unit !== 0x0a && unit !== 0x0d : unit >= 0x7f && unit <= 0x9f)
      return true;
  }
  return false;
};

const problemOf = (field: string, value: string, limit: number): FieldProblem | null => {
  if (value.length > limit) return { code: 'form.too-long', field };
  // Bytes that are not UTF-8 have become U+FFFD on the way here; nobody means to type that. JSON can hold half a pair.
  if (value.includes('\ufffd') || !value.isWellFormed()) return { code: 'form.encoding', field };
  return hasControlCharacter(value) ? { code: 'form.control-character', field } : null;
};

/** `limits`: fields that may be longer or shorter than `longestField`. */
export const fieldProblems = (
  form: Pick<Form, 'entries'>,
  limits: Readonly<Record<string, number>> = {},
): readonly FieldProblem[] =>
  form.entries.flatMap(([name, value]) => {
    const found = problemOf(name, value, limits[name] ?? longestField) ?? problemOf(name, name, 200);
    return found === null ? [] : [found];
  });

/** Null: the body cannot be read as a form. */
export const readForm = async (c: Context): Promise<Form | null> => {
  let data: FormData;
  try {
    data = await c.req.formData();
  } catch {
    return null;
  }
  const entries: [string, string][] = [];
  const files = new Map<string, File>();
  for (const [name, value] of data) {
    if (typeof value === 'string') entries.push([name, value.replaceAll('\r\n', '\n')]);
    // A file field left empty is sent as a nameless empty file.
    else if (value.size > 0 || value.name !== '') files.set(name, value);
  }
  const all = (name: string) => entries.filter(([key]) => key === name).map(([, value]) => value);
  return { entries, all, text: (name) => all(name)[0] ?? '', file: (name) => files.get(name) ?? null };
};
