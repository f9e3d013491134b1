import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../test/factories/drafts.ts';
import type { TreeOperation } from '../../domain/plan/arrangement-decision.ts';
import { checkLineage } from '../../domain/plan/check-lineage.ts';
import { checkTree } from '../../domain/plan/check-tree.ts';
import type { LineageLink } from '../../domain/plan/lineage.ts';
import { arrangeItems, type SeenItem } from './arrange-items.ts';
import { saveItem } from './save-item.ts';

let desk: Desk;
let drafts: Drafts;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const seenOf = async (itemKey: string): Promise<SeenItem> => ({
  itemKey,
  version: await drafts.versionOf(itemKey),
  parentKey: (await drafts.item(itemKey)).parentKey,
});

const arrange = async (operation: TreeOperation, reason = '', who: 'kikaku' | 'kodomo-tanto' = 'kikaku') =>
  arrangeItems(
    drafts.as(who),
    drafts.draft,
    operation,
    operation.kind === 'insert' ? null : await seenOf(operation.itemKey),
    reason,
  );

const order = async (parentKey: string | null): Promise<readonly string[]> =>
  (await drafts.load()).content.items
    .filter((item) => item.parentKey === parentKey)
    .sort((a, b) => a.position - b.position)
    .map((item) => item.itemKey);

const place = (itemKey: string) => ({ planKey: drafts.planKey, itemKey });

/** Whatever was done, the draft can still be approved. */
const expectSound = async (): Promise<void> => {
  const [now, before, links] = [await drafts.load(), await drafts.load(1), await drafts.lineage()];
  const scope = {
    before: before.content.items.map(({ itemKey }) => place(itemKey)),
    after: now.content.items.map(({ itemKey }) => place(itemKey)),
  };
  const problems = [...checkTree(now.content.levels, now.content.items), ...checkLineage(links, scope)];
  expect(problems).toEqual([]);
};

const insert = (
  itemKey: string,
  change: Partial<Extract<TreeOperation, { kind: 'insert' }>> = {},
): TreeOperation => ({
  kind: 'insert',
  itemKey,
  levelKey: 'measure',
  title: '居場所がある',
  parentKey: 'b',
  afterKey: null,
  crossCutting: false,
  ...change,
});

