import type { Cell, Database, TransactionConnection } from './connection.ts';

export interface MaintenanceTx {
  /** Rows as arrays in the order of the columns. */
  query(sql: string, params?: readonly unknown[]): Promise<readonly (readonly Cell[])[]>;
}

/**
 * A transaction of the migration role, which owns the tables and sees every town: migration, backup, restore and
 * verification of the audit trail, nothing else.
 */
export const withMaintenance = <T>(
  db: Database,
  purpose: { readonly readOnly: boolean },
  run: (tx: MaintenanceTx) => Promise<T>,
): Promise<T> =>
  db.transaction(
    {
      readOnly: purpose.readOnly,
      // A copy of everything must be of one moment; a change must see what was committed before its lock was given.
      snapshot: purpose.readOnly,
      unlimited: true,
      setup: 'SET LOCAL ROLE rashin_migration',
    },
    (connection: TransactionConnection) =>
      run({ query: async (sql, params = []) => (await connection.query(sql, params)).rows }),
  );
