import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CollectionOffice,
  type CollectionWho,
  collectionYear,
  openCollectionOffice,
} from '../../../test/factories/collections.ts';
import { loadIndicators } from '../../db/read-indicator.ts';
import { figureOf } from '../../domain/indicator/collection/asked.ts';
import type { TypedRow } from '../../domain/indicator/collection/decide-row.ts';
import { enterValues } from '../indicator/enter-values.ts';
import type { Refusal } from '../refusal.ts';
import { confirmationOf, moveSheet, type SheetStep } from './move-sheet.ts';
import { changeCollection, closeCollection, openCollection, reopenCollection } from './open-collection.ts';
import { readCollection } from './read-collection.ts';
import { readSheet } from './read-sheet.ts';
import { saveSheetRows } from './save-sheet-rows.ts';
import { rowMark, sheetMark } from './sheet-mark.ts';
import type { EnteredRow } from './sheet-rows.ts';

let desk: CollectionOffice;
const at = { fiscalYear: collectionYear, unitKey: 'kodomo' };

beforeAll(async () => {
  desk = await openCollectionOffice();
});
afterAll(() => desk.office.db.close());

const row = (indicatorKey: string, change: Partial<TypedRow & { seen: string | null }>): EnteredRow => ({
  indicatorKey,
  figure: '',
  missing: '',
  status: 'final',
  sourceDocument: '',
  note: '',
  seen: '',
  ...change,
});
const save = (who: CollectionWho, rows: readonly EnteredRow[], where = at) =>
  saveSheetRows(desk.as(who), where, rows);
const view = async (who: CollectionWho = 'tanto') => {
  const found = await readSheet(desk.as(who), at);
  if (found === null) throw new Error('no sheet');
  return found;
};
const step = (who: CollectionWho, what: SheetStep) => moveSheet(desk.as(who), at, what);
const codes = (result: { ok: true } | { ok: false; error: Refusal }) =>
  result.ok ? [] : result.error.map(({ code, path }) => `${path.join(' ')} ${code}`.trim());
const values = () =>
  desk.office.read(async (tx) =>
    (await loadIndicators(tx)).flatMap(({ indicator, values: all }) =>
      all
        .filter((value) => value.fiscalYear === collectionYear)
        .map(
          ({ stage, value, text, missing }) =>
            `${indicator.indicatorKey} ${stage} ${value ?? text ?? missing}`,
        ),
    ),
  );
const seenOf = async (key: string): Promise<string> => {
  const record = (await view()).records.find(({ indicator }) => indicator.indicatorKey === key);
  return record === undefined ? '' : rowMark(record, collectionYear);
};

describe('一行ずつ保存する', () => {
  it('下書きになり、ほかの行の版は変わらない', async () => {
    const versions = async () =>
      new Map(
        (await view()).records.map(({ indicator, version, values: all }) => [
          indicator.indicatorKey,
          [version, all.map((value) => [value.stage, value.version, value.updatedAt])],
        ]),
      );
    expect((await save('tanto', [row('b', { figure: '１０５' })])).ok).toBe(true);
    const before = await versions();
    const sheetBefore = (await view()).sheet.version;
    desk.office.clock.pass(1);
    expect((await save('tanto', [row('a', { figure: '104' })])).ok).toBe(true);
    const after = await versions();
    expect([after.get('b'), after.get('c')]).toEqual([before.get('b'), before.get('c')]);
    expect((await view()).sheet.version).toBe(sheetBefore);
    expect(await values()).toEqual(['a draft 104', 'b draft 105']);
  });

  it('同じ内容は書かない', async () => {
    const before = await desk.office.written();
    const saved = await save('tanto', [
      row('b', { figure: '105', sourceDocument: '統計書', seen: '古い印' }),
    ]);
    expect([saved.ok && saved.value.changed.length, await desk.office.written()]).toEqual([0, before]);
  });

  it('空に戻すと、下書きは消える', async () => {
    expect((await save('tanto', [row('b', { seen: await seenOf('b') })])).ok).toBe(true);
    expect(await values()).toEqual(['a draft 104']);
  });

  it('課長も、上の課の人も、企画担当も入力できる', async () => {
    for (const who of ['kacho', 'kikaku'] as const) {
      const figure = who === 'kacho' ? '106' : '107';
      expect((await save(who, [row('a', { figure, seen: await seenOf('a') })])).ok).toBe(true);
    }
    expect(await values()).toEqual(['a draft 107']);
  });
});

