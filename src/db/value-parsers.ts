import type { Cell, Parameter } from './connection.ts';

const toBoolean = (text: string): boolean => text === 't' || text === 'true';

/** PostgreSQL type OIDs whose text becomes a JavaScript value; everything else stays text, on both engines. */
const valueParsers: ReadonlyMap<number, (text: string) => Cell> = new Map<number, (text: string) => Cell>([
  [16, toBoolean], // bool
  [21, Number], // int2
  [23, Number], // int4
  [700, Number], // float4
  [701, Number], // float8
]);

const keepAsText = (text: string): string => text;

export const parserOf = (oid: number): ((text: string) => Cell) => valueParsers.get(oid) ?? keepAsText;

const arrayElement = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return arrayText(value);
  return `"${String(toParameter(value)).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
};
const arrayText = (values: readonly unknown[]): string => `{${values.map(arrayElement).join(',')}}`;

/**
 * A value as the text PostgreSQL reads, the same for both engines; the server infers the type from the statement.
 * Arrays become array literals, other objects JSON.
 */
export const toParameter = (value: unknown): Parameter => {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value instanceof Date) return value.toISOString();
      if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
      return Array.isArray(value) ? arrayText(value) : JSON.stringify(value);
    default:
      throw new Error(`toParameter cannot write a ${typeof value}`);
  }
};
