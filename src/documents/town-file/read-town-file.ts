import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { largestJsonFile, readJsonFile } from './read-json-file.ts';
import { type TownFile, townFile } from './schema.ts';

export const largestTownFile = largestJsonFile;

/**
 * Bytes of a 団体データファイル → what it says, or every error with file name, JSON path, line and column.
 * `file` is the name the person knows it by.
 */
export const readTownFile = (file: string, bytes: Uint8Array): Result<TownFile, readonly Problem[]> => {
  const read = readJsonFile(file, bytes, townFile);
  return read.ok ? ok(read.value.value) : read;
};