describe('断って、何も変えない', () => {
  let seen: string;
  beforeEach(async () => {
    seen = await seenOf('a');
  });
  it.each<[string, CollectionWho, () => readonly EnteredRow[], readonly string[]]>([
    ['自分の課でない', 'doboku', () => [row('a', { figure: '1', seen })], ['kodomo not-allowed']],
    [
      '尋ねていない指標',
      'tanto',
      () => [row('d', { figure: '1' }), row('f', { figure: '1' }), row('nai', { figure: '1' })],
      ['d sheet-not-asked', 'f sheet-not-asked', 'nai sheet-not-asked'],
    ],
    [
      '一つの欄に二つの値',
      'tanto',
      () => [row('a', { figure: '1', seen }), row('a', { figure: '2', seen })],
      ['a figure sheet-two-values'],
    ],
    [
      '数の欄の言葉と、よい行が一緒',
      'tanto',
      () => [row('a', { figure: '約120', seen }), row('b', { figure: '5' })],
      ['a figure not-a-number'],
    ],
    [
      '値と理由の両方',
      'tanto',
      () => [row('a', { figure: '5', missing: 'suppressed', seen })],
      ['a missing missing-beside-value'],
    ],
    ['古い印', 'tanto', () => [row('a', { figure: '5', seen: '' })], ['a changed-meanwhile']],
    [
      '誤りをすべて一度に言う',
      'tanto',
      () => [
        row('a', { figure: 'ふえた', seen }),
        row('b', { figure: 'へった' }),
        row('c', { status: 'z', figure: '策定', sourceDocument: '計画書' }),
      ],
      ['a figure not-a-number', 'b figure not-a-number', 'c status unknown-choice'],
    ],
  ])('%s', async (_, who, rows, expected) => {
    const before = [await desk.office.written(), await values()];
    expect(codes(await save(who, rows()))).toEqual(expected);
    expect([await desk.office.written(), await values()]).toEqual(before);
  });

  it.each([
    ['照会のない年度', { fiscalYear: 2024, unitKey: 'kodomo' }],
    ['計画にない遠い年度', { fiscalYear: 2199, unitKey: 'kodomo' }],
    ['尋ねていない課', { fiscalYear: collectionYear, unitKey: 'kodomo-bu' }],
  ])('%s', async (_, where) => {
    const before = await desk.office.written();
    expect(codes(await save('kikaku', [row('a', { figure: '5' })], where))).toEqual([
      `${where.unitKey} sheet-unknown`,
    ]);
    expect(await desk.office.written()).toEqual(before);
  });

  it('二人が同じ欄を続けて書くと、後の人に断る', async () => {
    const [first, second] = await Promise.all([
      save('tanto', [row('a', { figure: '111', seen })]),
      save('kacho', [row('a', { figure: '112', seen })]),
    ]);
    expect([first, second].map((result) => codes(result)).toSorted()).toEqual([[], ['a changed-meanwhile']]);
  });

  it('試すだけなら、変わるところを言って何も書かない', async () => {
    const before = await desk.office.written();
    const tried = await saveSheetRows(desk.as('tanto'), at, [row('a', { figure: '200', seen: null })], {
      dryRun: true,
    });
    expect(tried.ok && tried.value.changed.map(({ after }) => after.value)).toEqual(['200']);
    expect(await desk.office.written()).toEqual(before);
  });
});

