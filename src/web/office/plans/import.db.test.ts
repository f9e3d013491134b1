import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { loadIndicators } from '../../../db/read-indicator.ts';
import { listPlans } from '../../../db/read-plan.ts';

let desk: Desk;
let drafts: Drafts;
let planner: Browser;
beforeAll(async () => {
  desk = await openDesk();
  planner = desk.office.browser();
  await planner.login('kikaku');
  drafts = await desk.newDraft();
});
afterAll(() => desk.office.db.close());

const send = async (content: Blob): Promise<{ readonly status: number; readonly html: string }> => {
  const page = await planner.get('/plans/import');
  const body = new FormData();
  body.set('_csrf', /name="_csrf" value="([^"]*)"/u.exec(page.html)?.[1] ?? '');
  body.set('step', 'try');
  body.set('file', content, 'machi.json');
  const answer = await desk.office.app.request('http://rashin.test/m/202151/office/plans/import', {
    method: 'POST',
    headers: {
      cookie: [...planner.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-site': 'same-origin',
    },
    body,
  });
  return { status: answer.status, html: await answer.text() };
};

const exported = async () => {
  const file = await planner.get(`/plans/${drafts.planKey}/revisions/2/data/plan.json`);
  return JSON.parse(file.html.replaceAll(drafts.planKey, `${drafts.planKey}-copy`));
};

const unit = {
  unitKey: 'shin-ka',
  name: '新しい課',
  kind: '課',
  parentKey: null,
  validFrom: '2026-04-01',
  validTo: null,
  position: 9,
};

describe('データを読み込む画面', () => {
  it('計画のほかにファイルにあるものは、読み込まないことと、読み込む方法を告げる', async () => {
    const file = await exported();
    const plain = await send(new Blob([JSON.stringify({ plans: file.plans })]));
    expect([plain.status, plain.html.includes('ここでは読み込まないもの')]).toEqual([200, false]);
    const tried = await send(
      new Blob([JSON.stringify({ plans: file.plans, units: [unit, { ...unit, unitKey: 'x' }] })]),
    );
    expect(tried.status).toBe(200);
    expect(tried.html.replaceAll('<!-- -->', '')).toContain('ここでは読み込まないもの: 組織 2件。');
    expect(tried.html).toContain('bin/rashin import');
  });

  it('誤りの場所を、欄の名前でなく言葉で言い、何も登録しない', async () => {
    const before = [
      (await desk.office.read(listPlans)).length,
      (await desk.office.read((tx) => loadIndicators(tx))).length,
    ];
    const file = await exported();
    file.plans[0].revisions[0].content.items[1].areaKeys = ['nai'];
    const refused = await send(new Blob([JSON.stringify({ plans: file.plans })]));
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/項目「a-\d」 › エリアの1番目/u);
    expect(refused.html).not.toMatch(/areaKeys|items ›/u);
    expect([
      (await desk.office.read(listPlans)).length,
      (await desk.office.read((tx) => loadIndicators(tx))).length,
    ]).toEqual(before);
  });

  it('言っている大きさまでのファイルは送れ、それを超えると訳を告げる', async () => {
    const limit =
      Number(/JSON、(?:<!-- -->)?(\d+)/u.exec((await planner.get('/plans/import')).html)?.[1]) * 1_000_000;
    const fits = await send(new Blob(['{}', ' '.repeat(limit - 2)]));
    expect(fits.status).toBe(200);
    const refused = await send(new Blob(['{}', ' '.repeat(limit - 1)]));
    expect([refused.status, refused.html.includes('何も登録していません')]).toEqual([413, true]);
  });
});
