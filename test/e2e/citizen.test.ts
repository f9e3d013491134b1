import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const main = (page: Page): Locator => page.locator('main');

describe('電話を手にした市民: 「子どものために町は何をし、うまくいっているか」', () => {
  /** A phone: touch, 375 px. Every tap is counted; the counter is the only way to touch the page. */
  const phone = async () => {
    const context = await site.browser.newContext({
      viewport: { width: 375, height: 667 },
      hasTouch: true,
      isMobile: true,
      locale: 'ja-JP',
    });
    const page = await context.newPage();
    let taps = 0;
    const tap = async (link: Locator): Promise<void> => {
      const size = await link.boundingBox();
      expect(size?.height).toBeGreaterThanOrEqual(24);
      taps += 1;
      await Promise.all([page.waitForEvent('load'), link.tap()]);
    };
    return { page, tap, taps: () => taps, close: () => context.close() };
  };

  /** What the question asks for, seen on the page without opening anything. */
  const answers = async (page: Page): Promise<void> => {
    const desired = page.locator('.desired__text');
    expect(await desired.isVisible()).toBe(true);
    expect(await desired.innerText()).toMatch(/子ども|子育て|こども/);
    // Figures: today's or the baseline, and which way they are to go.
    const findings = await page.locator('#now ~ .indicator-panels').innerText();
    expect(findings).toMatch(/令和\d+年度の[\d.,]+点を基準に、令和\d+年度に[\d.,]+点以上を目指す/);
    expect(await page.locator('#now ~ .indicator-panels svg').first().isVisible()).toBe(true);
    const doing = page.locator('section[aria-labelledby=what]');
    expect(await doing.isVisible()).toBe(true);
    expect((await doing.innerText()).length).toBeGreaterThan(40);
  };

  it('最初のページから、見えている「子育て」を選ぶと着く', async () => {
    const { page, tap, taps, close } = await phone();
    await page.goto(`${site.address}/m/202151`);
    await tap(
      main(page)
        .getByRole('link', { name: /子育て|子ども|こども/ })
        .first(),
    );
    await answers(page);
    expect(taps()).toBeLessThanOrEqual(3);
    await close();
  });

  it('そこから、いま実施中の計画まで三度のうちに着く', async () => {
    const { page, tap, taps, close } = await phone();
    await page.goto(`${site.address}/m/202151`);
    await tap(
      main(page)
        .getByRole('link', { name: /子育て/ })
        .first(),
    );
    await tap(
      page
        .locator('section[aria-labelledby=what]')
        .getByRole('link', { name: /中期戦略/ })
        .first(),
    );
    expect(await page.locator('h1').innerText()).toContain('中期戦略');
    expect(taps()).toBeLessThanOrEqual(3);
    await close();
  });

  it('言葉を打って探しても着く', async () => {
    const { page, tap, taps, close } = await phone();
    await page.goto(`${site.address}/m/202151`);
    await page.locator('input[name=q]:visible').first().fill('子ども');
    await tap(
      page
        .locator('search:visible button[type=submit], form:has(input[name=q]:visible) button[type=submit]')
        .first(),
    );
    await tap(main(page).getByRole('link', { name: '子育て' }).first());
    await answers(page);
    expect(taps()).toBeLessThanOrEqual(3);
    await close();
  });

  it('職員がもっとほしい英語でも、同じように着く', async () => {
    const { page, tap, taps, close } = await phone();
    await page.goto(`${site.address}/en/m/202151`);
    await tap(
      main(page)
        .getByRole('link', { name: /子育て/ })
        .first(),
    );
    expect(await page.locator('section[aria-labelledby=what] h2').innerText()).toBe('What is done');
    expect(await page.locator('.desired__text').isVisible()).toBe(true);
    expect(taps()).toBeLessThanOrEqual(3);
    await close();
  });
});

describe('JavaScript なしで', () => {
  it('探す・しぼる・開く・比べる・文字を大きくする', async () => {
    const { page, complaints, close } = await site.open({ javaScript: false });
    const goOn = (link: Locator) => Promise.all([page.waitForEvent('load'), link.click()]);
    await page.goto(`${site.address}/m/202151`);

    await page.locator('input[name=q]:visible').first().fill('環境');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(await main(page).innerText()).toMatch(/\d+ 件見つかりました/);

    await page.goto(`${site.address}/m/202151/plans/mirai-toshi-senryaku`);
    const titles = () => page.locator('.tree .node__title').count();
    const all = await titles();
    await page.locator('#plan-words').fill('子育て');
    await goOn(page.locator('.filters__words button[type=submit]'));
    expect(await titles()).toBeLessThan(all);
    expect(await main(page).innerText()).toMatch(/\d+ 件のうち \d+ 件が当てはまります/);

    await page.goto(`${site.address}/m/332143/sdgs`);
    await goOn(
      main(page)
        .getByRole('link', { name: /質の高い教育/ })
        .first(),
    );
    expect(page.url()).toContain('goal=4');

    await page.goto(`${site.address}/m/153079/plans/keiei-senryaku`);
    const facet = page.locator('details.facet').first();
    await facet.locator('summary').click();
    const chip = facet.locator('a.chip').first();
    const expected = Number(await chip.locator('.chip__count').innerText());
    await goOn(chip);
    expect(await main(page).innerText()).toContain(`${expected} 件が当てはまります`);
    // The choice is in the address: it can be mailed, and Back gives the whole plan again.
    expect(new URL(page.url()).search).not.toBe('');
    await page.goBack();
    expect(new URL(page.url()).search).toBe('');

    await page.goto(`${site.address}/m/202151/history`);
    await goOn(
      main(page)
        .getByRole('link', { name: /比べ|対照|違い/ })
        .first(),
    );
    expect(await page.locator('ins, del').count()).toBeGreaterThan(0);

    const before = await page.evaluate(() => getComputedStyle(document.body).fontSize);
    await goOn(page.locator('.tools').getByText('大', { exact: true }));
    expect(
      Number.parseFloat(await page.evaluate(() => getComputedStyle(document.body).fontSize)),
    ).toBeGreaterThan(Number.parseFloat(before));
    expect(complaints.take()).toEqual([]);
    await close();
  });
});

describe('電話で評価を読む: いくらかかり、どうするか', () => {
  it.each([
    ['事業の評価の集計', '/m/153079/evaluations/2024', '.grade-table'],
    ['事業の一覧', '/m/153079/evaluations/2024', '.programme-table'],
    ['英語の一覧', '/en/m/153079/evaluations/2024', '.programme-table'],
  ])('320 px でも、%sの費用は横に動かさずに見える', async (_, address, table) => {
    const { page, close } = await site.open({ width: 320, javaScript: false });
    await page.goto(`${site.address}${address}`);
    const shown = page.locator(table).first();
    expect(await shown.locator('tbody tr').count()).toBeGreaterThan(5);
    const box = await shown.boundingBox();
    const room = await page.locator('.table-scroll', { has: shown }).first().boundingBox();
    expect(box?.width).toBeLessThanOrEqual(room?.width ?? 0);
    const costs = shown.locator('tbody tr:first-child td.number').filter({ visible: true }).last();
    expect(await costs.innerText()).toMatch(/^[\d,]{5,}/u);
    await close();
  });
});
