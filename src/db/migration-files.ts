import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Migration {
  readonly tag: string;
  /** SHA-256 of the file, so that a changed file is noticed. */
  readonly hash: string;
  readonly statements: readonly string[];
}

/** As drizzle-kit marks them. */
const breakpoint = '--> statement-breakpoint';

const isJournal = (value: unknown): value is { entries: { idx: number; tag: string }[] } =>
  typeof value === 'object' &&
  value !== null &&
  'entries' in value &&
  Array.isArray(value.entries) &&
  value.entries.every(
    (e: { idx?: unknown; tag?: unknown }) => typeof e.idx === 'number' && typeof e.tag === 'string',
  );

/** The migrations of this program, in the order of the journal drizzle-kit keeps. */
export const readMigrations = (
  folder: string = fileURLToPath(new URL('./migrations/', import.meta.url)),
): readonly Migration[] => {
  const journal: unknown = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'));
  if (!isJournal(journal)) throw new Error('readMigrations requires the journal drizzle-kit writes');
  return journal.entries
    .toSorted((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      // A checkout on Windows may turn line ends; the migration is the same.
      const text = readFileSync(`${folder}/${tag}.sql`, 'utf8').replaceAll('\r\n', '\n');
      return {
        tag,
        hash: createHash('sha256').update(text).digest('hex'),
        statements: text
          .split(breakpoint)
          .map((s) => s.trim())
          .filter((s) => s !== ''),
      };
    });
};
