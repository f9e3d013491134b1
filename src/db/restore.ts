import { type BackupHead, lineDigest } from './backup-format.ts';
import { type BackupContent, readBackup } from './backup-read.ts';
import type { Database } from './connection.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { type MaintenanceTx, withMaintenance } from './maintenance.ts';
import { appliedMigrations, migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { withoutConstraints } from './restore-constraints.ts';
import { listTables, quoted, readRows, type TableShape } from './table-list.ts';

/** A batch is sent when it holds so many rows or so many characters. */
const rowsAtOnce = 500;
const charactersAtOnce = 4_000_000;

const insert = (table: TableShape): string => {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const values = table.columns.map(({ type }, place) => `(r ->> ${place})::${type}`).join(', ');
  return `INSERT INTO public.${quoted(table.name)} (${columns}) SELECT ${values} FROM json_array_elements($1::json) AS r`;
};

const batches = (tx: MaintenanceTx, tables: ReadonlyMap<string, TableShape>) => {
  let name = '';
  let rows: string[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    const table = tables.get(name);
    if (rows.length > 0 && table !== undefined) await tx.query(insert(table), [`[${rows.join(',')}]`]);
    rows = [];
    characters = 0;
  };
  const add = async (table: string, row: readonly (string | null)[]): Promise<void> => {
    if (table !== name) await flush();
    name = table;
    const text = JSON.stringify(row);
    rows.push(text);
    characters += text.length;
    if (rows.length >= rowsAtOnce || characters >= charactersAtOnce) await flush();
  };
  return { add, flush };
};

/** The tables as they are now, in the order of columns the backup wrote. */
const shapesFor = (
  head: BackupHead,
  tables: readonly TableShape[],
  file: string,
): ReadonlyMap<string, TableShape> => {
  const differ = (what: string) => new DatabaseRefusal({ code: 'backup-other-migrations', file, what });
  if (head.tables.length !== tables.length) throw differ('tables');
  return new Map(
    head.tables.map(({ name, columns }) => {
      const table = tables.find((t) => t.name === name);
      if (table === undefined || table.columns.length !== columns.length) throw differ(name);
      const ordered = columns.map((column) => {
        const found = table.columns.find((c) => c.name === column);
        if (found === undefined) throw differ(`${name}.${column}`);
        return found;
      });
      return [name, { ...table, columns: ordered }];
    }),
  );
};

const requireEmpty = async (tx: MaintenanceTx, tables: readonly TableShape[]): Promise<void> => {
  for (const { name } of tables) {
    const [row] = await tx.query(`SELECT EXISTS (SELECT FROM public.${quoted(name)})`);
    if (row?.[0] === true) throw new DatabaseRefusal({ code: 'database-not-empty', table: name });
  }
};

const requireSame = async (
  tx: MaintenanceTx,
  shapes: ReadonlyMap<string, TableShape>,
  { summaries }: BackupContent,
): Promise<void> => {
  for (const [name, table] of shapes) {
    const digest = lineDigest();
    for await (const rows of readRows(tx, table)) for (const row of rows) digest.add(JSON.stringify(row));
    if (digest.result().sha256 !== summaries.get(name)?.sha256)
      throw new DatabaseRefusal({ code: 'restore-differs', table: name });
  }
};

/** Brings an older or new database to the state the backup was made in; refuses what cannot be brought there. */
const reachMigrations = async (
  db: Database,
  head: BackupHead,
  file: string,
  migrations: readonly Migration[],
): Promise<void> => {
  const known = migrations.slice(0, head.migrations.length);
  head.migrations.forEach(({ tag, hash }, place) => {
    if (known[place]?.tag !== tag || known[place]?.hash !== hash)
      throw new DatabaseRefusal({ code: 'backup-other-migrations', file, what: tag });
  });
  const have = await appliedMigrations(db);
  if (have.length > known.length)
    throw new DatabaseRefusal({ code: 'backup-other-migrations', file, what: have[known.length]?.tag ?? '' });
  await migrate(db, known);
};

/**
 * Puts a backup into a database, in one transaction: whatever fails, nothing has changed. The file is read and checked
 * whole before the database is touched, and every table is read back and compared before the transaction ends. Without
 * `replace` only into a database that holds nothing.
 */
export const restore = async (
  db: Database,
  file: string,
  how: { readonly replace: boolean },
  migrations: readonly Migration[] = readMigrations(),
): Promise<BackupContent> => {
  const content = await readBackup(file);
  await reachMigrations(db, content.head, file, migrations);
  await withMaintenance(db, { readOnly: false }, async (tx) => {
    const tables = await listTables(tx);
    const shapes = shapesFor(content.head, tables, file);
    const names = tables.map(({ name }) => `public.${quoted(name)}`).join(', ');
    await tx.query(`LOCK TABLE ${names} IN ACCESS EXCLUSIVE MODE`);
    if (!how.replace) await requireEmpty(tx, tables);
    await withoutConstraints(tx, tables, async () => {
      if (how.replace) await tx.query(`TRUNCATE ${names}`);
      const batch = batches(tx, shapes);
      await readBackup(file, batch.add);
      await batch.flush();
    });
    await requireSame(tx, shapes, content);
  });
  await migrate(db, migrations);
  return content;
};
