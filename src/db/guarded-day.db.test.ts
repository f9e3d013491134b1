import { beforeAll, describe, expect, it } from 'vitest';
import { asPublic, asTown, denied, refusalOf } from '../../test/factories/as-role.ts';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, future, townA, userId } from '../../test/factories/every-table.ts';
import type { Database } from './connection.ts';
import { withMaintenance } from './maintenance.ts';
import { previewAsPublic } from './preview.ts';
import { listRevisions } from './read-plan.ts';

const visible = 'SELECT revision FROM plan_revision ORDER BY revision';

describeEachDatabase('今日の日付は偽れない', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
    // As in an installation: the owner has allowed nothing.
    await withMaintenance(db, { readOnly: false }, (tx) => tx.query('DELETE FROM rashin.day_by_setting'));
  });

  it('公開の役割が先の日付を設定しても、施行前の版は見えない', async () => {
    expect(await asPublic(db, townA, visible, future)).toEqual([[1]]);
    expect(await asPublic(db, townA, 'SELECT DISTINCT revision FROM plan_item', future)).toEqual([[1]]);
    // Nor may the setting make the page of today fail.
    expect(await asPublic(db, townA, visible, 'nonsense')).toEqual([[1]]);
  });

  it.each([
    ['日付を任せる表に書く', 'INSERT INTO rashin.day_by_setting VALUES (true)'],
    ['試し見の表に書く', `INSERT INTO rashin.preview_day VALUES (pg_current_xact_id(), '2199-04-01')`],
    ['試し見の表を読む', 'SELECT * FROM rashin.preview_day'],
  ])('庁内の役割も公開の役割も、%sことはできない', async (_, sql) => {
    expect(await refusalOf(asTown(db, sql))).toBe(denied);
    const writing = { readOnly: false, setup: 'SET LOCAL ROLE rashin_public' };
    expect(await refusalOf(db.transaction(writing, ({ query }) => query(sql, [])))).toBe(denied);
  });

  it('公開の役割は、試し見を始められない', async () => {
    expect(await refusalOf(asPublic(db, townA, `SELECT rashin.preview_on('2199-04-01')`))).toBe(denied);
  });

  it('庁内の役割が過去の日付を名乗っても、施行した版は呼び戻せない', async () => {
    const callBack = `UPDATE plan_revision SET state = 'approved' WHERE municipality = '${townA}' AND revision = 1`;
    for (const day of [`set_config('rashin.today', '2000-01-01', true)`, `rashin.preview_on('2000-01-01')`]) {
      const forged = db.transaction(
        {
          readOnly: false,
          setup: `SET LOCAL ROLE rashin_app; SELECT set_config('rashin.municipality', '${townA}', true), ${day}`,
        },
        async ({ query }) => query(callBack, []),
      );
      expect(await refusalOf(forged)).toBe('RS001');
    }
  });

  describe('試し見', () => {
    const at = { planKey: 'plan', revision: 2 };
    const as = { municipality: townA, actor: userId, origin: 'test' };

    it('は、その取引の中でだけ先の日付で読める', async () => {
      const seen = await previewAsPublic(db, as, at, future, (tx) => listRevisions(tx, 'plan'));
      expect(seen.map(({ revision }) => revision).toSorted()).toEqual([1, 2, 3]);
      expect(await asPublic(db, townA, visible)).toEqual([[1]]);
      const kept = await withMaintenance(db, { readOnly: true }, (tx) =>
        tx.query('SELECT count(*)::int FROM rashin.preview_day'),
      );
      expect(kept).toEqual([[0]]);
    });
  });

  it('所有者が許したデータベースだけで、設定した日付になる', async () => {
    await withMaintenance(db, { readOnly: false }, (tx) =>
      tx.query('INSERT INTO rashin.day_by_setting VALUES (true)'),
    );
    expect(await asPublic(db, townA, visible, future)).toEqual([[1], [3]]);
  });
});
