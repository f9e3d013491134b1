import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';

let desk: Desk;
let drafts: Drafts;
let planner: Browser;
let colleague: Browser;
beforeAll(async () => {
  desk = await openDesk();
  drafts = await desk.newDraft();
  planner = desk.office.browser();
  colleague = desk.office.browser();
  await planner.login('kikaku');
  await colleague.login('kikaku');
});
afterAll(() => desk.office.db.close());

const path = () => `/plans/${drafts.planKey}/revisions/2/lineage`;
const fieldValue = (html: string, name: string): string =>
  new RegExp(`name="${name.replaceAll('/', '\\/')}"[^>]*value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';

it('系譜を二人が書くと、後の人の入力は残り、いまの記録と見比べて保存し直せる', async () => {
  const item = `${drafts.planKey}/a-1`;
  const first = await planner.get(path());
  const added = await planner.post(path(), {
    seen: fieldValue(first.html, 'seen'),
    'links.0.kind': 'carry',
    'links.0.from': '[a-1]',
    'links.0.to': '[a-1]',
    'links.0.reason': 'はじめの理由',
  });
  expect(added.status).toBe(303);

  const reason = `reasons.carry~${item}~${item}`;
  const opened = await planner.get(path());
  expect(fieldValue(opened.html, reason)).toBe('はじめの理由');
  const seen = fieldValue(opened.html, 'seen');
  expect((await colleague.post(path(), { seen, [reason]: '相手の理由' })).status).toBe(303);

  const met = await planner.post(path(), { seen, [reason]: '自分の理由' });
  expect(met.status).toBe(409);
  expect(met.html).toContain('職員 kikakuが先に系譜を変えました');
  expect(met.html).toContain('いまの記録: 相手の理由');
  expect(fieldValue(met.html, reason)).toBe('自分の理由');
  expect((await drafts.lineage()).map((link) => link.reason)).toEqual(['相手の理由']);

  const again = await planner.post(path(), { seen: fieldValue(met.html, 'seen'), [reason]: '自分の理由' });
  expect(again.status).toBe(303);
  expect((await drafts.lineage()).map((link) => link.reason)).toEqual(['自分の理由']);
});
