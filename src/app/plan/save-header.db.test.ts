import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../test/factories/drafts.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { loadRevision } from '../../db/read-revision.ts';
import type { LineageLink } from '../../domain/plan/lineage.ts';
import type { RollChoice } from '../../domain/plan/roll-forward.ts';
import { editLineage } from './edit-lineage.ts';
import { lineageMark } from './lineage-mark.ts';
import { rollPlanForward } from './roll-plan-forward.ts';
import { type HeaderEdit, saveHeader } from './save-header.ts';

let desk: Desk;
let drafts: Drafts;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const row = async (revision = 2) =>
  (await desk.office.read((tx) => listRevisions(tx, drafts.planKey))).find(
    (each) => each.revision === revision,
  );

const save = (edit: Partial<HeaderEdit>, who: 'kikaku' | 'kodomo-tanto' = 'kikaku') =>
  saveHeader(drafts.as(who), drafts.draft, { header: {}, expectedVersion: 1, ...edit });

describe('計画の全体の保存', () => {
  it('欄を保存し、版の番号を進める', async () => {
    expect(await save({ header: { summary: '前文', subtitle: '副題' }, label: '令和8年度の見直し' })).toEqual(
      {
        ok: true,
        value: { version: 2, warnings: [] },
      },
    );
    expect(await row()).toMatchObject({ label: '令和8年度の見直し', subtitle: '副題', version: 2 });
    expect((await drafts.load()).content.header.summary).toBe('前文');
  });

  it('期間の延長には理由が要り、理由は公開のときまで残る', async () => {
    const longer = { endFiscalYear: 2033 };
    expect(await save({ header: longer, periodReason: ' ' })).toMatchObject({
      ok: false,
      error: [{ code: 'period-reason-required', path: ['periodReason'] }],
    });
    expect(await row()).toMatchObject({ endFiscalYear: 2032, version: 1 });
    expect((await save({ header: longer, periodReason: '国の計画に合わせて一年延ばす' })).ok).toBe(true);
    expect(await row()).toMatchObject({ endFiscalYear: 2033, reason: '国の計画に合わせて一年延ばす' });
    // Another page of the same draft does not ask again.
    expect((await save({ header: { identity: [] }, expectedVersion: 2 })).ok).toBe(true);
  });

  it.each([
    ['空の題名', { header: { title: '' } }, 'text-missing'],
    ['逆の期間', { header: { startFiscalYear: 2033, endFiscalYear: 2024 } }, 'period-reversed'],
    ['階層なし', { levels: [] }, 'levels-missing'],
    ['空の名前', { label: ' ' }, 'text-missing'],
    ['古い版の番号', { expectedVersion: 9, header: { summary: '古い' } }, 'changed-meanwhile'],
  ] as const)('%sは断り、何も変えない', async (_, edit, code) => {
    const before = [await drafts.snapshot(), await row()];
    const saved = await save(edit as Partial<HeaderEdit>);
    expect(saved.ok ? 'saved' : saved.error[0].code).toBe(code);
    expect([await drafts.snapshot(), await row()]).toEqual(before);
  });

  it('項目が使っている階層は外せない', async () => {
    const levels = (await drafts.load()).content.levels.filter((level) => level.levelKey !== 'measure');
    const before = await drafts.snapshot();
    expect(await save({ levels })).toMatchObject({ ok: false, error: [{ code: 'item-level-unknown' }, {}] });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('課の職員には変えられない', async () => {
    expect(await save({ header: { summary: '横から' } }, 'kodomo-tanto')).toMatchObject({
      ok: false,
      error: [{ code: 'not-allowed' }],
    });
  });
});

describe('系譜の編集', () => {
  it('理由のない廃止や、ない項目への記録は断り、何も変えない', async () => {
    const before = await drafts.snapshot();
    const from = { planKey: drafts.planKey, itemKey: 'a-1' };
    const dropped = await editLineage(
      drafts.as('kikaku'),
      drafts.draft,
      [{ kind: 'drop', from, to: null, reason: '' }],
      lineageMark([]),
    );
    expect(dropped).toMatchObject({ ok: false, error: [{ code: 'lineage-reason-missing' }] });
    const nowhere = { planKey: drafts.planKey, itemKey: 'nai' };
    const carried = await editLineage(
      drafts.as('kikaku'),
      drafts.draft,
      [{ kind: 'carry', from, to: nowhere, reason: '' }],
      lineageMark([]),
    );
    expect(carried).toMatchObject({ ok: false, error: [{ code: 'lineage-item-unknown' }] });
    expect(await drafts.snapshot()).toBe(before);
  });

  it('書いた記録が残り、見ていない間に変わっていたら断る', async () => {
    const link = {
      kind: 'carry',
      from: { planKey: drafts.planKey, itemKey: 'a-1' },
      to: { planKey: drafts.planKey, itemKey: 'a-1' },
      reason: '続ける',
    } as const;
    expect((await editLineage(drafts.as('kikaku'), drafts.draft, [link], lineageMark([]))).ok).toBe(true);
    expect(await drafts.lineage()).toEqual([link]);
    const late = await editLineage(drafts.as('kikaku'), drafts.draft, [], lineageMark([]));
    expect(late).toMatchObject({
      ok: false,
      error: [{ code: 'lineage-changed-meanwhile', params: { by: '職員 kikaku' } }],
    });
    expect(await drafts.lineage()).toEqual([link]);
  });

  // The number of the last link is given again when it is replaced.
  it.each<[string, (link: LineageLink) => readonly LineageLink[]]>([
    ['理由だけが変わった', (link) => [{ ...link, reason: '相手の理由' }]],
    [
      '消えて別の記録になった',
      (link) => [{ ...link, to: link.from, from: link.to, kind: 'rename', reason: '相手' }],
    ],
  ])('同じ番号のまま%sときも、後の人を断り、相手の記録を残す', async (_, change) => {
    const own = (itemKey: string) => ({ planKey: drafts.planKey, itemKey });
    const link = { kind: 'carry', from: own('a-1'), to: own('a-1'), reason: 'はじめの理由' } as const;
    const edit = (links: readonly LineageLink[], seen: string) =>
      editLineage(drafts.as('kikaku'), drafts.draft, links, seen);
    expect((await edit([link], lineageMark([]))).ok).toBe(true);
    const seen = lineageMark([link]);
    expect((await edit(change(link), seen)).ok).toBe(true);
    expect(await edit([{ ...link, reason: '自分の理由' }], seen)).toMatchObject({
      ok: false,
      error: [{ code: 'lineage-changed-meanwhile' }],
    });
    expect(await drafts.lineage()).toEqual(change(link));
  });
});

describe('次の期へ', () => {
  const period = { start: 2033, end: 2041 };
  const stops = { continues: false, reason: '役割を終えた' } as const;
  const goesOn = { continues: true, reason: '' } as const;

  it('続けるものを引き継ぐ次の計画ができ、続けないものは理由とともに系譜に残る', async () => {
    const key = `${drafts.planKey}-next`;
    const choices = new Map([
      ['a-2', stops],
      ['b', stops],
    ]);
    const rolled = await rollPlanForward(drafts.as('kikaku'), drafts.planKey, choices, {
      period,
      title: '次の計画',
      label: '第1版',
      into: { kind: 'new', planKey: key, slug: key },
    });
    expect(rolled).toEqual({ ok: true, value: { slug: key, revision: 1 } });
    const next = await desk.office.read((tx) => loadRevision(tx, key, 1));
    expect(next?.content.items.map((item) => item.itemKey).sort()).toEqual(['a', 'a-1']);
    expect(next?.content.header).toMatchObject({
      title: '次の計画',
      startFiscalYear: 2033,
      endFiscalYear: 2041,
    });
    const revisions = await desk.office.read((tx) => listRevisions(tx, key));
    expect(revisions.map(({ state }) => state)).toEqual(['draft']);
  });

  it.each<[string, [string, RollChoice][], string]>([
    ['選んでいない項目がある', [], 'roll-forward-undecided'],
    [
      '続けない理由がない',
      [
        ['a-2', { continues: false, reason: '' }],
        ['b', goesOn],
      ],
      'roll-forward-reason-missing',
    ],
    [
      '上が続かないのに下が続く',
      [
        ['a', stops],
        ['a-2', goesOn],
        ['b', goesOn],
      ],
      'roll-forward-parent-dropped',
    ],
  ])('%sときは断り、何もつくらない', async (_, choices, code) => {
    const key = `${drafts.planKey}-x`;
    const rolled = await rollPlanForward(drafts.as('kikaku'), drafts.planKey, new Map(choices), {
      period,
      title: '次の計画',
      label: '第1版',
      into: { kind: 'new', planKey: key, slug: key },
    });
    expect(rolled.ok ? [] : rolled.error.map((problem) => problem.code)).toContain(code);
    expect(await desk.office.read((tx) => listRevisions(tx, key))).toEqual([]);
  });
});
