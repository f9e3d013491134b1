import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';
import { fillIn, press } from './steps.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const sapporo = '/m/011002';
const office = `${sapporo}/office`;

describe('判定基準を作り、年度を判定し、市民に見せる', () => {
  it('ひな形から、試算しながら直して採用し、一つを人が判定し、公開する', { timeout: 60_000 }, async () => {
    const staff = await site.staff('011002', 'kikaku');
    const { page, complaints, close } = await site.open({ as: staff });
    const summary = () => page.locator('.preview__summary').innerText();

    await page.goto(`${site.address}${office}/judgement`);
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('link', { name: '判定基準を作る' }).click(),
    ]);
    await press(page, '下書きを作る');
    expect(await page.locator('h1').innerText()).toContain('5段階');

    // While typing, the town's own indicators are judged anew, and a gap is seen on the number line.
    const bound = page.locator('[name="axes.0.cases.1.steps.0.bands.0.from"]');
    const before = await summary();
    expect(before).toMatch(/試算しました。.*\d+件の見出しの判定が変わります/su);
    await fillIn(bound, '120%');
    await page.waitForFunction(() =>
      document.querySelector('.preview__summary')?.textContent?.includes('試算できません'),
    );
    expect(await page.locator('[data-preview-result]').innerText()).toContain('すき間: 1 から 1.2 まで');
    expect(await page.locator('[data-line] svg').first().textContent()).toContain('すき間');
    await fillIn(page.locator('[name="axes.0.cases.1.steps.0.bands.1.to"]'), '120%');
    await page.waitForFunction(() =>
      document.querySelector('.preview__summary')?.textContent?.includes('試算しました'),
    );
    await press(page, '下書きを保存する');
    expect(await page.locator('.notice--done').innerText()).toBe('下書きを保存しました。');
    await press(page, '採用する');
    expect(await page.locator('.notice--done').innerText()).toContain('採用しました');

    // A year that is public changes its rule with a reason only.
    await page.goto(`${site.address}${office}/judgement`);
    await page.getByText('令和6年度の判定基準を変える').click();
    const year = page.locator('#y2024');
    await year.getByLabel('判定基準', { exact: true }).selectOption('five-grades 1');
    await Promise.all([
      page.waitForEvent('load'),
      year.getByRole('button', { name: '変える', exact: true }).click(),
    ]);
    expect(await page.locator('[role=alert]').innerText()).toContain('理由がありません');
    await page.locator('#y2024').getByLabel('理由').fill('新しい計画の評価に合わせるため');
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('#y2024').getByRole('button', { name: '変える', exact: true }).click(),
    ]);
    await press(page, '令和6年度の判定の公開をやめる');

    // One indicator is judged otherwise by a person, and the sheet comes back to its row.
    await page.goto(`${site.address}${office}/judgement/2024`);
    await Promise.all([
      page.waitForEvent('load'),
      page
        .locator('#i-birth-rate')
        .getByRole('link', { name: /人による判定を書く/u })
        .click(),
    ]);
    await page.getByLabel('判定', { exact: true }).selectOption({ label: 'C 半ば' });
    await page.getByLabel('理由').fill('全国の動きに比べれば踏みとどまっている');
    await press(page, '人による判定を保存する');
    expect(new URL(page.url()).hash).toBe('#i-birth-rate');
    expect(await page.locator('#i-birth-rate').innerText()).toContain('踏みとどまっている');

    const citizen = await site.open({ javaScript: false });
    const seen = async () => {
      await citizen.page.goto(`${site.address}${sapporo}/indicators/birth-rate`);
      return citizen.page.locator('main').innerText();
    };
    expect(await seen()).not.toContain('踏みとどまっている');
    await page.goto(`${site.address}${office}/judgement`);
    await press(page, '令和6年度の判定を公開する');
    expect(await seen()).toContain('踏みとどまっている');
    expect(await seen()).toContain('半ば');

    expect([...complaints.take(), ...citizen.complaints.take()]).toEqual([]);
    await close();
    await citizen.close();
  });

  it('JavaScript なしでも、ボタンで試算し、行を加えられる', { timeout: 60_000 }, async () => {
    const staff = await site.staff('011002', 'kikaku');
    const { page, close } = await site.open({ as: staff, javaScript: false, width: 375 });
    await page.goto(`${site.address}${office}/judgement/schemes/new`);
    await page.getByLabel(/江田島市/u).check();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: '下書きを作る', exact: true }).click(),
    ]);
    await page.locator('#f-axes-0 > summary').click();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: '段階を加える' }).first().click(),
    ]);
    expect(await page.locator('[name="axes.0.grades.4.label"]').inputValue()).toBe('');
    await fillIn(page.locator('[name="axes.0.grades.4.label"]'), '大きく改善');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '試算する' }).click()]);
    expect(await page.locator('.preview__summary').innerText()).toContain('試算しました');
    expect(await page.locator('[name="axes.0.grades.4.label"]').inputValue()).toBe('大きく改善');
    await close();
  });
});
