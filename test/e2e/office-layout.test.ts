import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';
import { goOn } from './steps.ts';

const office = '/m/202151/office';
let site: Site;
let open: () => ReturnType<Site['open']>;
beforeAll(async () => {
  site = await openSite();
  const planner = await site.staff('202151', 'kikaku');
  open = () => site.open({ as: planner });
});
afterAll(() => site?.close());

const openDraft = async (page: Page): Promise<void> => {
  await page.goto(`${site.address}${office}/plans/mirai-toshi-senryaku`);
  if ((await page.locator('[name=label]').count()) > 0) {
    await page.fill('[name=label]', '見た目を確かめる改定');
    await goOn(page, 'button:text-is("改定を始める")');
  } else await goOn(page, 'table tbody tr:first-child th a');
  await page.waitForSelector('table[role=treegrid]');
};

it('加えられない項目は、訳が目に見え、書いた題名が残り、直すと消える', { timeout: 120_000 }, async () => {
  const { page, complaints, close } = await open();
  await openDraft(page);
  const deepest = page.locator('tr[data-key]').filter({ has: page.locator('input[name=item]') });
  const levels = await deepest.evaluateAll((rows) =>
    rows.map((row) => Number(row.getAttribute('data-level'))),
  );
  await deepest
    .nth(levels.indexOf(Math.max(...levels)))
    .locator('input[name=item]')
    .check();
  await page.click('.tree-toolbar__insert > summary');
  await page.fill('#insert-title', '長く考えた題名');
  await page.click('.tree-toolbar__insert button:text-is("加える")');
  const refusal = page.locator('#insert-problem');
  await refusal.waitFor();
  expect(await refusal.isVisible()).toBe(true);
  expect(await refusal.textContent()).not.toBe('');
  expect(await page.locator('[data-tree-refusal]').isVisible()).toBe(true);
  expect(await page.inputValue('#insert-title')).toBe('長く考えた題名');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('insert-title');
  await page.selectOption('#insert-where', 'top');
  await page.click('.tree-toolbar__insert button:text-is("加える")');
  await page.locator('tr[data-key]', { hasText: '長く考えた題名' }).waitFor();
  expect(await page.locator('[data-tree-refusal]').count()).toBe(0);
  expect(complaints.take().filter((each) => !each.includes('422'))).toEqual([]);
  await close();
});

it('項目の四つの文は同じ高さから始まり、1280×900 で一度に見える', { timeout: 120_000 }, async () => {
  const { page, close } = await open();
  await openDraft(page);
  await goOn(page, 'tr[data-level="2"] a[data-open]');
  const boxes = await page
    .locator('.gap-columns textarea')
    .evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    );
  expect(boxes.length).toBe(4);
  expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(1);
  expect(Math.max(...boxes.map(({ bottom }) => bottom))).toBeLessThanOrEqual(900);
  await close();
});

it('実績値の表は、1280 の幅で状態の列まで見える', { timeout: 120_000 }, async () => {
  const { page, close } = await open();
  await page.goto(`${site.address}${office}/indicators/happiness`);
  const last = await page
    .locator('.value-table thead th:last-child')
    .evaluate((cell) => ({ right: cell.getBoundingClientRect().right, text: cell.textContent }));
  const frame = await page
    .locator('.value-table')
    .evaluate((table) => table.closest('[tabindex]')?.getBoundingClientRect().right ?? window.innerWidth);
  expect(last.text).toBe('状態');
  expect(last.right).toBeLessThanOrEqual(frame + 1);
  await close();
});

it('送るボタンを続けて二度押しても、送られるのは一度', { timeout: 120_000 }, async () => {
  const { page, complaints, close } = await open();
  await page.goto(`${site.address}${office}/indicators/new`);
  await page.fill('[name=name]', '二度押した指標');
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('main form button[type=submit]').last().dblclick(),
  ]);
  await page.goto(`${site.address}${office}/indicators`);
  expect(await page.locator('th', { hasText: '二度押した指標' }).count()).toBe(1);
  expect(sent.length).toBe(1);
  expect(complaints.take()).toEqual([]);
  await close();
});

it('戻って直した内容は、もう一度送れる', { timeout: 120_000 }, async () => {
  const { page, close } = await open();
  await page.goto(`${site.address}${office}/indicators/new`);
  await page.fill('[name=name]', '戻る前の指標');
  const submit = page.locator('main form button[type=submit]').last();
  await goOn(page, submit);
  await page.goBack();
  await page.fill('[name=name]', '戻ったあとの指標');
  await goOn(page, submit);
  await page.goto(`${site.address}${office}/indicators`);
  for (const name of ['戻る前の指標', '戻ったあとの指標'])
    expect(await page.locator('th', { hasText: name }).count()).toBe(1);
  await close();
});

it('職員の表では、名前のリンクとほかの欄が同じ行にそろう', { timeout: 120_000 }, async () => {
  const { page, close } = await open();
  await page.goto(`${site.address}${office}/settings/users`);
  const bottoms = await page
    .locator('tbody tr')
    .first()
    .locator('th, td')
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell.querySelector('a') ?? cell);
        return Math.round(text.getClientRects()[0]?.bottom ?? 0);
      }),
    );
  expect(bottoms.length).toBeGreaterThan(3);
  expect(new Set(bottoms).size).toBe(1);
  await close();
});
