import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenTown } from '../app/import-town.ts';
import { mergeTownFiles } from '../documents/town-file/merge-town-files.ts';
import { readTownFile } from '../documents/town-file/read-town-file.ts';
import type { TownFile } from '../documents/town-file/schema.ts';
import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import { settingsFrom } from '../domain/kernel/settings.ts';

/** 事務事業のファイル have their own command. */
const isProgrammeFile = (name: string): boolean => /(^|[\\/])programmes\.json$/u.test(name);

const isTownFile = (name: string): boolean =>
  name.endsWith('.json') && !name.endsWith('.schema.json') && !isProgrammeFile(name);

/** A file stands for itself, a folder for the data files in it and below, by name. */
const filesOf = (path: string): Result<readonly string[], Problem> => {
  try {
    if (!statSync(path).isDirectory()) return ok([path]);
    const found = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(isTownFile).sort();
    return found.length === 0
      ? refuse(errorAt('folder-empty', [path]))
      : ok(found.map((name) => join(path, name)));
  } catch (error) {
    return refuse(errorAt('file-unreadable', [path], { cause: causeOf(error) }));
  }
};

const causeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

const readFile = (file: string): Result<TownFile, readonly Problem[]> => {
  try {
    return readTownFile(file, readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse([errorAt('file-unreadable', [file], { cause: causeOf(error) })]);
  }
};

/** Files and folders that together describe one town. Everything wrong with any of them is said at once. */
export const readTownFiles = (paths: readonly string[]): Result<TownFile, readonly Problem[]> => {
  const problems: Problem[] = [];
  const contents: { file: string; content: TownFile }[] = [];
  for (const path of paths) {
    const files = filesOf(path);
    if (!files.ok) problems.push(files.error);
    for (const file of files.ok ? files.value : []) {
      const read = readFile(file);
      if (read.ok) contents.push({ file, content: read.value });
      else problems.push(...read.error);
    }
  }
  return problems.length > 0 ? refuse(problems) : mergeTownFiles(contents);
};

/** The file as the commands of `app` take it. */
export const givenTown = ({
  municipality,
  units,
  successions,
  areas,
  indicators,
  judgementSchemes,
  judgementYears,
  plans,
}: TownFile): GivenTown => ({
  municipality:
    municipality === undefined ? null : { ...municipality, settings: settingsFrom(municipality.settings) },
  units,
  successions,
  areas,
  indicators,
  judgementSchemes,
  judgementYears,
  plans,
});
