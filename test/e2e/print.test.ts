import { afterAll, beforeAll, expect, it } from 'vitest';
import { cutOff, stickingOut } from './measure.ts';
import { printedPages } from './pdf-text.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** A4 less the margins of the stylesheet (15 mm on both sides), at 96 pixels an inch. */
const paperWidth = Math.floor(((210 - 30) / 25.4) * 96);
const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

it.each([
  ['ホーム', '/m/202151', 4],
  ['計画', '/m/202151/plans/mirai-toshi-senryaku', 12],
  ['階層の深い計画', '/m/153079/plans/keiei-senryaku', 12],
  ['項目', '/m/202151/plans/mirai-toshi-senryaku/items/field-1', 6],
  ['指標', '/m/202151/indicators/happiness-distribution', 6],
  ['指標の一覧', '/m/202151/indicators', 4],
  ['SDGsの表', '/m/332143/sdgs', 6],
  ['人口', '/m/202151/population?lever.birth-rate.value=1.90', 12],
  ['人口シナリオ', '/m/202151/population/scenarios/reach-65000', 8],
  ['部局経営目標', '/m/332143/department-goals', 8],
  ['予算と評価', '/m/153079/budgets/2026', 8],
  ['新旧対照表', '/m/202151/history?plan=mirai-toshi-senryaku&with=predecessor&view=table', 40],
  ['英語の項目', '/en/m/202151/plans/mirai-toshi-senryaku/items/field-1', 6],
])('%s は A4 に収まり、白紙がなく、始めから終わりまで刷られる', async (_, path, most) => {
  const { page, complaints, close } = await site.open();
  await page.goto(site.address + path, { waitUntil: 'load' });
  const words = await page.evaluate(() => ({
    title: document.querySelector('h1')?.innerText ?? '',
    headings: [...document.querySelectorAll('main h2')].map((heading) => (heading as HTMLElement).innerText),
  }));

  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: paperWidth, height: 1000 });
  expect([...(await page.evaluate(stickingOut)), ...(await page.evaluate(cutOff))]).toEqual([]);
  for (const hidden of ['.tools', '.site-nav', '.skip-link'])
    expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);

  const pages = printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(most);
  expect(pages.filter(({ text }) => letters(text).length < 10)).toEqual([]);
  const printed = letters(pages.map(({ text }) => text).join(''));
  const missing = [words.title, ...words.headings].filter((text) => !printed.includes(letters(text)));
  expect(missing).toEqual([]);
  expect(complaints.take()).toEqual([]);
  await close();
});

/** A4 across, less 12 mm on both sides. */
const acrossWidth = Math.floor(((297 - 24) / 25.4) * 96);

it.each([
  ['公開する実施計画', '/m/153079/implementation-plans/2024', null, '事業担当令和6年度'],
  ['英語の実施計画', '/en/m/153079/implementation-plans/2024', null, 'ProgrammeUnitinchargeFY2024'],
  ['職員が印刷する実施計画', '/m/153079/office/implementation/2026/print', 'kikaku', '番号事業計画の項目'],
] as const)('%s は、始めから終わりまで A4 横で、見出しと頁番号が毎頁にある', async (_, path, login, head) => {
  const { page, complaints, close } = await site.open(
    login === null ? {} : { as: await site.staff('153079', login) },
  );
  await page.goto(site.address + path, { waitUntil: 'load' });
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('tbody tr:has(td) th[scope="row"]')].map(
      (cell) => cell.innerText,
    ),
  );
  expect(rows.length).toBeGreaterThanOrEqual(224);

  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: acrossWidth, height: 700 });
  expect([...(await page.evaluate(stickingOut)), ...(await page.evaluate(cutOff))]).toEqual([]);
  await page.evaluate(() => document.fonts.ready);

  const pages = printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  // A4 in points, to the nearest one.
  expect(new Set(pages.map(({ width, height }) => [Math.round(width), Math.round(height)].join()))).toEqual(
    new Set(['842,595']),
  );
  expect(pages.length).toBeLessThanOrEqual(12);
  const texts = pages.map(({ text }) => letters(text));
  expect(texts.filter((text) => !text.includes(letters(head)))).toEqual([]);
  expect(pages.filter(({ text }, at) => !text.includes(`${at + 1} / ${pages.length}`))).toEqual([]);
  const printed = texts.join('');
  expect(rows.filter((row) => !printed.includes(letters(row)))).toEqual([]);
  expect(complaints.take()).toEqual([]);
  await close();
});