describe('提出から承認まで', () => {
  it('空きがあれば、すべてを言って断る', async () => {
    const before = await desk.office.written();
    expect(codes(await step('tanto', { kind: 'submit', confirmed: [] }))).toEqual([
      'b figure sheet-blank',
      'c figure sheet-blank',
    ]);
    expect(await desk.office.written()).toEqual(before);
  });

  it('大きく違う値は、その値を確かめた印があれば通る', async () => {
    await save('tanto', [
      row('a', { figure: '190', seen: await seenOf('a') }),
      row('b', { missing: 'not-surveyed' }),
      row('c', { figure: '策定', sourceDocument: '計画書' }),
    ]);
    expect(codes(await step('tanto', { kind: 'submit', confirmed: [] }))).toEqual([
      'a figure sheet-unconfirmed',
    ]);
    const [a] = (await view()).records;
    if (a === undefined) throw new Error('no record');
    const confirmed = [confirmationOf(a, collectionYear)];
    await save('tanto', [row('a', { figure: '191', seen: await seenOf('a') })]);
    // Confirmed was another figure.
    expect(codes(await step('tanto', { kind: 'submit', confirmed }))).toEqual(['a figure sheet-unconfirmed']);
    expect((await view()).confirmations.size).toBe(0);
    const now = (await view()).records[0];
    if (now === undefined) throw new Error('no record');
    expect(
      codes(await step('tanto', { kind: 'submit', confirmed: [confirmationOf(now, collectionYear)] })),
    ).toEqual([]);
    const sent = await view('kacho');
    expect(sent.sheet).toMatchObject({ state: 'submitted', submittedBy: desk.userId('tanto') });
    expect([...sent.confirmations]).toEqual([['a', { by: '職員 tanto', at: sent.sheet.submittedAt }]]);
  });

  it('提出した表は書き換えられない', async () => {
    const before = [await desk.office.written(), await values()];
    expect(codes(await save('tanto', [row('a', { figure: '5', seen: await seenOf('a') })]))).toEqual([
      'kodomo sheet-submitted',
    ]);
    expect([await desk.office.written(), await values()]).toEqual(before);
  });

  it('課の担当は承認も差し戻しもできず、よその課の人は取り下げられない', async () => {
    const before = await desk.office.written();
    const seen = sheetMark((await view()).records, collectionYear);
    expect(codes(await step('tanto', { kind: 'approve', seen }))).toEqual(['kodomo not-allowed']);
    expect(codes(await step('tanto', { kind: 'return', reason: 'x' }))).toEqual(['kodomo not-allowed']);
    expect(codes(await step('doboku', { kind: 'withdraw' }))).toEqual(['kodomo not-allowed']);
    expect(await desk.office.written()).toEqual(before);
  });

  it('差し戻すと理由とともに課に戻り、直して再び提出できる', async () => {
    expect(codes(await step('kacho', { kind: 'return', reason: '出典を確かめてください。' }))).toEqual([]);
    expect((await view()).sheet).toMatchObject({ state: 'returned', reason: '出典を確かめてください。' });
    await save('tanto', [row('a', { figure: '191', seen: await seenOf('a'), sourceDocument: '月報' })]);
    // Said of the figure, not of its source.
    expect((await view()).confirmations.has('a')).toBe(true);
    expect(codes(await step('tanto', { kind: 'submit', confirmed: [] }))).toEqual([]);
    expect(codes(await step('kacho', { kind: 'return', reason: '値を確かめてください。' }))).toEqual([]);
    await save('tanto', [row('a', { figure: '108', seen: await seenOf('a'), note: '確かめました' })]);
    expect((await view()).confirmations.size).toBe(0);
    expect(codes(await step('tanto', { kind: 'submit', confirmed: [] }))).toEqual([]);
    expect(codes(await step('tanto', { kind: 'withdraw' }))).toEqual([]);
    expect((await view()).sheet.state).toBe('open');
    expect(codes(await step('tanto', { kind: 'submit', confirmed: [] }))).toEqual([]);
  });

  it('提出した表の値は、指標の画面からも変えられない', async () => {
    const a = (await view()).records[0];
    if (a === undefined) throw new Error('no record');
    const other = {
      fiscalYear: collectionYear,
      figure: '109',
      text: '',
      missing: '',
      asOf: '',
      standardError: '',
      status: 'final',
      sourceDocument: '統計書',
      sourcePlace: '',
      note: '指標の画面から',
      seen: rowMark(a, collectionYear),
    };
    const before = [await desk.office.written(), await values()];
    const refused = await enterValues(desk.as('kikaku'), 'a', [other]);
    expect(codes(refused)).toEqual([`${collectionYear} figure sheet-submitted`]);
    expect([await desk.office.written(), await values()]).toEqual(before);
  });

  it('見たものと違う値は承認しない', async () => {
    const before = [await desk.office.written(), await values()];
    expect(codes(await step('kacho', { kind: 'approve', seen: 'ほかの値' }))).toEqual([
      'kodomo changed-since-seen',
    ]);
    expect([await desk.office.written(), await values()]).toEqual(before);
  });

  it('承認すると、その課のその年度の下書きだけが一度に公開される', async () => {
    await save('doboku', [row('d', { figure: '3', sourceDocument: '台帳' })], { ...at, unitKey: 'doboku' });
    const seen = sheetMark((await view('kacho')).records, collectionYear);
    const done = await step('kacho', { kind: 'approve', seen });
    expect(done).toEqual({ ok: true, value: { published: 3 } });
    expect(await values()).toEqual([
      'a published 108',
      'b published not-surveyed',
      'c published 策定',
      'd draft 3',
    ]);
    expect((await view()).sheet).toMatchObject({ state: 'approved', decidedBy: desk.userId('kacho') });
    expect(codes(await save('tanto', [row('a', { figure: '5', seen: await seenOf('a') })]))).toEqual([
      'kodomo sheet-approved',
    ]);
  });

  it('承認した表は差し戻して直せる。公開した値は、次の承認まで残る', async () => {
    expect(codes(await step('kacho', { kind: 'return', reason: '訂正' }))).toEqual([]);
    await save('tanto', [row('a', { figure: '110', seen: await seenOf('a') })]);
    expect((await values()).slice(0, 2)).toEqual(['a draft 110', 'a published 108']);
    const record = (await view()).records[0];
    expect(figureOf(record?.values ?? [], collectionYear)?.value).toBe('110');
  });
});

