import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type ReadJson, readJsonFile } from '../documents/town-file/read-json-file.ts';
import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { type Result, refuse } from '../domain/kernel/result.ts';
import { type CliIo, type ExitCode, UsageError } from './command.ts';
import { printProblems } from './print-problems.ts';

type Read<T> = Result<T, readonly Problem[]>;

const readInput = <T>(file: string, schema: z.ZodType<T>, schemaName: string): Read<ReadJson<T>> => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse([errorAt('file-unreadable', [file], { cause: String(error.code) })]);
  }
  return readJsonFile(file, bytes, schema, { schemaName });
};

/** What a population command answers with, and what it noticed on the way. */
export interface Answer {
  readonly output: object;
  readonly warnings: readonly Problem[];
}

/**
 * One population command: read, decide, print. `answer` gets the file as its schema reads it; its problems stand at
 * places in the file. Prints JSON and nothing else to the output, or every problem to the errors.
 */
export const answerFile = <T>(
  io: CliIo,
  input: string | undefined,
  schema: z.ZodType<T>,
  schemaName: string,
  answer: (file: T) => Read<Answer>,
): ExitCode => {
  if (input === undefined) throw new UsageError('--input で入力のファイルを指定してください。');
  const read = readInput(input, schema, schemaName);
  const answered = read.ok ? answer(read.value.value) : read;
  const placed = read.ok ? read.value.placed : (problem: Problem) => problem;
  if (!answered.ok) {
    printProblems(answered.error.map(placed), io.err);
    io.err('計算しませんでした。');
    return 1;
  }
  printProblems(answered.value.warnings.map(placed), io.err);
  io.out(JSON.stringify(answered.value.output));
  return 0;
};
