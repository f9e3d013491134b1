import type { z } from 'zod';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { type JsonPath, lineAndColumn, mapJson, pathKey } from './locate-json.ts';
import { type TownFile, townFile } from './schema.ts';

/** 10 MB: a town of thousands of items has less than a third of it. */
export const largestTownFile = 10_000_000;

/** Further problems of one file help nobody; the first ones are corrected first. */
const mostProblems = 200;

type Place = Pick<Problem, 'path'> & { readonly line?: number; readonly column?: number };

const problem = (code: string, place: Place, params: Problem['params'] = {}): Problem => ({
  code,
  path: place.path,
  severity: 'error',
  params: {
    ...params,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
  },
});

/** First byte that is no UTF-8, from 0. */
const firstInvalidByte = (bytes: Uint8Array): number => {
  const reads = (length: number): boolean => {
    try {
      // As a stream, so that a character cut off at the end is not counted as wrong.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (reads(middle)) good = middle;
    else bad = middle;
  }
  return good;
};

const valueAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'severity' in value;

/** One issue of the schema, in the words of this software. */
const problemsOf = (
  issue: z.core.$ZodIssue,
  data: unknown,
  locate: (path: JsonPath) => Place,
): readonly Problem[] => {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const place = locate(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => problem('field-unknown', locate([...path, field]), { field }));
    case 'invalid_type':
      return [
        valueAt(data, path) === undefined
          ? problem('field-missing', place)
          : problem('field-type', place, { expected: issue.expected }),
      ];
    case 'invalid_value':
      return [
        valueAt(data, path) === undefined
          ? problem('field-missing', place)
          : problem('choice-unknown', place, { choices: issue.values.map(String) }),
      ];
    case 'invalid_union':
      return [
        valueAt(data, path) === undefined ? problem('field-missing', place) : problem('field-form', place),
      ];
    case 'invalid_format':
      return [
        problem('field-form', place, { form: 'pattern' in issue ? String(issue.pattern) : issue.format }),
      ];
    case 'too_big':
      return [problem('field-too-large', place, { limit: Number(issue.maximum) })];
    case 'too_small':
      return [problem('field-too-small', place, { limit: Number(issue.minimum) })];
    case 'custom': {
      const inner: unknown = issue.params?.problem;
      return [isProblem(inner) ? problem(inner.code, place, inner.params) : problem('field-form', place)];
    }
    default:
      return [problem('field-form', place)];
  }
};

const read = (file: string, text: string): Result<TownFile, readonly Problem[]> => {
  const at = (offset: number): Omit<Place, 'path'> => lineAndColumn(text, offset);
  const map = mapJson(text);
  if (!map.ok) {
    return refuse([problem(`json-${map.reason}`, { path: [file], ...at(map.offset) })]);
  }
  const locate = (path: JsonPath): Place => {
    // A field that is missing has no place of its own: the object it is missing from.
    const offset = map.offsets.get(pathKey(path)) ?? map.offsets.get(pathKey(path.slice(0, -1)));
    return { path: [file, ...path], ...(offset === undefined ? {} : at(offset)) };
  };
  if (map.duplicates.length > 0) {
    return refuse(
      map.duplicates
        .slice(0, mostProblems)
        .map(({ path, offset }) => problem('json-name-twice', { path: [file, ...path], ...at(offset) })),
    );
  }
  const data: unknown = JSON.parse(text);
  const parsed = townFile.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  return refuse(
    parsed.error.issues.slice(0, mostProblems).flatMap((issue) => problemsOf(issue, data, locate)),
  );
};

/**
 * Bytes of a 団体データファイル → what it says, or every error with file name, JSON path, line and column.
 * `file` is the name the person knows it by.
 */
export const readTownFile = (file: string, bytes: Uint8Array): Result<TownFile, readonly Problem[]> => {
  if (bytes.length > largestTownFile) {
    return refuse([
      problem('file-too-large', { path: [file] }, { limit: largestTownFile, size: bytes.length }),
    ]);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse([problem('file-not-utf8', { path: [file] }, { byte: firstInvalidByte(bytes) + 1 })]);
  }
  return read(file, text);
};