describe('締め切る', () => {
  it('企画担当だけが締め切り、締め切ると何も動かない。開き直せる', async () => {
    const version = async () =>
      (await readCollection(desk.as('kikaku'), collectionYear))?.collection.version ?? 0;
    expect(codes(await closeCollection(desk.as('kacho'), collectionYear, await version()))).toEqual([
      'not-allowed',
    ]);
    expect(codes(await closeCollection(desk.as('kikaku'), collectionYear, 99))).toEqual([
      'changed-since-seen',
    ]);
    expect(codes(await closeCollection(desk.as('kikaku'), collectionYear, await version()))).toEqual([]);
    const before = [await desk.office.written(), await values()];
    expect(codes(await save('tanto', [row('a', { figure: '5', seen: await seenOf('a') })]))).toEqual([
      'kodomo collection-closed',
    ]);
    expect(codes(await step('tanto', { kind: 'submit', confirmed: [] }))).toEqual([
      'collection collection-closed',
    ]);
    const typed = { fiscalYear: collectionYear, dueOn: '2027-01-31', note: '', unitKeys: ['kodomo'] };
    expect(codes(await changeCollection(desk.as('kikaku'), typed, await version()))).toEqual([
      'fiscalYear collection-closed',
    ]);
    expect([await desk.office.written(), await values()]).toEqual(before);
    expect(codes(await reopenCollection(desk.as('kikaku'), collectionYear, await version()))).toEqual([]);
    expect(codes(await changeCollection(desk.as('kikaku'), typed, await version()))).toEqual([]);
    // A unit that was asked stays asked.
    expect((await readCollection(desk.as('kikaku'), collectionYear))?.sheets).toHaveLength(2);
  });

  it.each<[string, CollectionWho, number, readonly string[]]>([
    ['課の担当', 'tanto', 2024, ['not-allowed']],
    ['もうある年度', 'kikaku', collectionYear, ['fiscalYear collection-exists']],
    ['先の年度', 'kikaku', 2030, ['fiscalYear collection-year-future']],
  ])('始められない: %s', async (_, who, fiscalYear, expected) => {
    const before = await desk.office.written();
    const typed = { fiscalYear, dueOn: '2031-01-31', note: '', unitKeys: ['kodomo'] };
    expect(codes(await openCollection(desk.as(who), typed))).toEqual(expected);
    expect(await desk.office.written()).toEqual(before);
  });
});
