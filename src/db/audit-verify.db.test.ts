import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA, townB } from '../../test/factories/every-table.ts';
import { type AuditFinding, verifyAudit } from './audit-verify.ts';
import type { Database } from './connection.ts';
import { databaseErrorOf } from './database-error.ts';
import { withMaintenance } from './maintenance.ts';
import { auditEvent } from './schema/index.ts';
import { withTenant } from './tenant.ts';

/** As somebody with the whole database in hand: triggers off, no role. Rolled back afterwards. */
const tampered = (db: Database, statements: readonly string[]): Promise<readonly AuditFinding[]> => {
  class Undo extends Error {}
  let found: readonly AuditFinding[] = [];
  return withMaintenance(db, { readOnly: false }, async (tx) => {
    await tx.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
    for (const statement of statements) await tx.query(statement);
    // The verification as it always runs, on the state this transaction sees.
    const inside: Database = {
      ...db,
      transaction: (_, run) =>
        run({ query: async (sql, params) => ({ rows: await tx.query(sql, params), rowCount: 0 }) }),
    };
    found = (await verifyAudit(inside)).flatMap((chain) => chain.findings);
    throw new Undo();
  }).catch((error: unknown) => {
    if (error instanceof Undo) return found;
    throw error;
  });
};

const row = (seq: number): string => `municipality = '${townA}' AND seq = ${seq}`;
const swap = (a: number, b: number): readonly string[] => [
  `UPDATE audit_event SET seq = -1 WHERE ${row(a)}`,
  `UPDATE audit_event SET seq = ${a} WHERE ${row(b)}`,
  `UPDATE audit_event SET seq = ${b} WHERE municipality = '${townA}' AND seq = -1`,
];
/** Gives the row a hash that fits what it now says. */
const rehash = (seq: number): string =>
  `UPDATE audit_event e SET hash = rashin.audit_hash(e) WHERE ${row(seq)}`;

