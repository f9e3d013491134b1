import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';
import { goOn } from './steps.ts';

const town = '202151';
const office = `/m/${town}/office`;
const sheet = `${office}/collections/2025/units/kikaku`;
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const row = (page: Page, key: string) => page.locator(`tr[data-row="${key}"]`);
const cell = (page: Page, key: string, column: string) => row(page, key).locator(`[data-column="${column}"]`);
const stateOf = (page: Page, key: string, words: string) =>
  row(page, key).locator('[data-state-word]', { hasText: words }).waitFor({ timeout: 5_000 });
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement
      ? `${activeElement.closest('tr')?.dataset.row} ${activeElement.dataset.column}`
      : '';
  });

/** As a spreadsheet hands it over. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

describe('実績値を集める', () => {
  it('督促 → キーボードで入力 → 貼り付け → 提出 → 承認 → 公開', { timeout: 90_000 }, async () => {
    const planner = await site.open({ as: await site.staff(town, 'kikaku') });
    await planner.page.goto(`${site.address}${office}/collections/2025`);
    await goOn(planner.page, 'button:text-is("督促する")');
    expect(await planner.page.locator('.notice--done').textContent()).toBe(
      '2人に督促しました。メールは2通です。',
    );

    const staff = await site.open({ as: await site.staff(town, 'ka-tanto') });
    const { page } = staff;
    await page.goto(site.address + office);
    expect(await page.locator('main').textContent()).toContain('企画担当から入力・承認の督促がありました');
    await goOn(page, 'a:has-text("令和7年度の実績値（企画課）")');

    // Enter goes down; the row saves itself, as a number of half-width digits.
    await cell(page, 'happiness', 'figure').focus();
    await page.keyboard.type('６.８１');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('population figure');
    await stateOf(page, 'happiness', '保存済み');
    expect(await cell(page, 'happiness', 'figure').inputValue()).toBe('6.81');

    // A refusal stands beside its cell, and the other row is left alone.
    await cell(page, 'population', 'figure').focus();
    await page.keyboard.type('約65,000');
    await page.keyboard.press('Tab');
    await stateOf(page, 'population', '保存していません');
    expect(await row(page, 'population').locator('.field__problem').textContent()).toContain(
      '65000 と入力し',
    );
    await cell(page, 'population', 'figure').fill('65,000');
    await cell(page, 'population', 'sourceDocument').focus();
    await page.keyboard.type('住民基本台帳');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('happiness sourceDocument');
    await stateOf(page, 'population', '保存済み');

    // Esc takes back what is being typed, Ctrl+D copies from above, Ctrl+Z takes the copy back.
    await cell(page, 'happiness', 'note').focus();
    await page.keyboard.type('速報');
    await page.keyboard.press('Escape');
    expect(await cell(page, 'happiness', 'note').inputValue()).toBe('');
    await page.keyboard.type('秋の調査');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+d');
    expect(await cell(page, 'population', 'note').inputValue()).toBe('秋の調査');
    await page.keyboard.press('Control+z');
    expect(await cell(page, 'population', 'note').inputValue()).toBe('');
    // A reason takes the place of the figure, and the figure comes back with it.
    await cell(page, 'population', 'missing').selectOption('not-surveyed');
    expect(await cell(page, 'population', 'figure').inputValue()).toBe('');
    await page.keyboard.press('Control+z');
    expect(await cell(page, 'population', 'figure').inputValue()).toBe('65000');
    await stateOf(page, 'population', '保存済み');

    // A block is shown before it is written.
    await cell(page, 'happiness', 'figure').focus();
    await paste(page, '6.79\t\t速報\n64,900');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('2行が変わります');
    expect(await dialog.textContent()).toContain('64,900人');
    await dialog.locator('[data-cancel]').click();
    expect(await cell(page, 'happiness', 'figure').inputValue()).toBe('6.81');
    await cell(page, 'happiness', 'figure').focus();
    await paste(page, '6.79\t\t速報\n64,900');
    await goOn(page, 'dialog button:has-text("この2行を保存する")');
    expect(await page.locator('.notice--done').textContent()).toContain('保存しました');
    expect(await cell(page, 'happiness', 'status').inputValue()).toBe('provisional');

    await goOn(page, 'button:text-is("課長に提出する")');
    expect(await page.locator('.notice--done').textContent()).toContain('提出しました');
    expect(await cell(page, 'happiness', 'figure').isDisabled()).toBe(true);
    // Refused answers of the sheet are no fault of the page.
    expect(staff.complaints.take().filter((complaint) => !complaint.includes('422'))).toEqual([]);
    await staff.close();

    const before = await site.visitor().ask(`/m/${town}/indicators/happiness`);
    expect(before.body).not.toContain('6.79');
    const head = await site.open({ as: await site.staff(town, 'kacho') });
    await head.page.goto(site.address + office);
    await goOn(head.page, 'a:has-text("令和7年度の実績値（企画課）")');
    await goOn(head.page, 'button:text-is("承認して公開する")');
    expect(await head.page.locator('.status-tag').first().textContent()).toBe('承認済み');
    expect(head.complaints.take()).toEqual([]);
    await head.close();
    const after = await site.visitor().ask(`/m/${town}/indicators/happiness`);
    expect(after.body).toContain('6.79');

    // By now the outbox has been round.
    await expect
      .poll(
        async () => {
          await planner.page.goto(`${site.address}${office}/collections/2025`);
          return (await planner.page.locator('main').textContent())?.match(/ に送りました/gu)?.length;
        },
        { timeout: 15_000 },
      )
      .toBe(2);
    expect(planner.complaints.take()).toEqual([]);
    await planner.close();
  });

  it('スクリプトがなくても、まとめて保存し、貼り付ける場所を確かめられる', async () => {
    const head = await site.open({ as: await site.staff(town, 'kacho') });
    await head.page.goto(site.address + sheet);
    await head.page.fill('textarea[name=reason]', '確定値に直してください。');
    await goOn(head.page, 'button:text-is("差し戻す")');
    await head.close();

    const { page, complaints, close } = await site.open({
      as: await site.staff(town, 'ka-tanto'),
      javaScript: false,
    });
    await page.goto(site.address + sheet);
    expect(await page.locator('.notice--problem').textContent()).toContain('確定値に直してください。');
    await cell(page, 'happiness', 'figure').fill('6.80');
    await cell(page, 'happiness', 'status').selectOption('final');
    await goOn(page, 'button:text-is("入力をまとめて保存する")');
    expect(await cell(page, 'happiness', 'figure').inputValue()).toBe('6.80');
    await page.fill('textarea[name=block]', '総人口\t64950\n知らない指標\t1');
    await goOn(page, 'button:text-is("どこに入るかを確かめる")');
    expect(await page.locator('[role=alert]').textContent()).toContain(
      '2行目『指標』: 「知らない指標」という指標は、この表にありません',
    );
    await goOn(page, 'a:text-is("入力表に戻る")');
    await page.fill('textarea[name=block]', '総人口\t64950');
    await goOn(page, 'button:text-is("どこに入るかを確かめる")');
    await goOn(page, 'button:text-is("この1行を保存する")');
    expect(await cell(page, 'population', 'figure').inputValue()).toBe('64950');
    expect(complaints.take().filter((complaint) => !complaint.includes('422'))).toEqual([]);
    await close();
  });
});
