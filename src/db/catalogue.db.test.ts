import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import type { Database } from './connection.ts';
import { type MaintenanceTx, withMaintenance } from './maintenance.ts';

/** What is wrong with a table, in words; nothing when every rule holds. */
const faults = async (tx: MaintenanceTx): Promise<readonly string[]> => {
  const tables = await tx.query(`
    SELECT c.oid::regclass::text, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner),
      (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = (i.indkey::int2[])[0]
         WHERE i.indrelid = c.oid AND i.indisprimary),
      (SELECT string_agg(p.polname, ',' ORDER BY p.polname) FROM pg_policy p WHERE p.polrelid = c.oid),
      (SELECT bool_and(pg_get_expr(p.polqual, p.polrelid) LIKE '%municipality = ( SELECT rashin.tenant()%') FROM pg_policy p
         WHERE p.polrelid = c.oid AND 'rashin_app'::regrole = ANY (p.polroles)),
      (SELECT bool_or(0 = ANY (p.polroles)) FROM pg_policy p WHERE p.polrelid = c.oid),
      n.nspname
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`);
  return tables.flatMap(([table, enabled, forced, owner, firstKey, policies, byTown, forAll, schema]) => {
    const bookkeeping = schema === 'rashin';
    const rules: readonly (readonly [boolean, string])[] = [
      [enabled === true, 'row-level security is off'],
      [forced === true, 'the owner passes row-level security'],
      [owner === 'rashin_migration', `owned by ${String(owner)}`],
      [bookkeeping || firstKey === 'municipality', `the primary key begins with ${String(firstKey)}`],
      [String(policies).split(',').includes('maintenance'), 'no policy for maintenance'],
      [bookkeeping || byTown === true, 'no policy of the application by town'],
      [forAll !== true, 'a policy for every role'],
    ];
    return rules.filter(([holds]) => !holds).map(([, fault]) => `${String(table)}: ${fault}`);
  });
};

describeEachDatabase('表の守り', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it('どの表も行単位の守りがあり、団体のキーで始まる', async () => {
    const { found, count } = await withMaintenance(db, { readOnly: true }, async (tx) => ({
      found: await faults(tx),
      count: (
        await tx.query("SELECT count(*)::int FROM pg_tables WHERE schemaname IN ('public', 'rashin')")
      )[0]?.[0],
    }));
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(20);
  });

  it.each([
    [
      '守りのない表',
      'CREATE TABLE planted (municipality text PRIMARY KEY)',
      'planted: row-level security is off',
    ],
    [
      '団体で始まらないキー',
      'CREATE TABLE planted (id int, municipality text, PRIMARY KEY (id, municipality))',
      'planted: the primary key begins with id',
    ],
    ['キーのない表', 'CREATE TABLE planted (municipality text)', 'planted: the primary key begins with null'],
    [
      '団体を見ない規則',
      `CREATE TABLE planted (municipality text PRIMARY KEY); SELECT rashin.protect('planted');
       CREATE POLICY open ON planted TO rashin_app USING (true)`,
      'planted: no policy of the application by town',
    ],
    [
      'だれにでも当たる規則',
      `CREATE TABLE planted (municipality text PRIMARY KEY); SELECT rashin.protect_town_table('planted');
       CREATE POLICY everybody ON planted USING (true)`,
      'planted: a policy for every role',
    ],
    [
      '別のスキーマの表',
      'CREATE SCHEMA other; CREATE TABLE other.planted (municipality text PRIMARY KEY)',
      'other.planted: row-level security is off',
    ],
  ])('%sを植えると見つかる', async (_, statements, fault) => {
    class Undo extends Error {}
    let found: readonly string[] = [];
    await withMaintenance(db, { readOnly: false }, async (tx) => {
      // The right to make a schema is the connecting role's.
      if (statements.includes('SCHEMA')) await tx.query('RESET ROLE');
      for (const statement of statements.split(';')) await tx.query(statement);
      found = await faults(tx);
      throw new Undo();
    }).catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
    expect(found).toContain(fault);
  });

  it('関数は、だれにでも呼べるものがない', async () => {
    const callable = await withMaintenance(db, { readOnly: true }, (tx) =>
      tx.query(`SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.pronamespace IN ('rashin'::regnamespace, 'public'::regnamespace)
          AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))`),
    );
    expect(callable).toEqual([]);
  });

  it('定義者の権限で動く関数は、探索パスを固定している', async () => {
    const loose = await withMaintenance(db, { readOnly: true }, (tx) =>
      tx.query(`SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'rashin'::regnamespace
        AND NOT coalesce(p.proconfig::text LIKE '%search_path=pg_catalog, public, pg_temp%', false)`),
    );
    expect(loose).toEqual([]);
  });
});
