import type { Cell, Database } from '../../src/db/connection.ts';
import { databaseErrorOf } from '../../src/db/database-error.ts';
import { townA, userId } from './every-table.ts';

type Row = readonly Cell[];

/** As withTenant does, with SQL of one's own. */
export const asTown = (db: Database, sql: string, params: readonly unknown[] = []): Promise<readonly Row[]> =>
  db.transaction(
    {
      readOnly: false,
      setup: `SET LOCAL ROLE rashin_app; SELECT set_config('rashin.municipality', '${townA}', true), set_config('rashin.actor', '${userId}', true)`,
    },
    async ({ query }) => (await query(sql, params)).rows,
  );

export const asPublic = (
  db: Database,
  town: string | null,
  sql: string,
  today = '2026-11-21',
): Promise<readonly Row[]> =>
  db.transaction(
    {
      readOnly: true,
      setup: `SET LOCAL ROLE rashin_public; SELECT set_config('rashin.municipality', '${town ?? ''}', true), set_config('rashin.today', '${today}', true)`,
    },
    async ({ query }) => (await query(sql, [])).rows,
  );

export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'allowed',
    (error: unknown) => databaseErrorOf(error)?.code ?? String(error),
  );

/** 42501: no right, or a policy says no. */
export const denied = '42501';
