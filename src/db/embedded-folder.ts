import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { DatabaseRefusal } from './database-refusal.ts';
import { embeddedMajor, openDurable } from './embedded-engine.ts';

const flush = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const flushTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) flushTree(path);
    else if (entry.isFile()) flush(path);
  }
  flush(folder);
};

const building = 'database.new';

/**
 * A new database is made beside its place and moved there whole: an interruption of the first start leaves a folder
 * that is thrown away, never half a database that looks like one.
 */
const make = async (dataDir: string, database: string, onAbort: () => void): Promise<void> => {
  const draft = join(dataDir, building);
  rmSync(draft, { recursive: true, force: true });
  const pg = await openDurable(draft, onAbort);
  await pg.close();
  flushTree(draft);
  renameSync(draft, database);
  flush(dataDir);
};

/** Opens the database in `dataDir`/database, making it when there is none. The lock must be held. */
export const openFolder = async (dataDir: string, onAbort: () => void): Promise<PGlite> => {
  const database = join(dataDir, 'database');
  if (!existsSync(join(database, 'PG_VERSION'))) await make(dataDir, database, onAbort);
  const found = readFileSync(join(database, 'PG_VERSION'), 'utf8').trim();
  if (found !== embeddedMajor)
    throw new DatabaseRefusal({ code: 'unknown-engine-version', folder: dataDir, found });
  return openDurable(database, onAbort);
};
