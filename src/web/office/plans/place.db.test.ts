import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { rollPlanForward } from '../../../app/plan/roll-plan-forward.ts';
import { findPlanByKey } from '../../../db/read-plan.ts';

let desk: Desk;
let drafts: Drafts;
let planner: Browser;
let clerk: Browser;
beforeAll(async () => {
  desk = await openDesk();
  [planner, clerk] = [desk.office.browser(), desk.office.browser()];
  await planner.login('kikaku');
  await clerk.login('kodomo-tanto');
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const page = () => `/plans/${drafts.planKey}`;
const plan = (planKey = drafts.planKey) => desk.office.read((tx) => findPlanByKey(tx, planKey));
const place = async (
  parentPlanKey: string,
  predecessorPlanKey: string,
  { planKey = drafts.planKey, version = undefined as string | undefined, browser = planner } = {},
) =>
  browser.post(
    `/plans/${planKey}/place`,
    { parentPlanKey, predecessorPlanKey, version: version ?? String((await plan(planKey))?.version) },
    { from: `/plans/${planKey}` },
  );

describe('上位の計画と前の計画を後から変える', () => {
  it('どちらも選べ、消せて、計画のページに表れる', async () => {
    const other = await desk.newDraft();
    const before = await desk.newDraft();
    const done = await place(other.planKey, before.planKey);
    expect([done.status, done.location]).toEqual([303, expect.stringContaining(`${page()}?done=placed`)]);
    expect(await plan()).toMatchObject({
      parentPlanKey: other.planKey,
      predecessorPlanKey: before.planKey,
    });
    const shown = await planner.get(`${page()}?done=placed`);
    expect(shown.html).toContain('計画のつながりを保存しました。');
    expect(/上位の計画: <a href="([^"]*)"/u.exec(shown.html)?.[1]).toContain(`/plans/${other.planKey}`);
    expect(/前の計画: <a href="([^"]*)"/u.exec(shown.html)?.[1]).toContain(`/plans/${before.planKey}`);
    expect((await place('', '')).status).toBe(303);
    expect(await plan()).toMatchObject({ parentPlanKey: null, predecessorPlanKey: null });
  });

  it.each<[string, string, 'parentPlanKey' | 'predecessorPlanKey']>([
    ['自分', 'itself', 'parentPlanKey'],
    ['下位の計画', 'child', 'parentPlanKey'],
    ['下位の計画を前に', 'child', 'predecessorPlanKey'],
    ['ほかの町の計画', 'maniwa-plan', 'predecessorPlanKey'],
  ])('%sは断り、欄に印を付け、何も変えない', async (_, which, field) => {
    const child = await desk.newDraft();
    expect((await place(drafts.planKey, '', { planKey: child.planKey })).status).toBe(303);
    const key = which === 'itself' ? drafts.planKey : which === 'child' ? child.planKey : which;
    const before = await plan();
    const refused = await (field === 'parentPlanKey' ? place(key, '') : place('', key));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<details open="">');
    expect(new RegExp(`<select[^>]*name="${field}"[^>]*aria-invalid="true"`, 'u').test(refused.html)).toBe(
      true,
    );
    expect(await plan()).toEqual(before);
  });

  it('系譜がつながっている前の計画は、外せない', async () => {
    const next = `${drafts.planKey}-next`;
    const rolled = await rollPlanForward(
      drafts.as('kikaku'),
      drafts.planKey,
      new Map(['a', 'a-1', 'a-2', 'b'].map((key) => [key, { continues: true, reason: '' }])),
      {
        period: { start: 2033, end: 2041 },
        title: '次の計画',
        label: '第1版',
        into: { kind: 'new', planKey: next, slug: next },
      },
    );
    expect(rolled.ok).toBe(true);
    const before = await plan(next);
    const refused = await place('', '', { planKey: next });
    expect([refused.status, refused.html.includes('この計画の系譜が4件つながっています')]).toEqual([
      422,
      true,
    ]);
    expect(await plan(next)).toEqual(before);
  });

  it('ほかの人が先に変えていたら断る。課の担当には変えられない', async () => {
    const other = await desk.newDraft();
    const stale = String((await plan())?.version);
    expect((await place(other.planKey, '')).status).toBe(303);
    const before = await plan();
    expect((await place('', other.planKey, { version: stale })).status).toBe(409);
    expect((await place('', '', { browser: clerk })).status).toBe(403);
    expect(await plan()).toEqual(before);
    expect((await clerk.get(page())).html).not.toContain('上位の計画・前の計画を変える');
  });
});

describe('断られたあとの再読み込み', () => {
  it.each(['start', 'place'])('%s は、欄のあるページへ戻る', async (command) => {
    expect(
      (await planner.post(`${page()}/${command}`, { label: '', version: '0' }, { from: page() })).status,
    ).not.toBe(303);
    const again = await planner.get(`${page()}/${command}`);
    expect([again.status, again.location.split('#')[0]]).toEqual([303, `/m/202151/office${page()}`]);
    expect((await planner.get(page())).status).toBe(200);
    expect((await planner.get(`/plans/nai/${command}`)).status).toBe(404);
  });
});
