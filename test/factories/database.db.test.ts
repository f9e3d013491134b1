import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/db/connection.ts';
import { appliedMigrations } from '../../src/db/migrate.ts';
import { readMigrations } from '../../src/db/migration-files.ts';
import { describeEachDatabase } from './database.ts';

describeEachDatabase('試験用データベース', (open) => {
  let first: Database;
  let second: Database;
  beforeAll(async () => {
    [first, second] = await Promise.all([open(), open()]);
  });

  it('移行が済んでいる', async () => {
    expect((await appliedMigrations(first)).map((m) => m.tag)).toEqual(readMigrations().map((m) => m.tag));
  });

  it('互いに別のもので、片方への書き込みはもう片方に見えない', async () => {
    const count = (db: Database) =>
      db.transaction(
        { readOnly: true, setup: 'SELECT 1' },
        async ({ query }) =>
          (await query("SELECT count(*)::int FROM pg_class WHERE relname = 'only_here'", [])).rows[0]?.[0],
      );
    await first.transaction(
      { readOnly: false, setup: 'SET LOCAL ROLE rashin_migration' },
      async ({ query }) => {
        await query('CREATE TABLE rashin.only_here (n int)', []);
      },
    );
    expect([await count(first), await count(second)]).toEqual([1, 0]);
  });
});
