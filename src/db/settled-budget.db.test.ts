import { beforeAll, expect, it } from 'vitest';
import { asTown, refusalOf } from '../../test/factories/as-role.ts';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA } from '../../test/factories/every-table.ts';
import type { Database } from './connection.ts';

const frozen = 'RS001';
const next = `INSERT INTO budget_year (municipality, fiscal_year, scheme_key, scheme_version, base_fiscal_year, state, note)
  VALUES ('${townA}', 2027, 'own', 1, 2025, 'preparing', '')`;
const frame = (year: number) => `INSERT INTO budget_frame (municipality, fiscal_year, unit_key, expense_class,
  computed_thousand_yen, steps, adjustment_thousand_yen, adjustment_reason)
  VALUES ('${townA}', ${year}, 'child', 'other', 1, '[]', 0, '')`;
const offset = (
  freedBy: string,
) => `INSERT INTO proposal_offset (municipality, fiscal_year, proposal_key, freed_by_key,
  amount_thousand_yen) VALUES ('${townA}', 2026, 'cut', '${freedBy}', 1)`;
const used = (...uses: readonly (readonly [number, number])[]) =>
  `UPDATE budget_incentive SET used = '${JSON.stringify(uses.map(([fiscalYear, amountThousandYen]) => ({ fiscalYear, amountThousandYen })))}'`;

describeEachDatabase('確定した予算は変わらない', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
    await asTown(db, next);
  });
  const outcome = (statement: string) => refusalOf(asTown(db, statement));

  it.each([
    ['枠を調整する', 'UPDATE budget_frame SET adjustment_thousand_yen = 5'],
    ['提案に配分する', `UPDATE budget_proposal SET allocated_general_thousand_yen = 90, state = 'allocated'`],
    ['見合いの額を変える', 'UPDATE proposal_offset SET amount_thousand_yen = 90'],
    ['還元を使う', used([2026, 100])],
    ['規則や注記を変える', `UPDATE budget_year SET note = 'x' WHERE fiscal_year = 2026`],
    ['確定する', `UPDATE budget_year SET state = 'settled', settled_at = now() WHERE fiscal_year = 2026`],
  ])('確定するまでは変えられる: %s', async (_, statement) => {
    expect(await outcome(statement)).toBe('allowed');
  });

  it.each([
    ['枠を調整する', 'UPDATE budget_frame SET adjustment_thousand_yen = 6'],
    ['枠を足す', frame(2026)],
    ['枠を消す', 'DELETE FROM budget_frame'],
    ['枠を次の年度へ移す', 'UPDATE budget_frame SET fiscal_year = 2027'],
    ['配分を変える', 'UPDATE budget_proposal SET allocated_general_thousand_yen = 91'],
    ['提案の言葉を変える', `UPDATE budget_proposal SET reason = 'x'`],
    [
      '提案を足す',
      `INSERT INTO budget_proposal SELECT (jsonb_populate_record(p, '{"proposal_key": "more"}')).* FROM budget_proposal p
       WHERE proposal_key = 'cut'`,
    ],
    ['提案を消す', 'DELETE FROM budget_proposal'],
    ['見合いを変える', 'UPDATE proposal_offset SET amount_thousand_yen = 1'],
    ['見合いを足す', offset('new')],
    ['見合いを消す', 'DELETE FROM proposal_offset'],
    ['その年度に使った還元を減らす', used([2026, 99])],
    ['その年度に使った還元をなくす', used()],
    ['その年度に使った還元を消す', 'DELETE FROM budget_incentive'],
    ['確定を取り消す', `UPDATE budget_year SET state = 'notified' WHERE fiscal_year = 2026`],
    ['確定した日を変える', `UPDATE budget_year SET settled_at = NULL WHERE fiscal_year = 2026`],
    ['歳入見込みを変える', 'UPDATE budget_year SET revenue_thousand_yen = 1 WHERE fiscal_year = 2026'],
    ['年度を消す', 'DELETE FROM budget_year WHERE fiscal_year = 2026'],
  ])('確定した後は断る: %s', async (_, statement) => {
    const before = await asTown(db, 'SELECT count(*), max(seq) FROM audit_event');
    expect(await outcome(statement)).toBe(frozen);
    expect(await asTown(db, 'SELECT count(*), max(seq) FROM audit_event')).toEqual(before);
  });

  it.each([
    [
      '流用を足す',
      `INSERT INTO budget_transfer SELECT (jsonb_populate_record(t, '{"transfer_id": "99999999-9999-4999-8999-999999999999"}')).*
       FROM budget_transfer t`,
    ],
    ['還元を次の年度に使う', used([2026, 100], [2027, 50])],
    ['次の年度の枠を足す', frame(2027)],
    [
      '公表する',
      `UPDATE budget_year SET state = 'published', published_at = now(), version = version + 1 WHERE fiscal_year = 2026`,
    ],
    ['もう一度公表する', 'UPDATE budget_year SET published_at = now() WHERE fiscal_year = 2026'],
  ])('確定した後もできる: %s', async (_, statement) => {
    expect(await outcome(statement)).toBe('allowed');
  });

  it.each([
    ['配分を変える', 'UPDATE budget_proposal SET allocated_general_thousand_yen = 91'],
    ['公表を取り消す', `UPDATE budget_year SET state = 'settled' WHERE fiscal_year = 2026`],
  ])('公表した後も断る: %s', async (_, statement) => {
    expect(await outcome(statement)).toBe(frozen);
  });
});
