import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';
import { fillIn, goOn, press } from './steps.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const schemes = '/m/202151/office/evaluation/schemes';

const startFrom = async (page: Page, town: RegExp): Promise<void> => {
  await page.goto(`${site.address}${schemes}/new`);
  await page.getByLabel(town).check();
  await press(page, '下書きを作る');
};

const trial = (page: Page, name: string, level: string) => page.locator(`#trial-criterion-${name}-${level}`);

describe('評価の様式を作る', () => {
  it('ひな形から始め、ことばを直し、試しに答えて計算を見て、採用する', { timeout: 60_000 }, async () => {
    const staff = await site.staff('202151', 'kikaku');
    const { page, complaints, close } = await site.open({ as: staff });
    await startFrom(page, /佐渡市/u);
    await page.locator('[name="directions.0.label"]').fill('大きく伸ばす');
    await page.locator('[data-preview-result]').getByText('大きく伸ばす').waitFor();

    // 3 + 3 + 2 + 2 + 2 = 12: exactly on the bound.
    for (const name of ['involvement', 'stopping']) await trial(page, name, 'high').check();
    for (const name of ['achievement', 'contribution', 'cost']) await trial(page, name, 'middle').check();
    await page.locator('[data-preview-result] .arithmetic').getByText('= 12点 → A（12点以上）').waitFor();
    await page.locator('[data-autosave-state]').getByText('入力を控えました').waitFor();
    // The answer tried last still has the keyboard.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('trial-criterion-cost-middle');

    await press(page, '下書きを保存する');
    expect(await page.getByText('下書きを保存しました。').isVisible()).toBe(true);
    expect(await page.locator('[name="directions.0.label"]').inputValue()).toBe('大きく伸ばす');
    // What several boxes hold is saved whole.
    expect(await page.locator('[name="stages.0.criteria"]:checked').count()).toBe(5);

    await press(page, '採用する');
    expect(await page.getByText('採用済みのため、変えられません。').isVisible()).toBe(true);
    expect(await page.locator('[name="directions.0.label"]').isDisabled()).toBe(true);
    await page.goto(`${site.address}${schemes}`);
    expect(await page.getByRole('row', { name: /佐渡市.*採用済み/u }).count()).toBe(1);
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('JavaScript なしの電話でも、行を加え、シートを見られる', { timeout: 60_000 }, async () => {
    const staff = await site.staff('202151', 'kikaku');
    const { page, close } = await site.open({ as: staff, javaScript: false, width: 375 });
    await startFrom(page, /八千代市/u);
    await press(page, '優先度を加える');
    await fillIn(page.locator('[name="priorities.0.label"]'), '高い');
    // What a choice makes appear appears by a button, in the part that stays open.
    await page.locator('#f-criteria-4 > summary').click();
    await page.locator('[name="criteria.4.proposes"]').selectOption('yes');
    await goOn(page, page.locator('#f-criteria-4').getByRole('button', { name: '表示を更新する' }));
    expect(await page.locator('[name="criteria.4.levels.0.from"]').isVisible()).toBe(true);
    await page.locator('[name="previewType"]').selectOption({ label: '法定受託事務' });
    await press(page, 'このシートを見る');
    expect(await page.locator('[name="priorities.0.label"]').inputValue()).toBe('高い');
    expect(await trial(page, 'purpose-1', 'fit').count()).toBe(0);
    expect(await trial(page, 'effect-5', 'fit').count()).toBe(1);
    await close();
  });
});
