import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const oldestSupported = 15;

const majorOf = (folder: string): number =>
  Number(/(\d+)/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1] ?? 0);

/**
 * Folder with initdb and postgres of the oldest supported major on this machine, or null. The oldest, because the
 * embedded engine is new: what passes on both passes between them.
 */
export const findPostgresPrograms = (): string | null => {
  const folders = [
    ...globSync([
      '/usr/lib/postgresql/*/bin',
      '/usr/pgsql-*/bin',
      '/opt/homebrew/opt/postgresql@*/bin',
      '/usr/local/opt/postgresql@*/bin',
    ]),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= oldestSupported)
    .toSorted((a, b) => a.major - b.major);
  return found[0]?.folder ?? null;
};

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (kind: '-u' | '-g', user: string): number | null => {
  try {
    return Number(
      execFileSync('id', [kind, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return null;
  }
};

/** PostgreSQL refuses to run as root: whom to run it as. Null: as ourselves. */
export const unprivilegedUser = (): UnprivilegedUser | null => {
  if (process.getuid?.() !== 0) return null;
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error('running as root, and neither the user postgres nor nobody exists');
};
