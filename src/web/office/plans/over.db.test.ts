import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';

let desk: Desk;
let drafts: Drafts;
beforeAll(async () => {
  desk = await openDesk();
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

/** The list, and the page of the plan, at the time of the office's clock. */
const pages = async (): Promise<readonly string[]> => {
  const planner = desk.office.browser();
  await planner.login('kikaku');
  return [(await planner.get('/plans')).html, (await planner.get(`/plans/${drafts.planKey}`)).html];
};

it('期間の終わった計画は、一覧でも計画のページでも、最後の版と示し、施行中と言わない', async () => {
  for (const html of await pages()) {
    expect(html).toContain('<span class="tag status-tag status-tag--in-force">施行中</span>');
    expect(html).not.toContain('終了した計画の最後の版');
  }
  const { clock } = desk.office;
  clock.pass((Date.parse('2040-04-01T00:00:00Z') - clock.now.getTime()) / 60_000);
  for (const html of await pages()) {
    expect(html).toContain('終了した計画の最後の版');
    expect(html).not.toContain('status-tag--in-force');
  }
});
