import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefusal } from './database-refusal.ts';

/** Who has the data folder, for the one who finds it taken. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly startedAt: string;
  readonly program: string;
  /** Path of the control socket, or null when it does not listen. */
  readonly socket: string | null;
}

export type LockAttempt =
  | { readonly held: true; readonly announce: (socket: string) => void; readonly release: () => void }
  /** null: it took the folder this moment and has not written its name yet. */
  | { readonly held: false; readonly holder: Holder | null };

const sqliteBusy = 5;

/** Two that come at the same moment stand in each other's way on the first step; one must get through. */
const raceMilliseconds = 250;

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Holder).pid === 'number' &&
  typeof (value as Holder).host === 'string' &&
  typeof (value as Holder).startedAt === 'string' &&
  typeof (value as Holder).program === 'string' &&
  ['string', 'object'].includes(typeof (value as Holder).socket);

const readHolder = (file: string): Holder | null => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
};

/** Locks held here. An open SQLite file nobody refers to would be closed by the garbage collector, and the lock with it. */
const held = new Set<DatabaseSync>();

/** The folder is the database: only its owner may look inside. */
const prepare = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // One of its own: another process that begins now tries the same.
    const probe = join(dataDir, `.writable-${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new DatabaseRefusal({
      code: 'not-writable',
      folder: dataDir,
      cause: error instanceof Error ? error.message : String(error),
    });
  }
};

/**
 * Takes the data folder for this process, or tells who has it.
 *
 * The lock is one of the kernel, held through an open SQLite file: it ends with the process, however that dies, and
 * holds between containers that share the folder. A file with a process number would have to be guessed stale, and a
 * wrong guess lets two engines write the same files. `holder.json` only tells people, and where the control socket is.
 */
export const takeDataLock = (dataDir: string, program: string): LockAttempt => {
  prepare(dataDir);
  const nameFile = join(dataDir, 'holder.json');
  const lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: raceMilliseconds });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: unknown }).errcode === sqliteBusy)
      return { held: false, holder: readHolder(nameFile) };
    throw error;
  }
  const write = (socket: string | null): void => {
    const holder: Holder = {
      pid: process.pid,
      host: hostname(),
      startedAt: new Date().toISOString(),
      program,
      socket,
    };
    writeFileSync(nameFile, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
    chmodSync(nameFile, 0o600);
  };
  write(null);
  held.add(lock);
  return {
    held: true,
    announce: write,
    release: () => {
      rmSync(nameFile, { force: true });
      held.delete(lock);
      lock.close();
    },
  };
};

export const describeHolder = (holder: Holder | null): string =>
  holder === null
    ? '(starting)'
    : `${holder.program}, PID ${holder.pid}, ${holder.host}, ${holder.startedAt}`;
