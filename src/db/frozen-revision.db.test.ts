import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA, userId } from '../../test/factories/every-table.ts';
import type { Database } from './connection.ts';
import { databaseErrorOf } from './database-error.ts';

const as = (db: Database, ...statements: readonly string[]): Promise<void> =>
  db.transaction(
    {
      readOnly: false,
      setup: `SET LOCAL ROLE rashin_app; SELECT set_config('rashin.municipality', '${townA}', true), set_config('rashin.actor', '${userId}', true)`,
    },
    async ({ query }) => {
      for (const statement of statements) await query(statement, []);
    },
  );

describeEachDatabase('下書きでない版は変わらない', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
  });
  const outcome = (...statements: readonly string[]) =>
    as(db, ...statements).then(
      () => 'allowed',
      (error: unknown) => databaseErrorOf(error)?.code,
    );
  const item = `municipality, plan_key, revision, item_key, level_key, position, title, desired_state, current_state, issue,
    approach, investment_kinds, life_stages, area_keys, sdg_goals, lead_unit_keys, support_unit_keys, partners, also_under,
    cross_cutting, reason_keys, article_number`;

  it.each([
    ['判定基準の中身を変える', `UPDATE judgement_scheme SET content = '{}' WHERE scheme_version = 1`],
    ['判定基準を下書きに戻す', `UPDATE judgement_scheme SET state = 'draft' WHERE scheme_version = 1`],
    ['判定基準を消す', 'DELETE FROM judgement_scheme WHERE scheme_version = 1'],
  ])('採用した%sことはできない', async (_, statement) => {
    expect(await outcome(statement)).toBe('RS001');
  });

  it('まだ採用していない判定基準は変えられる', async () => {
    expect(await outcome(`UPDATE judgement_scheme SET name = 'x' WHERE scheme_version = 2`)).toBe('allowed');
  });

  it.each([
    [
      '項目を足す',
      `INSERT INTO plan_item (${item}) SELECT ${item.replace('item_key', "'new'")} FROM plan_item WHERE revision = 1 AND item_key = 'item'`,
    ],
    ['項目を変える', `UPDATE plan_item SET title = 'x' WHERE revision = 1`],
    ['項目を消す', `DELETE FROM plan_item WHERE revision = 1 AND item_key = 'child'`],
    [
      '項目を下書きの版へ移す',
      `UPDATE plan_item SET revision = 2, item_key = 'moved' WHERE revision = 1 AND item_key = 'child'`,
    ],
    [
      '下書きの項目を公開の版へ移す',
      `UPDATE plan_item SET revision = 1, item_key = 'moved' WHERE revision = 2 AND item_key = 'child'`,
    ],
    ['声を変える', 'UPDATE plan_item_voice SET consent = true WHERE revision = 1'],
    ['系譜を変える', `UPDATE lineage SET reason = 'x' WHERE revision = 1`],
    ['指標との結び付きを外す', 'DELETE FROM plan_item_indicator WHERE revision = 1'],
    ['題名を変える', `UPDATE plan_revision SET title = 'x' WHERE revision = 1`],
    ['下書きに戻す', `UPDATE plan_revision SET state = 'draft' WHERE revision = 1`],
    ['承認に戻す', `UPDATE plan_revision SET state = 'approved' WHERE revision = 1`],
    ['施行日を変える', `UPDATE plan_revision SET effective_on = '2020-01-01' WHERE revision = 1`],
    ['版を消す', 'DELETE FROM plan_revision WHERE revision = 1'],
  ])('施行された版の%sことはできない', async (_, statement) => {
    expect(await outcome(statement)).toBe('RS001');
  });

  it.each([
    ['知らない状態', `UPDATE plan_revision SET state = 'open' WHERE revision = 2`, '23514'],
    [
      '施行日のない公開',
      `UPDATE plan_revision SET state = 'published', published_at = now() WHERE revision = 2`,
      '23514',
    ],
    [
      '始まりが終わりより後の期間',
      'UPDATE plan_revision SET start_fiscal_year = 2033 WHERE revision = 2',
      '23514',
    ],
    ['あり得ない年度', 'UPDATE plan_revision SET end_fiscal_year = 20240 WHERE revision = 2', '23514'],
    [
      '親のない項目',
      `UPDATE plan_item SET parent_key = 'nowhere' WHERE revision = 2 AND item_key = 'child'`,
      '23503',
    ],
    ['親だけの削除', `DELETE FROM plan_item WHERE revision = 2 AND item_key = 'item'`, '23503'],
  ])('%sは断る', async (_, statement, code) => {
    expect(await outcome(statement)).toBe(code);
  });

  it('子を先に書いても、取引の終わりに親があればよい', async () => {
    const copy = (key: string, parent: string | null) =>
      `INSERT INTO plan_item (${item}, parent_key) SELECT ${item.replace('item_key', `'${key}'`)}, ${parent === null ? 'NULL' : `'${parent}'`}
       FROM plan_item WHERE revision = 2 AND item_key = 'item'`;
    expect(await outcome(copy('late-child', 'late-parent'), copy('late-parent', null))).toBe('allowed');
  });

  it('施行前の公開は承認に戻せ、承認は下書きに戻せるが、その間も本文は変わらない', async () => {
    const where = 'WHERE revision = 3';
    expect(await outcome(`UPDATE plan_revision SET state = 'approved', title = 'x' ${where}`)).toBe('RS001');
    expect(await outcome(`UPDATE plan_revision SET state = 'approved' ${where}`)).toBe('allowed');
    expect(await outcome(`UPDATE plan_item SET title = 'x' ${where}`)).toBe('RS001');
    expect(await outcome(`UPDATE plan_revision SET state = 'draft', title = 'x' ${where}`)).toBe('RS001');
    expect(await outcome(`UPDATE plan_revision SET state = 'draft' ${where}`)).toBe('allowed');
    expect(await outcome(`UPDATE plan_item SET title = 'x' ${where}`)).toBe('allowed');
    expect(await outcome(`DELETE FROM plan_revision ${where}`)).toBe('allowed');
  });

  it('項目を書いている間は、ほかの人の承認が待たされる', async () => {
    if (db.engine === 'embedded') return; // One transaction at a time: nothing can come between.
    let write = (): void => undefined;
    const mayEnd = new Promise<void>((resolve) => {
      write = resolve;
    });
    let began = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const order: string[] = [];
    const setup = `SET LOCAL ROLE rashin_app; SELECT set_config('rashin.municipality', '${townA}', true)`;
    const writing = db.transaction({ readOnly: false, setup }, async ({ query }) => {
      await query(`SELECT rashin.require_draft('${townA}', 'plan', 2)`, []);
      began();
      await mayEnd;
      order.push('written');
    });
    await hasBegun;
    const approving = as(db, `UPDATE plan_revision SET state = 'approved' WHERE revision = 2`).then(() =>
      order.push('approved'),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    write();
    await Promise.all([writing, approving]);
    expect(order).toEqual(['written', 'approved']);
    expect(await outcome(`UPDATE plan_item SET title = 'x' WHERE revision = 2`)).toBe('RS001');
  });
});
