import { beforeAll, expect, it } from 'vitest';
import { asTown, denied, refusalOf } from '../../test/factories/as-role.ts';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA } from '../../test/factories/every-table.ts';
import type { Database } from './connection.ts';

const frozen = 'RS001';
const check = '23514';
const amounts = `municipality, programme_key, fiscal_year, personnel_included, note`;

describeEachDatabase('年度サイクルで確定したものは変わらない', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
    // What comes before a sheet is published, in the order a town does it.
    await asTown(db, `UPDATE evaluation_record SET submitted_at = now()`);
  });
  const outcome = (statement: string) => refusalOf(asTown(db, statement));

  it.each([
    ['決算を確定した年度の額を変える', 'UPDATE programme_year SET settled_thousand_yen = 1', frozen],
    ['確定した年度へ移す', 'UPDATE programme_year SET fiscal_year = 2025', frozen],
    ['確定した年度の行を消す', 'DELETE FROM programme_year', frozen],
    [
      '確定した年度に行を足す',
      `INSERT INTO programme_year (${amounts}) VALUES ('${townA}', 'p1', 2024, 'no', '')`,
      frozen,
    ],
    [
      '確定していない年度に行を足す',
      `INSERT INTO programme_year (${amounts}) VALUES ('${townA}', 'p1', 2025, 'no', '')`,
      'allowed',
    ],
    [
      '合計と合わない財源を書く',
      `INSERT INTO programme_year (${amounts}, budget_thousand_yen, budget_national_thousand_yen, budget_prefecture_thousand_yen,
         budget_bond_thousand_yen, budget_other_thousand_yen, budget_general_thousand_yen)
       VALUES ('${townA}', 'p1', 2026, 'no', '', 100, 50, 0, 0, 0, 49)`,
      check,
    ],
    [
      '一部だけの財源を書く',
      `INSERT INTO programme_year (${amounts}, budget_thousand_yen, budget_general_thousand_yen)
       VALUES ('${townA}', 'p1', 2026, 'no', '', 100, 100)`,
      check,
    ],
    ['数と言葉の両方を実績に書く', `UPDATE measure_year SET actual_text = '約98'`, check],
    [
      '採用した評価の様式を変える',
      `UPDATE evaluation_scheme SET name = 'x' WHERE scheme_version = 1`,
      frozen,
    ],
    ['採用した評価の様式を消す', 'DELETE FROM evaluation_scheme WHERE scheme_version = 1', frozen],
    [
      '下書きの評価の様式を変える',
      `UPDATE evaluation_scheme SET name = 'x' WHERE scheme_version = 2`,
      'allowed',
    ],
    [
      '採用した配分の規則を変える',
      `UPDATE budget_scheme SET content = '{}' WHERE scheme_version = 1`,
      frozen,
    ],
    ['提出した評価を書き換える', `UPDATE evaluation_record SET answers = '{}'`, frozen],
    ['提出した評価を消す', 'DELETE FROM evaluation_record', frozen],
    ['経過を書き換える', `UPDATE evaluation_event SET note = ''`, denied],
    ['経過を消す', 'DELETE FROM evaluation_event', denied],
    ['流用を書き換える', 'UPDATE budget_transfer SET amount_thousand_yen = 1', denied],
    ['流用を消す', 'DELETE FROM budget_transfer', denied],
    ['公表したものを書き換える', `UPDATE publication SET title = ''`, denied],
    ['公表したものを消す', 'DELETE FROM publication', denied],
    ['公表した一件を書き換える', `UPDATE publication_entry SET content = '{}'`, denied],
    ['公表した一件を消す', 'DELETE FROM publication_entry', denied],
    ['自分の減額を自分の財源にする', `UPDATE proposal_offset SET freed_by_key = 'new'`, check],
    ['0円の見合いを書く', 'UPDATE proposal_offset SET amount_thousand_yen = 0', check],
    ['知らない状態を書く', `UPDATE evaluation_sheet SET status = 'done'`, check],
  ])('%s', async (_, statement, expected) => {
    expect(await outcome(statement)).toBe(expected);
  });

  it('差し戻した評価は書き直せ、公表したシートとその評価はもう変わらない', async () => {
    expect(await outcome('UPDATE evaluation_record SET submitted_at = NULL')).toBe('allowed');
    expect(await outcome(`UPDATE evaluation_record SET answers = '{"direction": "stop"}'`)).toBe('allowed');
    expect(await outcome(`UPDATE evaluation_sheet SET status = 'published', stage_index = 1`)).toBe(
      'allowed',
    );
    expect(await outcome(`UPDATE evaluation_sheet SET status = 'draft'`)).toBe(frozen);
    expect(await outcome('DELETE FROM evaluation_sheet')).toBe(frozen);
    expect(await outcome(`UPDATE evaluation_record SET answers = '{}'`)).toBe(frozen);
    expect(
      await outcome(
        `INSERT INTO evaluation_record (municipality, round_key, subject_key, stage_key, answers, prefilled)
         VALUES ('${townA}', 'r1', 'p1', 'second', '{}', '{}')`,
      ),
    ).toBe(frozen);
    expect(await asTown(db, 'SELECT answers FROM evaluation_record')).toEqual([['{"direction": "stop"}']]);
  });
});
