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
