export type JsonPath = readonly (string | number)[];

/** Where the scanner stopped; offsets count UTF-16 units from 0. */
export type JsonMap =
  | {
      readonly ok: true;
      /** Start of the value at a path, by `pathKey`. */
      readonly offsets: ReadonlyMap<string, number>;
      /** Names given twice in one object: JSON.parse would silently keep the last. */
      readonly duplicates: readonly { readonly path: JsonPath; readonly offset: number }[];
    }
  | { readonly ok: false; readonly offset: number; readonly reason: JsonFault };

export type JsonFault =
  | 'unexpected'
  | 'unfinished'
  | 'string'
  | 'control-character'
  | 'trailing-comma'
  | 'too-deep'
  | 'too-many-values';

export const pathKey = (path: JsonPath): string => JSON.stringify(path);

const deepest = 100;
/** A town of thousands of items has less than a third; ten megabytes of brackets would keep everybody waiting. */
const mostValues = 400_000;
const whitespace = /[\t\n\r ]*/y;
// Known escapes only (RFC 8259).
const escapeToken = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** No database holds NUL or half a pair, and nobody means to write the others. */
const isText = (text: string): boolean => text.isWellFormed() && !/(?![\t\n\r])\p{Cc}/u.test(text);
const scalarToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Fault extends Error {
  readonly offset: number;
  readonly reason: JsonFault;
  constructor(offset: number, reason: JsonFault) {
    super(reason);
    this.offset = offset;
    this.reason = reason;
  }
}

/**
 * Walks JSON text and notes where every value stands. JSON.parse says neither where a value was nor, for short
 * texts, where it gave up; people correct a file by line and column.
 */
export const mapJson = (text: string): JsonMap => {
  const offsets = new Map<string, number>();
  const duplicates: { path: JsonPath; offset: number }[] = [];
  let at = 0;

  const skip = (): void => {
    whitespace.lastIndex = at;
    whitespace.test(text);
    at = whitespace.lastIndex;
  };
  const fail = (reason: JsonFault = at >= text.length ? 'unfinished' : 'unexpected'): never => {
    throw new Fault(at, reason);
  };
  const expect = (character: string): void => {
    skip();
    if (text[at] !== character) fail();
    at += 1;
  };
  const token = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return null;
    at += found[0].length;
    return found[0];
  };

  /** By steps rather than one expression: that would run out of stack on a text of megabytes. */
  const string = (): string => {
    if (text[at] !== '"') return fail();
    let end = at + 1;
    for (let unit = text.charCodeAt(end); unit !== 0x22; unit = text.charCodeAt(end)) {
      if (end >= text.length || unit < 0x20) return fail('string');
      if (unit === 0x5c) {
        escapeToken.lastIndex = end;
        if (!escapeToken.test(text)) return fail('string');
        end = escapeToken.lastIndex;
      } else end += 1;
    }
    const said = JSON.parse(text.slice(at, end + 1)) as string;
    if (!isText(said)) return fail('control-character');
    at = end + 1;
    return said;
  };

  const members = (close: '}' | ']', member: (index: number) => void): void => {
    at += 1;
    skip();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      member(index);
      skip();
      if (text[at] === close) break;
      expect(',');
      skip();
      if (text[at] === close) fail('trailing-comma');
    }
    at += 1;
  };

  const value = (path: JsonPath): void => {
    skip();
    if (path.length > deepest) fail('too-deep');
    if (offsets.size >= mostValues) fail('too-many-values');
    offsets.set(pathKey(path), at);
    const first = text[at];
    if (first === '{') {
      const names = new Set<string>();
      members('}', () => {
        skip();
        const start = at;
        const member = string();
        if (names.has(member)) duplicates.push({ path: [...path, member], offset: start });
        names.add(member);
        expect(':');
        value([...path, member]);
      });
    } else if (first === '[') {
      members(']', (index) => value([...path, index]));
    } else if (first === '"') string();
    else if (token(scalarToken) === null) fail();
  };

  try {
    value([]);
    skip();
    if (at < text.length) fail('unexpected');
    return { ok: true, offsets, duplicates };
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, offset: fault.offset, reason: fault.reason };
    throw fault;
  }
};

/** Line and column as an editor counts them, from 1. */
export const lineAndColumn = (
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
};
