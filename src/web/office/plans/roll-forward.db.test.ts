import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { createPlan } from '../../../app/plan/create-plan.ts';
import { findPlanByKey, listLineage, listPlans, listRevisions } from '../../../db/read-plan.ts';
import { loadRevisionContent } from '../../../db/read-revision.ts';

let desk: Desk;
let drafts: Drafts;
let planner: Browser;
beforeAll(async () => {
  desk = await openDesk();
  planner = desk.office.browser();
  await planner.login('kikaku');
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const address = () => `/plans/${drafts.planKey}/roll-forward`;
const about = {
  into: 'new',
  title: '次の計画',
  start: '令和15年度',
  end: '令和23年度',
  label: '第1版',
  slug: 'tsugi',
};
const chosen = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="radio"[^>]*name="choice\.([^"]+)"[^>]*>/gu)]
      .filter(([input]) => input.includes('checked'))
      .map(([input, key]) => [key ?? '', /value="([^"]+)"/u.exec(input)?.[1] ?? '']),
  );

describe('次期へ: まとめて選ぶ', () => {
  it.each<[string, string, Record<string, string>]>([
    ['すべて続ける', 'all', { a: 'yes', 'a-1': 'yes', 'a-2': 'yes', b: 'yes' }],
    ['長期継続だけ続ける', 'long', { a: 'yes', 'a-1': 'yes', 'a-2': 'no', b: 'no' }],
  ])('%sと、選択だけが変わり、何もつくらない', async (button, choose, expected) => {
    const before = (await desk.office.read(listPlans)).length;
    expect((await planner.get(address())).html).toContain(`>${button}</button>`);
    const page = await planner.post(address(), {
      ...about,
      choose,
      'choice.b': 'yes',
      reasonForAll: '期間内に終えた',
      'reason.b': 'ほかの計画に移した',
    });
    expect([page.status, chosen(page.html)]).toEqual([200, expected]);
    expect(page.html).toContain('value="次の計画"');
    expect(page.html).toContain('value="ほかの計画に移した"');
    expect(/name="reason\.a-2" [^>]*value="([^"]*)"/u.exec(page.html)?.[1]).toBe(
      choose === 'long' ? '期間内に終えた' : '',
    );
    expect((await desk.office.read(listPlans)).length).toBe(before);
  });

  it('足りない答えは、上では一つの文でまとめ、行ごとに印を付ける', async () => {
    const page = await planner.post(address(), about);
    const top = /<section class="notice notice--problem".*?<\/section>/su.exec(page.html)?.[0] ?? '';
    expect(page.status).toBe(422);
    expect([...top.matchAll(/<li>([^<]*)<\/li>/gu)].map((match) => match[1])).toEqual([
      '2件の項目で、続けるか続けないかがまだ選ばれていません。下の表に印があります。',
    ]);
    expect(page.html.match(/<li>続けるか、続けないかを選んでください。<\/li>/gu)?.length).toBe(2);
  });

  it('選んだあとはそのままつくれる', async () => {
    const page = await planner.post(address(), { ...about, choose: 'all' });
    const choices = Object.fromEntries(
      Object.entries(chosen(page.html)).map(([key, value]) => [`choice.${key}`, value]),
    );
    expect(
      (await planner.post(address(), { ...about, slug: `${drafts.planKey}-next`, ...choices })).status,
    ).toBe(303);
  });
});

describe('次の期の計画がもう登録されているとき', () => {
  const next = () => `${drafts.planKey}-registered`;
  const register = async (predecessorPlanKey: string | null) => {
    const made = await createPlan(drafts.as('kikaku'), next(), {
      slug: next(),
      kind: 'comprehensive',
      title: '登録した次の計画',
      kindLabel: '総合計画',
      startFiscalYear: 2033,
      endFiscalYear: 2037,
      updateMode: 'fixed',
      levelsFrom: 'template:comprehensive',
      parentPlanKey: null,
      predecessorPlanKey,
    });
    expect(made.ok).toBe(true);
  };
  const choices = { 'choice.a': 'yes', 'choice.a-1': 'yes', 'choice.a-2': 'yes', 'choice.b': 'yes' };
  const stored = () =>
    desk.office.read(async (tx) => [
      await listPlans(tx),
      await listRevisions(tx, next()),
      await loadRevisionContent(tx, next(), 1),
      await listLineage(tx, [next()]),
    ]);

  it('その題名と期間を出し、二つ目をつくらずにそこへ引き継ぐ', async () => {
    await register(drafts.planKey);
    const page = await planner.get(address());
    expect(page.html).toContain('登録してある次の計画に（登録した次の計画）');
    expect(/name="start" [^>]*value="([^"]*)"/u.exec(page.html)?.[1]).toBe('令和15年度');
    expect(/name="end" [^>]*value="([^"]*)"/u.exec(page.html)?.[1]).toBe('令和19年度');
    expect(page.html).not.toContain('name="slug"');
    const before = (await desk.office.read(listPlans)).length;
    const rolled = await planner.post(address(), { ...about, ...choices, into: 'registered' });
    expect([rolled.status, rolled.location]).toEqual([
      303,
      expect.stringContaining(`/plans/${next()}/revisions/1`),
    ]);
    expect((await desk.office.read(listPlans)).length).toBe(before);
    const content = await desk.office.read((tx) => loadRevisionContent(tx, next(), 1));
    expect(content?.items.map(({ itemKey }) => itemKey).sort()).toEqual(['a', 'a-1', 'a-2', 'b']);
    expect(content?.header).toMatchObject({ title: '次の計画', startFiscalYear: 2033 });
    expect((await desk.office.read((tx) => findPlanByKey(tx, next())))?.predecessorPlanKey).toBe(
      drafts.planKey,
    );
  });

  it.each<[string, 'empty' | 'written', string, string]>([
    ['空のときに二つ目をつくろうとする', 'empty', 'new', 'がもう登録されています'],
    ['項目があるのに、そこへつくろうとする', 'written', 'registered', 'にはもう項目があります'],
  ])('%sと断り、何も変えない', async (_, state, into, sentence) => {
    await register(drafts.planKey);
    if (state === 'written')
      expect((await planner.post(address(), { ...about, ...choices, into: 'registered' })).status).toBe(303);
    const before = await stored();
    const page = await planner.post(address(), { ...about, ...choices, into, slug: `${next()}-2` });
    expect([page.status, page.html.includes(sentence)]).toEqual([422, true]);
    expect(await stored()).toEqual(before);
  });

  it('登録がないときに登録先を求められたら断る', async () => {
    const page = await planner.post(address(), { ...about, ...choices, into: 'registered' });
    expect([page.status, page.html.includes('登録してある次の計画がありません')]).toEqual([422, true]);
  });
});
