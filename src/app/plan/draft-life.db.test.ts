import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../test/factories/drafts.ts';
import { maniwa, shiojiri } from '../../../test/factories/office.ts';
import { listPlans, listRevisions } from '../../db/read-plan.ts';
import { loadRevision } from '../../db/read-revision.ts';
import { withPublic } from '../../db/tenant.ts';
import { newKey } from '../new-key.ts';
import { approveRevision } from './approve-revision.ts';
import { callBackRevision } from './call-back-revision.ts';
import { createPlan, type NewPlan } from './create-plan.ts';
import { discardDraft } from './discard-draft.ts';
import { publishRevision } from './publish-revision.ts';
import { returnRevision } from './return-revision.ts';
import { startDraft } from './start-draft.ts';

let desk: Desk;
let drafts: Drafts;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const revisions = () => desk.office.read((tx) => listRevisions(tx, drafts.planKey));
const states = async () => (await revisions()).map(({ revision, state }) => [revision, state]);

describe('改定を始める', () => {
  it('公開中の内容をそのまま写し、記事番号も変わらない', async () => {
    const [before, after] = [await drafts.load(1), await drafts.load(2)];
    expect(after.content).toEqual(before.content);
    const numbers = (loaded: typeof before) =>
      [...loaded.records].map(([key, record]) => [key, record.articleNumber]);
    expect(numbers(after)).toEqual(numbers(before));
    expect(await states()).toEqual([
      [2, 'draft'],
      [1, 'published'],
    ]);
  });

  it.each([
    ['下書きがまだあるとき', 'kikaku', '次の改定', 'revision-open-already'],
    ['名前が空のとき', 'kikaku', ' ', 'text-missing'],
    ['同じ名前があるとき', 'kikaku', '第1版', 'label-taken'],
    ['課の職員には', 'kodomo-tanto', '次の改定', 'not-allowed'],
  ] as const)('%s断る', async (_, who, label, code) => {
    const before = await states();
    expect(await startDraft(drafts.as(who), drafts.planKey, label)).toMatchObject({
      ok: false,
      error: [{ code }],
    });
    expect(await states()).toEqual(before);
  });

  it('ほかの町の計画は改定できない', async () => {
    const done = await startDraft(drafts.as('kikaku', maniwa), drafts.planKey, '横から');
    expect(done).toMatchObject({ ok: false, error: [{ code: 'plan-not-found' }] });
  });
});

describe('破棄', () => {
  it('下書きだけが消え、公開した版は残る', async () => {
    expect(await discardDraft(drafts.as('kikaku'), drafts.draft)).toEqual({
      ok: true,
      value: { planGone: false },
    });
    expect(await states()).toEqual([[1, 'published']]);
  });

  it.each([
    ['公開した版', 'kikaku', 'published', 'revision-not-draft'],
    ['権限のない人の破棄', 'kodomo-tanto', 'draft', 'not-allowed'],
  ] as const)('%sは断る', async (_, who, which, code) => {
    const before = await states();
    expect(await discardDraft(drafts.as(who), drafts[which])).toMatchObject({ ok: false, error: [{ code }] });
    expect(await states()).toEqual(before);
  });
});

