import type { Entries } from '../forms/entries.ts';

/** A form's fields by the parts two people writing at once are asked about. */
export interface SchemeParts<Part extends string> {
  readonly keys: readonly Part[];
  /** The fields of the scheme among those of the form. */
  readonly fields: (entries: Entries) => Entries;
  /** Each part as a person reads it, for telling two versions apart. */
  readonly texts: (entries: Entries) => Readonly<Record<Part, string>>;
  /** The form with some parts as they are stored. */
  readonly with: (form: Entries, stored: Entries, parts: readonly Part[]) => Entries;
}

/**
 * `names`: every part with its name. `partOf`: null for what else the form carries. `placeOf`: a field in words.
 */
export const partsOfForm = <Part extends string>(
  names: Readonly<Record<Part, string>>,
  partOf: (field: string) => Part | null,
  placeOf: (field: string) => string,
): SchemeParts<Part> => {
  const keys = Object.keys(names).filter((key): key is Part => key in names);
  return {
    keys,
    fields: (entries) => entries.filter(([name]) => partOf(name) !== null),
    texts: (entries) => {
      // In the order of the names, whichever order a form sent them in.
      const ordered = entries.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
      const textOf = (part: Part): string =>
        ordered
          .filter(([name, value]) => value.trim() !== '' && partOf(name) === part)
          .map(([name, value]) => `${placeOf(name)}: ${value}`)
          .join('\n');
      return Object.fromEntries(keys.map((part) => [part, textOf(part)])) as Record<Part, string>;
    },
    with: (form, stored, parts) => {
      const taken = (name: string): boolean => {
        const part = partOf(name);
        return part !== null && parts.includes(part);
      };
      return [...form.filter(([name]) => !taken(name)), ...stored.filter(([name]) => taken(name))];
    },
  };
};
