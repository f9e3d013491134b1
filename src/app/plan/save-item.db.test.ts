import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../test/factories/drafts.ts';
import { maniwa } from '../../../test/factories/office.ts';
import type { ItemText } from '../../db/write-item.ts';
import { insertUnits } from '../../db/write-town.ts';
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

const textOf = async (itemKey: string, change: Partial<ItemText> = {}): Promise<ItemText> => {
  const {
    itemKey: _,
    levelKey: __,
    parentKey: ___,
    position: ____,
    alsoUnder: _____,
    ...text
  } = await drafts.item(itemKey);
  return { ...text, ...change };
};

describe('項目の保存', () => {
  it('すべての欄を保存し、版の番号を進め、書いた人を残す', async () => {
    const text = await textOf('a-1', {
      issue: '相談の窓口が足りない。',
      approach: '地域と窓口を増やす。',
      span: 'short',
      investmentKinds: ['funds', 'time'],
      lifeStages: ['乳幼児', '小学生'],
      areaKeys: ['city'],
      sdgGoals: [3, 4],
      supportUnitKeys: ['doboku'],
      partners: [{ kind: 'npo', name: '子育ての会', role: '見守り' }],
      voices: [{ body: '遊び場がほしい', origin: '集い', heardOn: null, consent: true }],
      reasonKeys: ['kodomo-gensho'],
      indicatorKeys: [],
      source: { document: '策定資料', place: '3頁' },
    });
    const saved = await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved).toEqual({ ok: true, value: { version: 2, warnings: [] } });
    expect(await textOf('a-1')).toEqual(text);
  });

  it('公開した版は変わらない', async () => {
    const text = await textOf('a-1', { issue: '書き換え' });
    const before = JSON.stringify((await drafts.load(1)).content);
    const saved = await saveItem(drafts.as('kikaku'), drafts.published, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved).toMatchObject({ ok: false, error: [{ code: 'revision-not-draft' }] });
    expect(JSON.stringify((await drafts.load(1)).content)).toBe(before);
  });

  it.each([
    ['題名が空', { title: ' ' }, 'text-missing'],
    ['長すぎる文', { issue: 'あ'.repeat(20_001) }, 'text-too-long'],
    ['ない組織', { leadUnitKeys: ['nai'] }, 'unit-unknown'],
    ['ないエリア', { areaKeys: ['nai'] }, 'area-unknown'],
    ['ない指標', { indicatorKeys: ['nai'] }, 'indicator-unknown'],
    ['ない理由', { reasonKeys: ['nai'] }, 'situation-unknown'],
    ['18番のSDGs', { sdgGoals: [18] }, 'sdg-goal-unknown'],
    ['制御文字', { issue: 'a\u0007b' }, 'text-control-character'],
  ] as const)('%sは断り、何も変えない', async (_, change, code) => {
    const before = await drafts.snapshot();
    const text = await textOf('a-1', change);
    const saved = await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: '理由',
    });
    expect(saved.ok ? [] : saved.error.map((problem) => problem.code)).toEqual([code]);
    expect(await drafts.snapshot()).toBe(before);
  });

  it('ほかの町の組織は選べない', async () => {
    const before = await drafts.snapshot();
    const unit = {
      name: '真庭の課',
      kind: '課',
      parentKey: null,
      validFrom: '2020-04-01',
      validTo: null,
      position: 9,
    };
    await drafts.office.read(
      (tx) => insertUnits(tx, [{ ...unit, unitKey: 'maniwa-ka' }], '2025-04-01T00:00:00Z'),
      maniwa,
    );
    const text = await textOf('a-1', { leadUnitKeys: ['maniwa-ka'] });
    const saved = await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved).toMatchObject({ ok: false, error: [{ code: 'unit-unknown' }] });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('ほかの町の職員には、この計画はない', async () => {
    const text = await textOf('a-1', { issue: '横から' });
    const saved = await saveItem(drafts.as('kikaku', maniwa), drafts.draft, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved).toMatchObject({ ok: false, error: [{ code: 'revision-not-found' }] });
    expect((await drafts.item('a-1')).issue).toBe('');
  });

  it('後から保存する人には、先に変わったことを告げ、上書きしない', async () => {
    const first = await textOf('a-1', { issue: '先の人' });
    const second = await textOf('a-1', { issue: '後の人' });
    await saveItem(drafts.as('kodomo-tanto'), drafts.draft, 'a-1', {
      text: first,
      expectedVersion: 1,
      renameReason: '',
    });
    const saved = await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text: second,
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved).toMatchObject({ ok: false, error: [{ code: 'changed-meanwhile' }] });
    expect((await drafts.item('a-1')).issue).toBe('先の人');
  });
});