describe('承認・公開・取り下げ', () => {
  const approve = async () => {
    const version = (await revisions())[0]?.version ?? 0;
    return approveRevision(drafts.as('shicho'), drafts.draft, version);
  };
  const publish = async (effectiveOn: string) => {
    const version = (await revisions())[0]?.version ?? 0;
    const publication = { reason: '見直し', effectiveOn };
    return publishRevision(drafts.as('kikaku'), drafts.draft, publication, version);
  };

  it('施行日の前なら取り下げて差し戻せる。市民には一度も見えない', async () => {
    expect((await approve()).ok).toBe(true);
    expect((await publish('2026-12-01')).ok).toBe(true);
    const seen = () =>
      withPublic(desk.office.db, { municipality: shiojiri, today: '2026-11-21' }, (tx) =>
        listRevisions(tx, drafts.planKey),
      );
    expect((await seen()).map(({ revision }) => revision)).toEqual([1]);
    expect(await callBackRevision(drafts.as('kikaku'), drafts.draft)).toEqual({ ok: true, value: null });
    expect(await returnRevision(drafts.as('shicho'), drafts.draft)).toEqual({ ok: true, value: null });
    expect((await revisions())[0]).toMatchObject({ state: 'draft', effectiveOn: null, publishedAt: null });
    expect((await seen()).map(({ revision }) => revision)).toEqual([1]);
  });

  it('次の改定が始まっていたら取り下げられない。訂正が次の版に消されてしまうから', async () => {
    await approve();
    await publish('2026-12-01');
    expect((await startDraft(drafts.as('kikaku'), drafts.planKey, '次の改定')).ok).toBe(true);
    const before = await states();
    expect(await callBackRevision(drafts.as('kikaku'), drafts.draft)).toMatchObject({
      ok: false,
      error: [{ code: 'revision-has-follower' }],
    });
    expect(await states()).toEqual(before);
    const next = { planKey: drafts.planKey, revision: 3 };
    expect((await discardDraft(drafts.as('kikaku'), next)).ok).toBe(true);
    expect((await callBackRevision(drafts.as('kikaku'), drafts.draft)).ok).toBe(true);
  });

  it('施行日を過ぎたら取り下げられない', async () => {
    await approve();
    await publish('2026-11-21');
    const before = await states();
    expect(await callBackRevision(drafts.as('kikaku'), drafts.draft)).toMatchObject({
      ok: false,
      error: [{ code: 'revision-in-force' }],
    });
    expect(await states()).toEqual(before);
  });

  it.each([
    ['下書きの取り下げ', () => callBackRevision(drafts.as('kikaku'), drafts.draft), 'revision-not-published'],
    ['下書きの差し戻し', () => returnRevision(drafts.as('shicho'), drafts.draft), 'revision-not-approved'],
    ['権限のない差し戻し', () => returnRevision(drafts.as('kikaku'), drafts.draft), 'not-allowed'],
    ['権限のない取り下げ', () => callBackRevision(drafts.as('kodomo-tanto'), drafts.draft), 'not-allowed'],
  ] as const)('%sは断る', async (_, act, code) => {
    const before = await states();
    expect(await act()).toMatchObject({ ok: false, error: [{ code }] });
    expect(await states()).toEqual(before);
  });
});

describe('計画をつくる', () => {
  const wish = (change: Partial<NewPlan> = {}): NewPlan => ({
    slug: `p-${newKey()}`,
    kind: 'individual',
    title: '緑の基本計画',
    kindLabel: '個別計画',
    startFiscalYear: 2026,
    endFiscalYear: 2030,
    updateMode: 'as-needed',
    levelsFrom: 'template:individual',
    parentPlanKey: null,
    predecessorPlanKey: null,
    ...change,
  });

  it('ひな形の階層で、空の第1版ができる', async () => {
    const key = newKey();
    const made = await createPlan(drafts.as('kikaku'), key, wish({ slug: `midori-${key}` }));
    expect(made).toEqual({ ok: true, value: { planKey: key, slug: `midori-${key}`, revision: 1 } });
    const [revision] = await desk.office.read((tx) => listRevisions(tx, key));
    expect(revision).toMatchObject({ state: 'draft', label: '第1版', title: '緑の基本計画' });
  });

  it('ほかの計画の階層を写せる', async () => {
    const key = newKey();
    await createPlan(drafts.as('kikaku'), key, wish({ levelsFrom: `plan:${drafts.planKey}` }));
    const loaded = await drafts.load();
    const made = await desk.office.read((tx) => loadRevision(tx, key, 1));
    expect(made?.content.levels).toEqual(loaded.content.levels);
  });

  it.each([
    ['使えないアドレス', { slug: 'みどり' }, 'slug-format'],
    ['仕組みが使うアドレス', { slug: 'import' }, 'slug-reserved'],
    ['空の題名', { title: '' }, 'text-missing'],
    ['逆の期間', { startFiscalYear: 2030, endFiscalYear: 2026 }, 'period-reversed'],
    ['知らない種類', { kind: 'wild' }, 'unknown-choice'],
    ['知らない階層のもと', { levelsFrom: 'template:nai' }, 'unknown-choice'],
    ['ない上位の計画', { parentPlanKey: 'nai' }, 'plan-unknown'],
  ] as const)('%sは断り、何もつくらない', async (_, change, code) => {
    const before = (await desk.office.read(listPlans)).length;
    const made = await createPlan(drafts.as('kikaku'), newKey(), wish(change));
    expect(made).toMatchObject({ ok: false, error: [{ code }] });
    expect((await desk.office.read(listPlans)).length).toBe(before);
  });

  it('課の職員にはつくれない', async () => {
    expect(await createPlan(drafts.as('kodomo-tanto'), newKey(), wish())).toMatchObject({
      ok: false,
      error: [{ code: 'not-allowed' }],
    });
  });

  it('一度も公開しなかった計画は、下書きの破棄とともに消える', async () => {
    const key = newKey();
    await createPlan(drafts.as('kikaku'), key, wish());
    const done = await discardDraft(drafts.as('kikaku'), { planKey: key, revision: 1 });
    expect(done).toEqual({ ok: true, value: { planGone: true } });
    expect((await desk.office.read(listPlans)).some((plan) => plan.planKey === key)).toBe(false);
  });
});