describe('並べ替えと移動', () => {
  it('上へ・下への並べ替えは系譜に残らず、文の版も進めない', async () => {
    expect(await arrange({ kind: 'up', itemKey: 'a-2' })).toEqual({ ok: true, value: { itemKey: 'a-2' } });
    expect(await order('a')).toEqual(['a-2', 'a-1']);
    expect(await drafts.versionOf('a-2')).toBe(1);
    expect(await drafts.lineage()).toEqual([]);
  });

  it('別の項目の下へ移すと理由とともに系譜に残り、戻すと消える', async () => {
    await arrange({ kind: 'place', itemKey: 'a-2', parentKey: 'b', beforeKey: null }, '担当をまとめる');
    expect(await order('b')).toEqual(['a-2']);
    const link: LineageLink = {
      kind: 'move',
      from: place('a-2'),
      to: place('a-2'),
      reason: '担当をまとめる',
    };
    expect(await drafts.lineage()).toEqual([link]);
    await expectSound();
    await arrange({ kind: 'place', itemKey: 'a-2', parentKey: 'a', beforeKey: 'a-1' });
    expect(await order('a')).toEqual(['a-2', 'a-1']);
    expect(await drafts.lineage()).toEqual([]);
  });

  it('二度移しても、系譜は後の理由の一つだけ', async () => {
    await arrange(insert('c', { levelKey: 'strategy', parentKey: null, title: 'つながり' }));
    await arrange({ kind: 'place', itemKey: 'a-2', parentKey: 'b', beforeKey: null }, '一度目');
    await arrange({ kind: 'place', itemKey: 'a-2', parentKey: 'c', beforeKey: null }, '二度目');
    expect((await drafts.lineage()).map((link) => link.reason)).toEqual(['二度目']);
    await expectSound();
  });

  it.each([
    ['理由がない移動', { kind: 'place', itemKey: 'a-2', parentKey: 'b', beforeKey: null }, 'reason-required'],
    ['いちばん上をさらに上へ', { kind: 'up', itemKey: 'a' }, 'item-is-first'],
    ['いちばん下をさらに下へ', { kind: 'down', itemKey: 'b' }, 'item-is-last'],
    [
      '自分の下の項目の中へ',
      { kind: 'place', itemKey: 'a', parentKey: 'a-1', beforeKey: null },
      'item-into-itself',
    ],
    [
      '階層が合わない場所へ',
      { kind: 'place', itemKey: 'b', parentKey: 'a-1', beforeKey: null },
      'item-does-not-fit',
    ],
    [
      'ない項目の下へ',
      { kind: 'place', itemKey: 'a-1', parentKey: 'nai', beforeKey: null },
      'item-parent-unknown',
    ],
    ['理由がない取り除き', { kind: 'remove', itemKey: 'a-1', children: 'refuse' }, 'reason-required'],
    ['下の項目が残る取り除き', { kind: 'remove', itemKey: 'a', children: 'refuse' }, 'item-has-children'],
    [
      'いまの場所への再掲',
      { kind: 'show-again', itemKey: 'a-1', parentKey: 'a' },
      'item-also-under-needless',
    ],
    ['自分へのまとめ', { kind: 'merge', itemKey: 'a-1', intoKey: 'a-1' }, 'item-into-itself'],
    ['題名のない分割', { kind: 'split', itemKey: 'a-1', parts: [] }, 'title-missing'],
    ['題名のない項目', insert('x', { title: ' ' }), 'title-missing'],
    ['階層が合わない項目', insert('x', { parentKey: null }), 'item-does-not-fit'],
  ] as const)('%sは断り、何も変えない', async (_, operation, code) => {
    const before = await drafts.snapshot();
    const done = await arrange(operation);
    expect(done).toMatchObject({ ok: false, error: [{ code }] });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('課の職員は体系を変えられない', async () => {
    const before = await drafts.snapshot();
    expect(await arrange({ kind: 'up', itemKey: 'a-2' }, '', 'kodomo-tanto')).toMatchObject({
      ok: false,
      error: [{ code: 'not-allowed' }],
    });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('公開した版の体系は変わらない', async () => {
    const done = await arrangeItems(
      drafts.as('kikaku'),
      drafts.published,
      { kind: 'up', itemKey: 'a-2' },
      { itemKey: 'a-2', version: 1, parentKey: 'a' },
      '',
    );
    expect(done).toMatchObject({ ok: false, error: [{ code: 'revision-not-draft' }] });
  });
});

describe('横断の項目', () => {
  it('体系の並べ替えは、横断の項目をまたいでも一つずつ見た目どおりに動く', async () => {
    await arrange(
      insert('x', { levelKey: 'strategy', parentKey: null, crossCutting: true, title: 'ブランド戦略' }),
    );
    await arrange({ kind: 'place', itemKey: 'x', parentKey: null, beforeKey: 'a' });
    expect(await order(null)).toEqual(['x', 'a', 'b']);
    expect(await arrange({ kind: 'up', itemKey: 'a' })).toMatchObject({
      ok: false,
      error: [{ code: 'item-is-first' }],
    });
    expect((await arrange({ kind: 'up', itemKey: 'b' })).ok).toBe(true);
    expect((await order(null)).filter((key) => key !== 'x')).toEqual(['b', 'a']);
  });
});

describe('加える・取り除く', () => {
  it('加えた項目は新しい記事番号を持ち、まだ知られていないので理由なしに取り除ける', async () => {
    expect((await arrange(insert('x'))).ok).toBe(true);
    const numbers = [...(await drafts.load()).records.values()].map((record) => record.articleNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect((await arrange({ kind: 'remove', itemKey: 'x', children: 'refuse' })).ok).toBe(true);
    expect(await order('b')).toEqual([]);
    expect(await drafts.lineage()).toEqual([]);
  });

  it('取り除いた項目は廃止として理由が残り、下の項目もまとめて残せる', async () => {
    await arrange({ kind: 'remove', itemKey: 'a', children: 'remove' }, '組み替え');
    expect(await order(null)).toEqual(['b']);
    const dropped = (await drafts.lineage()).map((link) => [link.kind, link.from?.itemKey, link.reason]);
    expect(dropped.sort()).toEqual([
      ['drop', 'a', '組み替え'],
      ['drop', 'a-1', '組み替え'],
      ['drop', 'a-2', '組み替え'],
    ]);
    await expectSound();
  });
});

describe('再掲・統合・分割', () => {
  it('再掲し、やめる', async () => {
    await arrange({ kind: 'show-again', itemKey: 'a-1', parentKey: 'b' });
    expect((await drafts.item('a-1')).alsoUnder).toEqual([{ parentKey: 'b', position: 0 }]);
    await arrange({ kind: 'show-once', itemKey: 'a-1', parentKey: 'b' });
    expect((await drafts.item('a-1')).alsoUnder).toEqual([]);
  });

  it('まとめると、指標と声が合わさり、両方が統合のもとになる', async () => {
    await arrange({ kind: 'merge', itemKey: 'a-1', intoKey: 'a-2' }, '内容が重なる');
    const merged = await drafts.item('a-2');
    expect([merged.indicatorKeys, merged.voices.map((voice) => voice.body)]).toEqual([
      ['happiness'],
      ['公園がほしい'],
    ]);
    expect((await drafts.lineage()).map((link) => [link.kind, link.from?.itemKey, link.to?.itemKey])).toEqual(
      [
        ['merge', 'a-1', 'a-2'],
        ['merge', 'a-2', 'a-2'],
      ],
    );
    await expectSound();
  });

  it('まだ公開していない項目へはまとめられない', async () => {
    await arrange(insert('x', { parentKey: 'a' }));
    const before = await drafts.snapshot();
    expect(await arrange({ kind: 'merge', itemKey: 'a-1', intoKey: 'x' }, '重なる')).toMatchObject({
      ok: false,
      error: [{ code: 'merge-into-new' }],
    });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('まとめた先を取り除くと、もとの項目はすべて廃止になる', async () => {
    await arrange({ kind: 'merge', itemKey: 'a-1', intoKey: 'a-2' }, '内容が重なる');
    await arrange({ kind: 'remove', itemKey: 'a-2', children: 'refuse' }, '役割を終えた');
    expect((await drafts.lineage()).map((link) => [link.kind, link.from?.itemKey]).sort()).toEqual([
      ['drop', 'a-1'],
      ['drop', 'a-2'],
    ]);
    await expectSound();
  });

  it('分けると、新しい項目がすぐ後に並び、分割として残る', async () => {
    const parts = [
      { itemKey: 'x', title: '学校で学べている' },
      { itemKey: 'y', title: '地域で学べている' },
    ];
    await arrange({ kind: 'split', itemKey: 'a-1', parts }, '担い手が違う');
    expect(await order('a')).toEqual(['a-1', 'x', 'y', 'a-2']);
    expect((await drafts.item('x')).desiredState).toBe('子どもと家族が応援されている。');
    expect((await drafts.lineage()).map((link) => [link.kind, link.to?.itemKey])).toEqual([
      ['split', 'a-1'],
      ['split', 'x'],
      ['split', 'y'],
    ]);
    await expectSound();
    // One part goes, then the other: what is left of a split is a change of name, then nothing.
    await arrange({ kind: 'remove', itemKey: 'x', children: 'refuse' }, '戻す');
    await expectSound();
    await arrange({ kind: 'remove', itemKey: 'y', children: 'refuse' }, '戻す');
    expect(await drafts.lineage()).toEqual([]);
  });
});

describe('同時の編集', () => {
  it('先に移された項目は、前の場所からは動かせない', async () => {
    const seen = await seenOf('a-2');
    await arrange({ kind: 'place', itemKey: 'a-2', parentKey: 'b', beforeKey: null }, '先の人');
    const before = await drafts.snapshot();
    const done = await arrangeItems(
      drafts.as('kikaku'),
      drafts.draft,
      { kind: 'up', itemKey: 'a-2' },
      seen,
      '',
    );
    expect(done).toMatchObject({ ok: false, error: [{ code: 'changed-meanwhile' }] });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('書き直されたばかりの項目は、その文を見ずに取り除けない', async () => {
    const seen = await seenOf('a-1');
    const {
      itemKey: _,
      levelKey: __,
      parentKey: ___,
      position: ____,
      alsoUnder: _____,
      ...text
    } = await drafts.item('a-1');
    await saveItem(drafts.as('kodomo-tanto'), drafts.draft, 'a-1', {
      text: { ...text, issue: '書いたばかり' },
      expectedVersion: 1,
      renameReason: '',
    });
    const done = await arrangeItems(
      drafts.as('kikaku'),
      drafts.draft,
      { kind: 'remove', itemKey: 'a-1', children: 'refuse' },
      seen,
      '見直し',
    );
    expect(done).toMatchObject({ ok: false, error: [{ code: 'changed-meanwhile' }] });
    expect((await drafts.item('a-1')).issue).toBe('書いたばかり');
  });

  it('移しても、文を書いている人の保存は通る', async () => {
    const {
      itemKey: _,
      levelKey: __,
      parentKey: ___,
      position: ____,
      alsoUnder: _____,
      ...text
    } = await drafts.item('a-2');
    await arrange({ kind: 'place', itemKey: 'a-2', parentKey: 'b', beforeKey: null }, '移す');
    const saved = await saveItem(drafts.as('kikaku'), drafts.draft, 'a-2', {
      text: { ...text, issue: '書き足し' },
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved.ok).toBe(true);
    expect((await drafts.item('a-2')).parentKey).toBe('b');
  });
});
