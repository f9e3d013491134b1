import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { approveRevision } from '../../../app/plan/approve-revision.ts';
import { listRevisions } from '../../../db/read-plan.ts';

let desk: Desk;
let planner: Browser;
beforeAll(async () => {
  desk = await openDesk();
  planner = desk.office.browser();
  await planner.login('kikaku');
});
afterAll(() => desk.office.db.close());

it.each([
  ['2026-11-21', '公開しました。もう施行中で、公開画面に出ています。', '施行中'],
  ['2026-12-01', '公開の手続きをしました。施行日から公開画面に出ます。', '施行待ち'],
])('施行日を%sとして公開すると、いまどうなったかを言う', async (effectiveOn, sentence, status) => {
  const drafts = await desk.newDraft();
  const base = `/plans/${drafts.planKey}/revisions/2`;
  const drawn = await desk.office.read((tx) => listRevisions(tx, drafts.planKey));
  const version = drawn.find((each) => each.revision === 2)?.version ?? 0;
  const approved = await approveRevision(drafts.as('shicho'), drafts.draft, version);
  expect(approved.ok).toBe(true);
  const stamp = /name="stamp" value="([^"]*)"/u.exec((await planner.get(`${base}/flow`)).html)?.[1] ?? '';
  const done = await planner.post(`${base}/flow`, { step: 'publish', stamp, reason: '見直し', effectiveOn });
  expect([done.status, done.location]).toEqual([303, `/m/202151/office${base}/flow?done=publish`]);
  const page = await planner.get(done.location);
  const notice = /<p class="notice notice--done"[^>]*>([^<]*)</u.exec(page.html)?.[1];
  expect([notice, page.html.includes(`>${status}</span>`)]).toEqual([sentence, true]);
});

it.each([
  ['/calendar', '行を増やす'],
  ['/situation', '記載の行を増やす'],
])('%s の行を増やすボタンは「%s」', async (page, label) => {
  const drafts = await desk.newDraft();
  const { html } = await planner.get(`/plans/${drafts.planKey}/revisions/2${page}`);
  expect(/<button [^>]*value="more"[^>]*>(.*?)<\/button>/u.exec(html)?.[1]).toBe(label);
});

it('項目の画面では、題名のすぐ下に四つの文があり、番号・横断・名前を変える理由はその下に畳まれている', async () => {
  const drafts = await desk.newDraft();
  const item = `/plans/${drafts.planKey}/revisions/2/items/a-1`;
  const { html } = await planner.get(item);
  const places = [
    'name="title"',
    'name="desiredState"',
    'name="approach"',
    'name="renameReason"',
    'name="code"',
    'name="crossCutting"',
  ];
  const found = places.map((place) => html.indexOf(place));
  expect(found.includes(-1)).toBe(false);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  const details = (page: string) =>
    /<details class="field"( open="")?><summary>名前を変える理由・番号・横断/u.exec(page);
  expect(details(html)?.[1]).toBeUndefined();
  // 名前を変えたのに理由がなければ、開いて見せる。
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';
  const refused = await planner.post(item, {
    version: field('version'),
    marks: field('marks'),
    title: '別の題名になっている',
  });
  expect([refused.status, details(refused.html)?.[1]]).toEqual([422, ' open=""']);
});

it('やることと点検は、同じ下書きの足りないところを同じ数だけ言う', async () => {
  const drafts = await desk.newDraft();
  const base = `/plans/${drafts.planKey}/revisions/2`;
  const checks = (await planner.get(`${base}/checks`)).html.replaceAll('<!-- -->', '');
  const named = [...checks.matchAll(/<li><a href="[^"]*\/items\/([^"]+)">/gu)].map((match) => match[1]);
  const todo = (await planner.get('')).html;
  const asked = [...todo.matchAll(new RegExp(`href="[^"]*${base}/items/([^"]+)"`, 'gu'))].map(
    (match) => match[1],
  );
  expect(asked.length).toBeGreaterThan(0);
  expect([...new Set(named)].toSorted()).toEqual(asked.toSorted());
});
