import { errorAt, type Problem } from '../kernel/problem.ts';

type Path = Problem['path'];
type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; null for anything else. */
export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** What a number must keep to. */
export interface NumberRule {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
}

/** Reads an unknown value field by field and gathers what is wrong; what it gives back counts only without problems. */
export class FieldReader {
  readonly problems: Problem[] = [];

  /** Object at a place; fields it does not know are refused. */
  object(value: unknown, path: Path, known: readonly string[]): Fields {
    const fields = fieldsOf(value);
    if (fields === null) {
      this.problems.push(
        errorAt(value === undefined ? 'field-missing' : 'field-type', path, { expected: 'object' }),
      );
      return {};
    }
    for (const field of Object.keys(fields))
      if (!known.includes(field)) this.problems.push(errorAt('field-unknown', [...path, field], { field }));
    return fields;
  }

  list(value: unknown, path: Path, most: number): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.problems.push(
        errorAt(value === undefined ? 'field-missing' : 'field-type', path, { expected: 'array' }),
      );
      return [];
    }
    if (value.length > most) this.problems.push(errorAt('field-too-large', path, { limit: most }));
    return value.slice(0, most);
  }

  number(value: unknown, path: Path, { least, most, isWhole = false }: NumberRule): number {
    if (typeof value !== 'number' || !Number.isFinite(value) || (isWhole && !Number.isInteger(value))) {
      const expected = isWhole ? 'int' : 'number';
      this.problems.push(errorAt(value === undefined ? 'field-missing' : 'field-type', path, { expected }));
      return least;
    }
    if (value < least || value > most)
      this.problems.push(errorAt('population-number-outside', path, { least, most }));
    return value;
  }

  text(value: unknown, path: Path, limit: number): string {
    if (typeof value !== 'string') {
      this.problems.push(
        errorAt(value === undefined ? 'field-missing' : 'field-type', path, { expected: 'string' }),
      );
      return '';
    }
    if (value.length > limit)
      this.problems.push(errorAt('text-too-long', path, { limit, length: value.length }));
    return value;
  }

  choice<const T extends string>(value: unknown, path: Path, choices: readonly [T, ...T[]]): T {
    const found = choices.find((choice) => choice === value);
    if (found === undefined)
      this.problems.push(
        value === undefined
          ? errorAt('field-missing', path)
          : errorAt('choice-unknown', path, { choices: [...choices] }),
      );
    return found ?? choices[0];
  }
}
