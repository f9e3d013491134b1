import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import {
  type CollectionOffice,
  collectionYear,
  openCollectionOffice,
  someAsked,
} from '../../../test/factories/collections.ts';
import { countingDatabase } from '../../../test/factories/counting-database.ts';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import { shiojiri } from '../../../test/factories/office.ts';
import type { Acting } from '../acting.ts';
import { deliverMail } from '../deliver-mail.ts';
import { setEmail } from '../people/user-email.ts';
import { moveSheet } from './move-sheet.ts';
import { readCollection } from './read-collection.ts';
import { readSheet } from './read-sheet.ts';
import { remindCollection } from './remind-collection.ts';
import { saveSheetRows } from './save-sheet-rows.ts';
import { sheetMark } from './sheet-mark.ts';
import type { EnteredRow } from './sheet-rows.ts';

const at = { fiscalYear: collectionYear, unitKey: 'kodomo' };
const rows = 400;
let desk: CollectionOffice;

const row = (indicatorKey: string, figure: string, seen: string | null = ''): EnteredRow => ({
  indicatorKey,
  figure,
  missing: '',
  status: 'final',
  sourceDocument: '統計書',
  note: '',
  seen,
});

/** Queries asked of the database while `act` runs. */
const asked = async (act: (acting: Acting) => Promise<unknown>): Promise<number> => {
  const acting = desk.as('tanto');
  const { db, count } = countingDatabase(acting.db);
  return count(() => act({ ...acting, db }));
};

/** Which transaction wrote each row last: no version a program keeps can be more honest. */
const writers = async (): Promise<ReadonlyMap<string, string>> =>
  desk.office.read(async (tx) => {
    const found = (await tx.q.execute(sql`
      SELECT 'indicator ' || indicator_key, xmin::text FROM indicator WHERE municipality = ${shiojiri}
      UNION ALL SELECT 'value ' || indicator_key || ' ' || fiscal_year || ' ' || stage, xmin::text FROM indicator_value
        WHERE municipality = ${shiojiri}
      UNION ALL SELECT 'sheet ' || unit_key, xmin::text FROM collection_sheet WHERE municipality = ${shiojiri}
      UNION ALL SELECT 'collection', xmin::text FROM collection WHERE municipality = ${shiojiri}`)) as unknown as [
      string,
      string,
    ][];
    return new Map(found);
  });

describeEachDatabase('400行の入力表', (open) => {
  beforeAll(async () => {
    desk = await openCollectionOffice([], true, open);
  });

  it('表を開くのも、1行と400行を保存するのも、問い合わせの数は同じ', async () => {
    const read = (acting: Acting) => readSheet(acting, at);
    const overview = (acting: Acting) => readCollection(acting, collectionYear);
    const few = [await asked(read), await asked(overview)];
    const one = await asked((acting) => saveSheetRows(acting, at, [row('a', '102')]));
    await desk.define(Array.from({ length: rows }, (_, n) => someAsked(`n${n}`, { position: 10 + n })));
    expect((await readSheet(desk.as('tanto'), at))?.records).toHaveLength(rows + 3);
    expect([await asked(read), await asked(overview)]).toEqual(few);
    const all = await asked((acting) =>
      saveSheetRows(
        acting,
        at,
        Array.from({ length: rows }, (_, n) => row(`n${n}`, '103')),
      ),
    );
    expect([one, all]).toEqual([one, one]);
  });

  it('一つの欄を保存しても、ほかの行は書き換わらない', async () => {
    const before = await writers();
    const saved = await saveSheetRows(desk.as('tanto'), at, [row('n7', '104', null)]);
    expect(saved.ok && saved.value.changed.map(({ after }) => after.value)).toEqual(['104']);
    const after = await writers();
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    expect(before.size).toBeGreaterThan(rows * 4);
    expect([...after].filter(([name, writer]) => before.get(name) !== writer).map(([name]) => name)).toEqual([
      `value n7 ${collectionYear} draft`,
    ]);
  });

  it('提出、督促、承認まで動き、二つの仕組みが同時に送っても一通だけ出る', async () => {
    const rest = [row('a', '102', null), row('b', '103', null), { ...row('c', '策定', null) }];
    expect((await saveSheetRows(desk.as('tanto'), at, rest)).ok).toBe(true);
    expect((await moveSheet(desk.as('tanto'), at, { kind: 'submit', confirmed: [] })).ok).toBe(true);
    await setEmail(desk.as('kacho'), desk.userId('kacho'), 'kacho@example.lg.jp');
    const place = { town: '塩尻市', href: 'https://plan.example.lg.jp/' };
    const reminded = await remindCollection(desk.as('kikaku'), collectionYear, place);
    expect(reminded).toMatchObject({ value: { mailed: 1, pageOnly: 1 } });
    const sent: string[] = [];
    const send = async ({ to }: { readonly to: string }) => {
      sent.push(to);
    };
    const { db, clock } = desk.office;
    await Promise.all([deliverMail(db, send, () => clock.now), deliverMail(db, send, () => clock.now)]);
    expect(sent).toEqual(['kacho@example.lg.jp']);
    const view = await readSheet(desk.as('kacho'), at);
    const approved = await moveSheet(desk.as('kacho'), at, {
      kind: 'approve',
      seen: sheetMark(view?.records ?? [], collectionYear),
    });
    expect(approved).toEqual({ ok: true, value: { published: rows + 3 } });
  });
});
