import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { someItem } from '../../../../test/factories/town.ts';
import { readSubmission } from '../../../app/plan/submit-revision.ts';

let desk: Desk;
let drafts: Drafts;
const people = new Map<string, Browser>();
beforeAll(async () => {
  desk = await openDesk();
  for (const login of ['kikaku', 'shicho', 'kodomo-tanto']) {
    const browser = desk.office.browser();
    await browser.login(login);
    people.set(login, browser);
  }
});
beforeEach(async () => {
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const who = (login: string): Browser => {
  const browser = people.get(login);
  if (browser === undefined) throw new Error(`${login} is not logged in`);
  return browser;
};
const flow = () => `/plans/${drafts.planKey}/revisions/2/flow`;
const take = async (login: string, step: string) => {
  const { html } = await who(login).get(flow());
  const stamp = /name="stamp" value="([^"]*)"/u.exec(html)?.[1] ?? '';
  return who(login).post(flow(), { step, stamp });
};
const waits = async (login: string): Promise<string | null> => {
  const { html } = await who(login).get('');
  const href = `/m/202151/office/plans/${drafts.planKey}/revisions/2`;
  return (
    new RegExp(`href="${href}">[^<]*</a><span class="todo__note">([^<]*)</span>`, 'u').exec(html)?.[1] ?? null
  );
};
const submission = () => readSubmission(drafts.as('kikaku'), drafts.draft);

describe('承認を求める', () => {
  it('求めるまでは首長のやることに載らず、求めたら移り、承認したら企画の公開に移る', async () => {
    expect([await waits('kikaku'), await waits('shicho')]).toEqual(['改定案の続きを書く', null]);
    expect((await who('shicho').get(flow())).html).toContain('企画担当は、まだ承認を求めていません');
    const done = await take('kikaku', 'submit');
    expect([done.status, done.location.endsWith('flow?done=submit')]).toEqual([303, true]);
    expect([await waits('kikaku'), await waits('shicho')]).toEqual([null, '確かめて承認する']);
    expect((await submission())?.by).toBe('職員 kikaku');
    const seen = (await who('shicho').get(flow())).html;
    expect(seen).toContain('承認を求めました。');
    expect(/<li aria-current="step"><b>([^<]*)<\/b>/u.exec(seen)?.[1]).toBe('承認待ち');
    expect((await take('shicho', 'approve')).status).toBe(303);
    expect([await waits('kikaku'), await waits('shicho')]).toEqual([
      '施行日を決めて公開する',
      '施行日を決めて公開する',
    ]);
    // Sent back after the approval, it has to be asked for anew.
    expect((await take('shicho', 'return')).status).toBe(303);
    expect([await waits('kikaku'), await waits('shicho'), await submission()]).toEqual([
      '改定案の続きを書く',
      null,
      null,
    ]);
  });

  it.each([
    ['企画が取り戻す', 'kikaku', 'withdraw'],
    ['首長が承認せずに差し戻す', 'shicho', 'return'],
  ])('%sと、企画のやることに戻る', async (_, login, step) => {
    expect((await take('kikaku', 'submit')).status).toBe(303);
    expect((await take(login, step)).status).toBe(303);
    expect([await waits('kikaku'), await waits('shicho')]).toEqual(['改定案の続きを書く', null]);
  });

  it.each<[string, string, string, number]>([
    ['課の担当が求める', 'kodomo-tanto', 'submit', 403],
    ['首長が求める', 'shicho', 'submit', 403],
    ['求めていないものを取り戻す', 'kikaku', 'withdraw', 422],
    ['求められていない下書きの差し戻し', 'shicho', 'return', 422],
  ])('%sのは断り、何も変えない', async (_, login, step, status) => {
    const before = await drafts.snapshot();
    const { html } = await who('kikaku').get(flow());
    const stamp = /name="stamp" value="([^"]*)"/u.exec(html)?.[1] ?? '';
    const refused = await who(login).post(flow(), { step, stamp });
    expect([refused.status, await submission(), await drafts.snapshot()]).toEqual([status, null, before]);
  });

  it('直すことが残る下書きの承認は求められない。何を直すかを示す', async () => {
    drafts = await desk.newDraft([
      someItem('a', 'strategy', null, { title: '子育て', leadUnitKeys: ['kodomo'] }),
    ]);
    await desk.office.read((tx) =>
      tx.q.execute(`UPDATE plan_item SET title = '' WHERE plan_key = '${drafts.planKey}' AND revision = 2`),
    );
    const refused = await take('kikaku', 'submit');
    expect([refused.status, await submission()]).toEqual([422, null]);
    expect(refused.html).toContain('直すことが残っているあいだは、承認を求められません。');
    expect(await waits('shicho')).toBeNull();
  });
});
