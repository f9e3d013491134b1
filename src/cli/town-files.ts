import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenTown } from '../app/town/import-town.ts';
import { isTownFile } from '../documents/town-file/is-town-file.ts';
import { mergeTownFiles } from '../documents/town-file/merge-town-files.ts';
import { readTownFile } from '../documents/town-file/read-town-file.ts';
import type { TownFile } from '../documents/town-file/schema.ts';
import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import { settingsFrom } from '../domain/kernel/settings.ts';

/** Folders nobody keeps data files in: what tools write for themselves. */
const isHidden = (name: string): boolean => /(^|[\\/])(\.[^\\/]+|node_modules)([\\/]|$)/u.test(name);

const isCandidate = (name: string): boolean =>
  name.endsWith('.json') && !name.endsWith('.schema.json') && !isHidden(name);

interface FoundFiles {
  readonly files: readonly string[];
  /** .json of another kind, below a folder. */
  readonly skipped: readonly string[];
}

/** A file stands for itself, a folder for the town files in it and below, by name. */
const filesOf = (path: string): Result<FoundFiles, Problem> => {
  try {
    if (!statSync(path).isDirectory()) return ok({ files: [path], skipped: [] });
    const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter(isCandidate)
      .sort()
      .map((name) => join(path, name))
      .filter((file) => statSync(file).isFile());
    if (found.length === 0) return refuse(errorAt('folder-empty', [path]));
    const files = found.filter((file) => isTownFile(readFileSync(file, 'utf8')));
    if (files.length === 0)
      return refuse(errorAt('folder-without-town-file', [path], { count: found.length }));
    return ok({ files, skipped: found.filter((file) => !files.includes(file)) });
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

/** Of many files a folder may hold the first ones show which kind it was. */
const mostNamed = 10;

/** Says what was found below a folder and not read, for the person who named the folder. */
export const tellSkipped =
  (out: (line: string) => void) =>
  (skipped: readonly string[]): void => {
    if (skipped.length === 0) return;
    out(`団体データファイルではないため、読まなかったファイル: ${skipped.length}件`);
    for (const file of skipped.slice(0, mostNamed)) out(`  ${file}`);
    if (skipped.length > mostNamed) out(`  ほか${skipped.length - mostNamed}件`);
  };

/**
 * Files and folders that together describe one town. Everything wrong with any of them is said at once. Below a folder
 * only town files are read; `onSkipped` is told of the others.
 */
export const readTownFiles = (
  paths: readonly string[],
  onSkipped: (skipped: readonly string[]) => void = () => {},
): Result<TownFile, readonly Problem[]> => {
  const skipped: string[] = [];
  const problems: Problem[] = [];
  const contents: { file: string; content: TownFile }[] = [];
  for (const path of paths) {
    const files = filesOf(path);
    if (!files.ok) problems.push(files.error);
    else skipped.push(...files.value.skipped);
    for (const file of files.ok ? files.value.files : []) {
      const read = readFile(file);
      if (read.ok) contents.push({ file, content: read.value });
      else problems.push(...read.error);
    }
  }
  onSkipped(skipped);
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
