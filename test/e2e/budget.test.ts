import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const seiro = '153079';
const office = `/m/${seiro}/office`;

const press = async (page: Page, name: string): Promise<void> => {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name, exact: true }).first().click(),
  ]);
};

describe('枠のなかで配分する', () => {
  it('やることから枠を開き、提出し、超えると断られ、収めて保存する', { timeout: 60_000 }, async () => {
    const staff = await site.staff(seiro, 'kacho');
    const { page, complaints, close } = await site.open({ as: staff });
    await page.goto(`${site.address}${office}`);
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('link', { name: '令和8年度予算の配分枠' }).click(),
    ]);
    expect(await page.locator('h1').innerText()).toContain('の配分枠（令和8年度）');
    await press(page, '印を付けた提案を提出する');

    // Everything as it was is more than a frame of 97 %: the page says so before anything is sent.
    const left = page.locator('[data-budget-left]').first();
    expect(await left.innerText()).toContain('枠を超えています');
    await press(page, '枠のなかで配分する');
    expect(await page.locator('[role="alert"]').innerText()).toMatch(/の枠[\d,]+千円を[\d,]+千円超えます/u);

    // The browser reports the 422 itself.
    complaints.take();

    // The greatest gives way by what is too much.
    const over = Number((await left.innerText()).replace(/[^\d]/gu, ''));
    const amounts = page.locator('input[data-budget-class]');
    const values = await amounts.evaluateAll((all) =>
      all.map((each) => Number((each as HTMLInputElement).value)),
    );
    const greatest = values.indexOf(Math.max(...values));
    await amounts.nth(greatest).fill(String((values[greatest] ?? 0) - over));
    expect(await left.innerText()).toBe('0千円');
    await page.locator('input.budget-reason').nth(greatest).fill('枠に収める');
    await press(page, '枠のなかで配分する');
    expect(await page.locator('[role="status"]').innerText()).toBe('枠のなかで配分しました。');
    expect(await left.innerText()).toBe('0千円');
    expect(complaints.take()).toEqual([]);
    await close();
  });
});
