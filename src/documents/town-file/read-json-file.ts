import type { z } from 'zod';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { problemsOfIssue } from '../../domain/kernel/schema-problem.ts';
import { type JsonPath, lineAndColumn, mapJson, pathKey } from './locate-json.ts';

/** 10 MB: a town of thousands of items has less than a third of it. */
export const largestJsonFile = 10_000_000;

/** Further problems of one file help nobody; the first ones are corrected first. */
const mostProblems = 200;

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

/** What a file says, and how to show where in it a problem stands. */
export interface ReadJson<T> {
  readonly value: T;
  /** The problem with the file's name before its path, and the line and column of the place. */
  readonly placed: (problem: Problem) => Problem;
}

/** What is named in a problem beside the file: its JSON Schema. */
interface Naming {
  readonly schemaName?: string;
}

const decode = (file: string, bytes: Uint8Array): Result<string, readonly Problem[]> => {
  if (bytes.length > largestJsonFile)
    return refuse([errorAt('file-too-large', [file], { limit: largestJsonFile, size: bytes.length })]);
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse([errorAt('file-not-utf8', [file], { byte: firstInvalidByte(bytes) + 1 })]);
  }
};

/**
 * Bytes of a JSON file → what it says by `schema`, or every error with file name, JSON path, line and column.
 * `file` is the name the person knows it by.
 */
export const readJsonFile = <T>(
  file: string,
  bytes: Uint8Array,
  schema: z.ZodType<T>,
  { schemaName }: Naming = {},
): Result<ReadJson<T>, readonly Problem[]> => {
  const decoded = decode(file, bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const map = mapJson(text);
  if (!map.ok) return refuse([errorAt(`json-${map.reason}`, [file], { ...lineAndColumn(text, map.offset) })]);
  if (map.duplicates.length > 0)
    return refuse(
      map.duplicates
        .slice(0, mostProblems)
        .map(({ path, offset }) =>
          errorAt('json-name-twice', [file, ...path], { ...lineAndColumn(text, offset) }),
        ),
    );
  // A field that is missing has no place of its own: the object it is missing from.
  const offsetOf = (path: JsonPath): number | undefined =>
    map.offsets.get(pathKey(path)) ?? (path.length === 0 ? undefined : offsetOf(path.slice(0, -1)));
  const placed = (problem: Problem): Problem => {
    const offset = offsetOf(problem.path);
    return {
      ...problem,
      path: [file, ...problem.path],
      params: {
        ...problem.params,
        ...(schemaName === undefined ? {} : { schemaName }),
        ...(offset === undefined ? {} : lineAndColumn(text, offset)),
      },
    };
  };
  const data: unknown = JSON.parse(text);
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok({ value: parsed.data, placed });
  return refuse(
    parsed.error.issues.slice(0, mostProblems).flatMap((issue) => problemsOfIssue(issue, data).map(placed)),
  );
};
