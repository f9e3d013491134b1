import { setTimeout as wait } from 'node:timers/promises';
import type { Database, TransactionConnection } from './connection.ts';
import { type DatabaseError, databaseErrorOf } from './database-error.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { type MaintenanceTx, withMaintenance } from './maintenance.ts';
import { bookkeepingStatements, bootstrapStatements } from './migration-bootstrap.ts';
import { type Migration, readMigrations } from './migration-files.ts';

/** Held for each transaction below, so that processes starting together migrate one after another. */
const lock = "SELECT pg_advisory_xact_lock(hashtextextended('rashin migration', 0))";

export interface AppliedMigration {
  readonly tag: string;
  readonly hash: string;
}

/** Roles are shared by the databases of a cluster, where no advisory lock reaches: another one may be doing the same. */
const isRoleRace = (error: DatabaseError): boolean =>
  error.code === '23505' ||
  error.code === '42710' ||
  (error.code === 'XX000' && /concurrently/.test(error.message));

const asConnectingRole = (
  db: Database,
  run: (connection: TransactionConnection) => Promise<void>,
): Promise<void> => db.transaction({ readOnly: false, unlimited: true, setup: lock }, run);

const bootstrap = async (db: Database, triesLeft = 5): Promise<void> => {
  try {
    await asConnectingRole(db, async ({ query }) => {
      for (const statement of bootstrapStatements) await query(statement, []);
    });
  } catch (error) {
    const cause = databaseErrorOf(error);
    if (cause !== null && isRoleRace(cause) && triesLeft > 0) {
      await wait(50);
      return bootstrap(db, triesLeft - 1);
    }
    if (cause?.code === '42501')
      throw new DatabaseRefusal({ code: 'role-missing', role: 'rashin_migration', cause: cause.message });
    throw error;
  }
  await withMaintenance(db, { readOnly: false }, async (tx) => {
    await tx.query(lock);
    for (const statement of bookkeepingStatements) await tx.query(statement);
  });
};

const applied = async (tx: MaintenanceTx): Promise<readonly AppliedMigration[]> =>
  (await tx.query('SELECT tag, hash FROM rashin.migration ORDER BY position')).map(([tag, hash]) => ({
    tag: String(tag),
    hash: String(hash),
  }));

/** What this database has, oldest first; nothing when it was never migrated. */
export const appliedMigrations = async (db: Database): Promise<readonly AppliedMigration[]> => {
  const known = await db.transaction(
    { readOnly: true, setup: 'SELECT 1' },
    async ({ query }) => (await query("SELECT to_regclass('rashin.migration') IS NOT NULL", [])).rows[0]?.[0],
  );
  return known === true ? withMaintenance(db, { readOnly: true }, applied) : [];
};

const check = (have: readonly AppliedMigration[], migrations: readonly Migration[]): void => {
  const tags = migrations.map((m) => m.tag);
  const unknown = have.filter((a) => !tags.includes(a.tag)).map((a) => a.tag);
  if (unknown.length > 0) throw new DatabaseRefusal({ code: 'database-newer', tags: unknown });
  have.forEach((a, place) => {
    const own = migrations[place];
    if (own?.tag !== a.tag) throw new DatabaseRefusal({ code: 'migrations-out-of-order', tag: a.tag });
    if (own.hash !== a.hash) throw new DatabaseRefusal({ code: 'migration-changed', tag: a.tag });
  });
};

/**
 * Brings the database to the state this program needs; one transaction a migration, so that a failed one leaves
 * nothing behind. Returns the tags applied now. Refuses (`DatabaseRefusal`) an applied migration whose file changed and
 * a database newer than the program.
 */
export const migrate = async (
  db: Database,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> => {
  const before = await appliedMigrations(db);
  check(before, migrations);
  if (before.length === migrations.length) return [];
  await bootstrap(db);
  const done: string[] = [];
  for (const [position, migration] of migrations.entries()) {
    const now = await withMaintenance(db, { readOnly: false }, async (tx) => {
      await tx.query(lock);
      // Asked again under the lock: another process may have applied it meanwhile.
      const have = await applied(tx);
      check(have, migrations);
      if (have.length > position) return false;
      for (const statement of migration.statements) await tx.query(statement);
      await tx.query('INSERT INTO rashin.migration (position, tag, hash) VALUES ($1, $2, $3)', [
        position,
        migration.tag,
        migration.hash,
      ]);
      return true;
    }).catch((error: unknown) => {
      const cause = databaseErrorOf(error);
      if (cause === null) throw error;
      throw new DatabaseRefusal({ code: 'migration-failed', tag: migration.tag, cause: cause.message });
    });
    if (now) done.push(migration.tag);
  }
  return done;
};
