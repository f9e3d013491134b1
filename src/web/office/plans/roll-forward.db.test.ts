import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { listPlans } from '../../../db/read-plan.ts';

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
  into: 'successor',
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