describe('だれが書けるか', () => {
  it('課の職員は、主管の項目の文を書ける', async () => {
    const text = await textOf('a-1', { issue: '窓口が遠い' });
    const saved = await saveItem(drafts.as('kodomo-tanto'), drafts.draft, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved.ok).toBe(true);
  });

  it.each([
    ['課の職員は、ほかの課の項目を書けない', 'kodomo-tanto', 'b', {}, 'not-allowed'],
    ['課の職員は、主管のない項目を書けない', 'kodomo-tanto', 'a', {}, 'not-allowed'],
    ['課の職員は、題名を変えられない', 'kodomo-tanto', 'a-1', { title: '別の名' }, 'planner-only'],
    ['課の職員は、主管を変えられない', 'kodomo-tanto', 'a-1', { leadUnitKeys: ['doboku'] }, 'planner-only'],
    ['首長は項目を書かない', 'shicho', 'a-1', {}, 'not-allowed'],
    ['監査は読むだけ', 'kansa', 'a-1', {}, 'not-allowed'],
  ] as const)('%s', async (_, who, itemKey, change, code) => {
    const before = await drafts.snapshot();
    const text = await textOf(itemKey, { issue: '書き込み', ...change });
    const saved = await saveItem(drafts.as(who), drafts.draft, itemKey, {
      text,
      expectedVersion: 1,
      renameReason: '',
    });
    expect(saved).toMatchObject({ ok: false, error: [{ code }] });
    expect(await drafts.snapshot()).toBe(before);
  });
});

describe('名称の変更', () => {
  it('公開した項目の名前を変えるには理由が要る', async () => {
    const before = await drafts.snapshot();
    const text = await textOf('a-1', { title: 'どの子も健やかに育っている' });
    const saved = await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: ' ',
    });
    expect(saved).toMatchObject({
      ok: false,
      error: [{ code: 'rename-reason-required', path: ['renameReason'] }],
    });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('理由とともに系譜に残り、元の名前に戻すと消える', async () => {
    const place = { planKey: drafts.planKey, itemKey: 'a-1' };
    const renamed = await textOf('a-1', { title: 'どの子も健やかに育っている' });
    await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text: renamed,
      expectedVersion: 1,
      renameReason: '対象を広げる',
    });
    expect(await drafts.lineage()).toEqual([
      { kind: 'rename', from: place, to: place, reason: '対象を広げる' },
    ]);
    const back = await textOf('a-1', { title: '子どもが健やかに育っている' });
    await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text: back,
      expectedVersion: 2,
      renameReason: '',
    });
    expect(await drafts.lineage()).toEqual([]);
  });

  it('町の決まりの気づきは、保存を止めない', async () => {
    const text = await textOf('a-1', { title: '子育て支援の充実' });
    const saved = await saveItem(drafts.as('kikaku'), drafts.draft, 'a-1', {
      text,
      expectedVersion: 1,
      renameReason: '見直し',
    });
    expect(saved.ok && saved.value.warnings.map((problem) => problem.code)).toEqual(['title-names-means']);
  });
});
