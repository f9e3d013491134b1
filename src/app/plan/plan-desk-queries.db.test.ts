import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countingDatabase } from '../../../test/factories/counting-database.ts';
import { type Desk, type Drafts, openDesk } from '../../../test/factories/drafts.ts';
import { shiojiri } from '../../../test/factories/office.ts';
import { someItem } from '../../../test/factories/town.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { withPublic } from '../../db/tenant.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import type { Acting } from '../acting.ts';
import { arrangeItems } from './arrange-items.ts';
import { forgetTyping, keepTyping, readKeptTyping } from './autosave.ts';
import { discardDraft } from './discard-draft.ts';
import { previewPage } from './preview-page.ts';
import { readChecks } from './read-checks.ts';
import { readDesk } from './read-plan-desk.ts';
import { saveItem } from './save-item.ts';
import { startDraft } from './start-draft.ts';

const planOf = (strategies: number, measures: number): readonly PlanItem[] =>
  Array.from({ length: strategies }, (_, s) => [
    someItem(`s${s}`, 'strategy', null, { position: s }),
    ...Array.from({ length: measures }, (__, m) =>
      someItem(`s${s}-${m}`, 'measure', `s${s}`, { position: m, indicatorKeys: ['happiness'] }),
    ),
  ]).flat();

let desk: Desk;
let small: Drafts;
let large: Drafts;
beforeAll(async () => {
  desk = await openDesk();
  small = await desk.newDraft(planOf(2, 4));
  large = await desk.newDraft(planOf(20, 49));
});
afterAll(() => desk.office.db.close());

describe('問い合わせの数は項目の数によらない（10件と1,000件）', () => {
  const count = async (
    drafts: Drafts,
    act: (acting: Acting, drafts: Drafts) => Promise<unknown>,
  ): Promise<number> => {
    const counted = countingDatabase(desk.office.db);
    await act({ ...drafts.as('kikaku'), db: counted.db }, drafts);
    return counted.asked();
  };

  it.each<[string, (acting: Acting, drafts: Drafts) => Promise<unknown>]>([
    [
      '体系のページ',
      (acting, { planKey }) =>
        readDesk(acting, planKey, 2, { base: true, areas: true, indicators: true, lineage: true }),
    ],
    ['点検', (acting, { draft }) => readChecks(acting, draft)],
    [
      '項目を上へ動かす',
      async (acting, { draft }) => {
        const seen = { itemKey: 's1-3', version: 1, parentKey: 's1' };
        const done = await arrangeItems(acting, draft, { kind: 'up', itemKey: 's1-3' }, seen, '');
        expect(done.ok).toBe(true);
      },
    ],
    [
      '項目を枝ごと取り除く',
      async (acting, { draft }) => {
        const seen = { itemKey: 's0', version: 1, parentKey: null };
        const operation = { kind: 'remove', itemKey: 's0', children: 'remove' } as const;
        const done = await arrangeItems(acting, draft, operation, seen, '見直し');
        expect(done.ok).toBe(true);
      },
    ],
    [
      '項目を保存する',
      async (acting, drafts) => {
        const {
          itemKey: _,
          levelKey: __,
          parentKey: ___,
          position: ____,
          alsoUnder: _____,
          ...text
        } = await drafts.item('s1-2');
        const edit = { text: { ...text, issue: '課題' }, expectedVersion: 1, renameReason: '' };
        expect((await saveItem(acting, drafts.draft, 's1-2', edit)).ok).toBe(true);
      },
    ],
    [
      '改定を始める',
      async (acting, drafts) => {
        await discardDraft(acting, drafts.draft);
        expect((await startDraft(acting, drafts.planKey, '数える改定')).ok).toBe(true);
      },
    ],
  ])('%s', async (_, act) => {
    const [few, many] = [await count(small, act), await count(large, act)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBe(few);
  });
});

describe('公開画面の見え方', () => {
  it('公開の役割で下書きを読み、終われば何も残らない', async () => {
    const { draft, planKey } = small;
    const read = () =>
      withPublic(desk.office.db, { municipality: shiojiri, today: '2026-11-21' }, (tx) =>
        listRevisions(tx, planKey),
      );
    const before = await read();
    const seen = await previewPage(small.as('kikaku'), draft, '2026-11-21', (tx) =>
      listRevisions(tx, planKey),
    );
    expect(seen.map(({ revision, state }) => [revision, state])).toEqual([
      [2, 'published'],
      [1, 'published'],
    ]);
    expect(await read()).toEqual(before);
    expect((await desk.office.read((tx) => listRevisions(tx, planKey)))[0]).toMatchObject({
      revision: 2,
      state: 'draft',
    });
  });

  it('見せる途中で失敗しても、何も残らない', async () => {
    const failing = previewPage(small.as('kikaku'), small.draft, '2026-11-21', () =>
      Promise.reject(new Error('途中')),
    );
    await expect(failing).rejects.toThrow('途中');
    expect((await desk.office.read((tx) => listRevisions(tx, small.planKey)))[0]).toMatchObject({
      state: 'draft',
    });
  });
});

describe('入力の控え', () => {
  const typed = { fields: [['issue', '書きかけ']] as const, baseVersion: 3 };

  it('本人にだけ戻り、捨てられる', async () => {
    await keepTyping(desk.as('kikaku'), 'plan/x/2/item/a', typed);
    expect(await readKeptTyping(desk.as('kikaku'), 'plan/x/2/item/a')).toMatchObject(typed);
    expect(await readKeptTyping(desk.as('kodomo-tanto'), 'plan/x/2/item/a')).toBeNull();
    await forgetTyping(desk.as('kikaku'), 'plan/x/2/item/a');
    expect(await readKeptTyping(desk.as('kikaku'), 'plan/x/2/item/a')).toBeNull();
  });

  it.each([
    ['名前のない画面', '', typed, 'unknown-form'],
    [
      '長すぎる入力',
      'plan/x',
      { fields: [['issue', 'あ'.repeat(1_000_001)]] as const, baseVersion: 1 },
      'too-much-typed',
    ],
  ] as const)('%sは控えない', async (_, formKey, given, code) => {
    expect(await keepTyping(desk.as('kikaku'), formKey, given)).toMatchObject({
      ok: false,
      error: [{ code }],
    });
    expect(await readKeptTyping(desk.as('kikaku'), formKey)).toBeNull();
  });
});
