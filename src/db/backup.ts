import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { type BackupHead, backupFormat, lineDigest, type TableSummary } from './backup-format.ts';
import { readBackup } from './backup-read.ts';
import type { Database } from './connection.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { type MaintenanceTx, withMaintenance } from './maintenance.ts';
import { appliedMigrations } from './migrate.ts';
import { listTables, readRows, type TableShape } from './table-list.ts';

const writer = (gzip: Gzip) => {
  const all = lineDigest();
  const line = async (text: string): Promise<void> => {
    all.add(text);
    if (!gzip.write(`${text}\n`)) await new Promise<void>((resolve) => gzip.once('drain', () => resolve()));
  };
  return { line, sha256: () => all.result().sha256 };
};

const writeTable = async (
  tx: MaintenanceTx,
  table: TableShape,
  line: (text: string) => Promise<void>,
): Promise<TableSummary> => {
  await line(JSON.stringify({ table: table.name }));
  const digest = lineDigest();
  for await (const rows of readRows(tx, table)) {
    for (const row of rows) {
      const text = JSON.stringify(row);
      digest.add(text);
      await line(text);
    }
  }
  const summary = digest.result();
  await line(JSON.stringify({ end: table.name, ...summary }));
  return summary;
};

/** Every table of one moment, as lines. */
const writeLines = async (db: Database, gzip: Gzip, of: { program: string; now: Date }): Promise<void> => {
  const migrations = await appliedMigrations(db);
  await withMaintenance(db, { readOnly: true }, async (tx) => {
    const tables = await listTables(tx);
    const { line, sha256 } = writer(gzip);
    const head: BackupHead = {
      format: 'rashin-backup',
      version: backupFormat,
      program: of.program,
      createdAt: of.now.toISOString(),
      migrations: migrations.map(({ tag, hash }) => ({ tag, hash })),
      tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
    };
    await line(JSON.stringify(head));
    for (const table of tables) await writeTable(tx, table, line);
    await line(JSON.stringify({ complete: true, sha256: sha256() }));
  });
};

const flushFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Gives the finished file its name, unless something has that name by now. */
const settle = (draft: string, file: string): void => {
  try {
    linkSync(draft, file);
    rmSync(draft);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new DatabaseRefusal({ code: 'file-exists', file });
    // A file system without hard links (a stick, a share of Windows).
    renameSync(draft, file);
  }
  flushFolder(dirname(file));
};

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes everything in the database, as of one moment, to a new file; the server may go on working. The file appears
 * under its name only when it is whole, on the disk and has been read back.
 */
export const backUp = async (
  db: Database,
  file: string,
  of: { readonly program: string; readonly now: Date },
): Promise<BackupSummary> => {
  const draft = `${file}.${process.pid}.part`;
  const handle = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    throw new DatabaseRefusal({ code: 'file-unwritable', file, cause: String(codeOf(error) ?? error) });
  });
  try {
    const gzip = createGzip();
    const written = pipeline(gzip, handle.createWriteStream({ flush: true }));
    // Its failure is met where it is awaited; until then it must not count as unhandled.
    written.catch(() => undefined);
    try {
      await Promise.race([writeLines(db, gzip, of), written]);
      gzip.end();
    } catch (error) {
      gzip.destroy();
      throw error;
    }
    await written;
    const { summaries } = await readBackup(draft);
    settle(draft, file);
    const rows = [...summaries.values()].reduce((sum, table) => sum + table.rows, 0);
    return { tables: summaries.size, rows };
  } catch (error) {
    rmSync(draft, { force: true });
    if (typeof codeOf(error) === 'string' && /^E[A-Z]+$/.test(String(codeOf(error))))
      throw new DatabaseRefusal({ code: 'file-unwritable', file, cause: String(codeOf(error)) });
    throw error;
  }
};
