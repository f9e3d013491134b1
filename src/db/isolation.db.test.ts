import { beforeAll, describe, expect, it } from 'vitest';
import { asTown, denied, refusalOf } from '../../test/factories/as-role.ts';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA, townB } from '../../test/factories/every-table.ts';
import type { Cell, Database } from './connection.ts';
import { databaseErrorOf } from './database-error.ts';
import { withMaintenance } from './maintenance.ts';
import { listTables } from './table-list.ts';

describeEachDatabase('団体の境', (open) => {
  let db: Database;
  let tables: readonly string[];
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
    await fillTown(db, townB);
    tables = await withMaintenance(db, { readOnly: true }, async (tx) =>
      (await listTables(tx)).map(({ name }) => name),
    );
  });

  /** Rows of each town in each table, as the maintenance role sees them. */
  const counts = () =>
    withMaintenance(db, { readOnly: true }, async (tx) => {
      const found: Record<string, readonly Cell[]> = {};
      for (const name of tables)
        found[name] =
          (
            await tx.query(
              `SELECT count(*) FILTER (WHERE municipality = $1)::int, count(*) FILTER (WHERE municipality = $2)::int FROM ${name}`,
              [townA, townB],
            )
          )[0] ?? [];
      return found;
    });

  it('試験のデータは、どの表にも両方の団体の行がある', async () => {
    expect(tables.length).toBeGreaterThan(20);
    const without = Object.entries(await counts()).filter(([, [a, b]]) => !(Number(a) > 0 && Number(b) > 0));
    expect(without).toEqual([]);
  });

  describe('団体 A の取引から、どの表でも団体 B の行は', () => {
    it('読めない', async () => {
      for (const table of tables) {
        expect([
          table,
          await asTown(db, `SELECT municipality FROM ${table} WHERE municipality <> '${townA}'`),
        ]).toEqual([table, []]);
        expect([table, (await asTown(db, `SELECT municipality FROM ${table}`)).length > 0]).toEqual([
          table,
          true,
        ]);
      }
    });

    it('書き換えられず、消せない', async () => {
      const before = await counts();
      for (const table of tables) {
        for (const statement of [
          `UPDATE ${table} SET municipality = municipality WHERE municipality = '${townB}' RETURNING 1`,
          `DELETE FROM ${table} WHERE municipality = '${townB}' RETURNING 1`,
        ]) {
          const outcome = await asTown(db, statement).then(
            (rows) => (rows.length === 0 ? 'none' : 'some'),
            (e: unknown) => databaseErrorOf(e)?.code,
          );
          expect([statement, ['none', denied].includes(String(outcome))]).toEqual([statement, true]);
        }
      }
      expect(await counts()).toEqual(before);
    });

    it('足せず、自分の行を B のものにもできない', async () => {
      const before = await counts();
      for (const table of tables) {
        // A row of A under the name of B: a copy that breaks no other rule than this one.
        const columns = await withMaintenance(
          db,
          { readOnly: true },
          async (tx) =>
            (await listTables(tx))
              .find(({ name }) => name === table)
              ?.columns.map(({ name }) => name)
              .filter((name) => name !== 'municipality') ?? [],
        );
        const list = columns.map((name) => `"${name}"`).join(', ');
        const insert = `INSERT INTO ${table} (municipality, ${list}) SELECT '${townB}', ${list} FROM ${table} LIMIT 1`;
        expect([insert, await refusalOf(asTown(db, insert))]).toEqual([insert, denied]);
        const take = `UPDATE ${table} SET municipality = '${townB}'`;
        // A frozen revision may refuse before the policy does.
        expect([take, [denied, 'RS001'].includes(await refusalOf(asTown(db, take)))]).toEqual([take, true]);
      }
      expect(await counts()).toEqual(before);
    });

    it('外部キーを通しても指せない', async () => {
      await withMaintenance(db, { readOnly: false }, (tx) =>
        tx.query(
          `INSERT INTO area (municipality, area_key, name, layer, position) VALUES ('${townB}', 'only-b', 'B', 'district', 9)`,
        ),
      );
      const child = `INSERT INTO area (municipality, area_key, name, layer, parent_key, position) VALUES ('${townA}', 'x', 'x', 'district', 'only-b', 1)`;
      expect(await refusalOf(asTown(db, child))).toBe('23503');
    });
  });

  it('団体を決めない取引には、どの表も空に見える', async () => {
    for (const table of tables) {
      const rows = await db.transaction(
        { readOnly: true, setup: 'SET LOCAL ROLE rashin_app' },
        async ({ query }) => (await query(`SELECT municipality FROM ${table}`, [])).rows,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('入力の控えは、同じ団体のほかの人にも見えない', async () => {
    const rows = await db.transaction(
      {
        readOnly: true,
        setup: `SET LOCAL ROLE rashin_app; SELECT set_config('rashin.municipality', '${townA}', true), set_config('rashin.actor', 'somebody', true)`,
      },
      async ({ query }) => (await query('SELECT form_key FROM autosave', [])).rows,
    );
    expect(rows).toEqual([]);
    expect(await asTown(db, 'SELECT form_key FROM autosave')).toHaveLength(1);
  });

  it('アプリケーションの役割は、表を作れず、守りを外せない', async () => {
    for (const statement of [
      'CREATE TABLE own (a int)',
      'ALTER TABLE plan DISABLE ROW LEVEL SECURITY',
      'DROP POLICY tenant ON plan',
      'TRUNCATE audit_event',
      `SELECT rashin.append_audit(h, 'note', 'x', '{}', NULL, NULL) FROM audit_head h`,
      `SELECT rashin.lock_audit_head('${townB}')`,
      'SELECT * FROM rashin.migration',
    ])
      expect([statement, await refusalOf(asTown(db, statement))]).toEqual([statement, denied]);
  });
});
