import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../../test/factories/drafts.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.office.db.close());

it('加えられない項目は、書いた題名を残し、訳を入力欄のそばに示す', async () => {
  const drafts = await desk.newDraft();
  const planner = desk.office.browser();
  await planner.login('kikaku');
  const base = `/plans/${drafts.planKey}/revisions/2`;
  const before = await drafts.snapshot();
  expect((await planner.get(base)).html).not.toContain('insert-problem');
  const refused = await planner.post(
    `${base}/arrange`,
    { do: 'insert', item: 'a-1~1~a', where: 'under', title: '長く考えた題名' },
    { from: base },
  );
  expect(refused.status).toBe(422);
  const form = /<details class="tree-toolbar__insert" open="">.*?<\/details>/su.exec(refused.html)?.[0] ?? '';
  expect(form).toContain('value="長く考えた題名"');
  expect(form).toMatch(/id="insert-problem"><li>[^<]*置けません|id="insert-problem"><li>[^<]*階層/u);
  expect(await drafts.snapshot()).toBe(before);
});
