import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../../test/factories/drafts.ts';
import type { Browser } from '../../../../test/factories/office.ts';

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

const address = () => `/m/202151/office/plans/${drafts.planKey}/revisions/2/calendar`;

/** The text fields and choices of the rows, as the page shows them. */
const rowsOf = (html: string): Record<string, string> => ({
  ...Object.fromEntries(
    [...html.matchAll(/<input[^>]*name="((?:reviewCalendar|version|marks)[^"]*)"[^>]*>/gu)].map(
      ([tag, name = '']) => [name, /value="([^"]*)"/u.exec(tag)?.[1]?.replaceAll('&quot;', '"') ?? ''],
    ),
  ),
  ...Object.fromEntries(
    [...html.matchAll(/<select[^>]*name="(reviewCalendar[^"]*)"[^>]*>([\s\S]*?)<\/select>/gu)].map(
      ([, name = '', options = '']) => [name, /value="([^"]*)" selected/u.exec(options)?.[1] ?? ''],
    ),
  ),
});

/** What is sent when 期間から行を作る is pressed. */
const filling = async (years: string): Promise<Record<string, string>> =>
  Object.fromEntries([
    ...Object.entries(rowsOf((await planner.get(address())).html)),
    ['terms.years', years],
    ['then', 'fill'],
  ]);

it('期間から行を作り、直して保存すると、公開画面と同じ表になる', async () => {
  const before = (await drafts.load()).content.header;
  const { startFiscalYear: start, endFiscalYear: end } = before;
  expect(before.reviewCalendar).toEqual([]);
  const made = await planner.post(address(), await filling('３'));
  expect(made.status).toBe(200);
  expect(made.html).toContain('行を作りました。まだ保存していません。');
  expect(made.html).toMatch(/<caption>いまの入力による見直し周期[\s\S]*?第1期[\s\S]*?<\/table>/u);
  expect((await drafts.load()).content.header.reviewCalendar).toEqual([]);

  const fields = rowsOf(made.html);
  expect(fields['reviewCalendar.1.periods']).toContain('第1期');
  const saved = await planner.post(address(), { ...fields, 'reviewCalendar.1.label': '中期戦略' });
  expect(saved.status).toBe(303);
  const stored = (await drafts.load()).content.header.reviewCalendar;
  expect(stored.map(({ group, label }) => [group, label])).toEqual([
    ['strategy', before.kindLabel],
    ['strategy', '中期戦略'],
    ['evaluation', '毎年の評価'],
    ['evaluation', '期の見直し'],
  ]);
  expect(stored[0]?.periods).toEqual([{ start, end }]);
  expect(stored[1]?.periods.at(-1)).toMatchObject({ end });
  expect(stored[2]?.marks).toHaveLength(end - start + 1);
  expect(stored[3]?.marks.map(({ fiscalYear }) => fiscalYear)).toEqual(
    stored[1]?.periods.map((term) => term.end),
  );
});

it.each([
  ['三年くらい', '年数として読めません'],
  ['', '年数として読めません'],
  ['0', '年数として読めません'],
  ['30、40', '計画の期間'],
])('期の年数「%s」は欄の下で断り、何も変えない', async (years, sentence) => {
  const refused = await planner.post(address(), await filling(years));
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(new RegExp(`id="f-terms-years-problem"[^]*?${sentence}`, 'u'));
  expect((await drafts.load()).content.header.reviewCalendar).toEqual([]);
});