describeEachDatabase('監査証跡の改ざんを見つける', (open) => {
  let db: Database;
  let last: number;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
    await fillTown(db, townB);
    last = (await verifyAudit(db, townA))[0]?.events ?? 0;
  });
  const at = (seq: number) => ({ municipality: townA, seq });

  it('書かれたままの証跡には何も見つからない', async () => {
    const chains = await verifyAudit(db);
    expect(chains.map(({ municipality, events, findings }) => [municipality, events, findings])).toEqual([
      [townB, last, []],
      [townA, last, []],
    ]);
    expect(last).toBeGreaterThan(30);
    expect(await verifyAudit(db, townA)).toHaveLength(1);
  });

  it.each([
    ['内容', `UPDATE audit_event SET after = jsonb_set(after, '{name}', '"別の名"') WHERE ${row(1)}`, 1],
    ['行った人', `UPDATE audit_event SET actor = 'somebody' WHERE ${row(7)}`, 7],
    ['日時', `UPDATE audit_event SET at = at + interval '1 microsecond' WHERE ${row(7)}`, 7],
    ['変更前', `UPDATE audit_event SET before = '{}' WHERE ${row(3)}`, 3],
    ['対象', `UPDATE audit_event SET entity_key = '{}' WHERE ${row(3)}`, 3],
    ['どこから', `UPDATE audit_event SET origin = 'cli' WHERE ${row(5)}`, 5],
    ['ハッシュ', `UPDATE audit_event SET hash = repeat('0', 64) WHERE ${row(5)}`, 5],
  ])('%sを書き換えた行を名指しする', async (_, statement, seq) => {
    const findings = await tampered(db, [statement]);
    expect(findings[0]).toMatchObject({
      ...at(seq),
      kind: 'changed',
      entity: expect.any(String),
      entityKey: expect.any(String),
    });
    expect(findings.every((finding) => finding.seq === seq || finding.seq === seq + 1)).toBe(true);
  });

  it('内容に合わせてハッシュを作り直しても、次の行で分かる', async () => {
    expect(
      await tampered(db, [`UPDATE audit_event SET actor = 'somebody' WHERE ${row(7)}`, rehash(7)]),
    ).toMatchObject([{ ...at(8), kind: 'unlinked' }]);
  });

  it('最後の行を作り直しても、末尾の記録で分かる', async () => {
    const statements = [`UPDATE audit_event SET actor = 'somebody' WHERE ${row(last)}`, rehash(last)];
    expect(await tampered(db, statements)).toMatchObject([{ ...at(last), kind: 'head-changed' }]);
  });

  it.each([
    ['最初の', () => [1, 1]],
    ['途中の', () => [9, 9]],
    ['続いた', () => [9, 12]],
    ['最後の', () => [last, last]],
    ['終わりの数', () => [last - 3, last]],
    ['すべての', () => [1, last]],
  ])('%s行を消すと、どこからどこまでかが分かる', async (_, range) => {
    const [from = 0, until = 0] = range();
    const statement = `DELETE FROM audit_event WHERE municipality = '${townA}' AND seq BETWEEN ${from} AND ${until}`;
    expect(await tampered(db, [statement])).toEqual([
      { municipality: townA, seq: from, until, kind: 'removed', entity: null, entityKey: null },
    ]);
  });

  it('途中を消して番号を詰めても、詰めた行がすべて分かる', async () => {
    const findings = await tampered(db, [
      `DELETE FROM audit_event WHERE ${row(9)}`,
      `UPDATE audit_event SET seq = -seq WHERE municipality = '${townA}' AND seq > 9`,
      `UPDATE audit_event SET seq = -seq - 1 WHERE municipality = '${townA}' AND seq < 0`,
    ]);
    expect(findings[0]).toMatchObject({ ...at(9), kind: 'moved', until: 10 });
    expect(findings.at(-1)).toMatchObject({ ...at(last), kind: 'removed', until: last });
  });

  it.each([
    ['隣どうし', 10, 11],
    ['離れた行', 10, 20],
  ])('%sを入れ替えると、二つとももとの番号が分かる', async (_, a, b) => {
    const moved = (await tampered(db, swap(a, b))).filter((finding) => finding.kind === 'moved');
    expect(moved).toMatchObject([
      { ...at(a), until: b },
      { ...at(b), until: a },
    ]);
  });

  it('末尾の記録だけを変えても、消しても分かる', async () => {
    const head = `municipality = '${townA}'`;
    expect(await tampered(db, [`UPDATE audit_head SET seq = seq - 1 WHERE ${head}`])).toMatchObject([
      { kind: 'head-changed' },
    ]);
    expect(await tampered(db, [`UPDATE audit_head SET hash = 'x' WHERE ${head}`])).toMatchObject([
      { kind: 'head-changed' },
    ]);
    expect(await tampered(db, [`DELETE FROM audit_head WHERE ${head}`])).toMatchObject([
      { ...at(last), kind: 'head-changed' },
    ]);
  });

  it('ある団体の証跡を末尾の記録ごとすべて消しても、団体があるので分かる', async () => {
    const town = `WHERE municipality = '${townA}'`;
    expect(
      await tampered(db, [`DELETE FROM audit_event ${town}`, `DELETE FROM audit_head ${town}`]),
    ).toMatchObject([{ municipality: townA, seq: 0, kind: 'head-changed' }]);
  });

  it('データベースの関数を差し替えても、だまされない', async () => {
    const findings = await tampered(db, [
      `UPDATE audit_event SET actor = 'somebody' WHERE ${row(7)}`,
      `CREATE OR REPLACE FUNCTION rashin.audit_hash(e audit_event) RETURNS text LANGUAGE sql STABLE AS $$ SELECT e.hash $$`,
    ]);
    expect(findings).toMatchObject([{ ...at(7), kind: 'changed' }]);
  });

  it('アプリケーションからは、足すことも変えることも消すこともできない', async () => {
    const as = { municipality: townA, actor: 'test', origin: 'test' };
    const refused = async (work: Promise<unknown>) =>
      databaseErrorOf(
        await work.then(
          () => null,
          (e: unknown) => e,
        ),
      )?.code;
    expect(await refused(withTenant(db, as, (tx) => tx.q.delete(auditEvent)))).toBe('42501');
    expect(await refused(withTenant(db, as, (tx) => tx.q.update(auditEvent).set({ actor: 'x' })))).toBe(
      '42501',
    );
    expect(
      await refused(withMaintenance(db, { readOnly: false }, (tx) => tx.query('DELETE FROM audit_event'))),
    ).toBe('RS002');
    expect(
      await refused(withMaintenance(db, { readOnly: false }, (tx) => tx.query('TRUNCATE audit_event'))),
    ).toBe('RS002');
    expect((await verifyAudit(db)).flatMap((chain) => chain.findings)).toEqual([]);
  });
});
