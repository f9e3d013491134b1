import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine } from './examine.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const town = '153079';
const round = `/m/${town}/office/evaluation/fy2025-after`;

/** The first sheet of a list, as an address. */
const firstSheet = (html: string): string => {
  const found = /href="([^"]*\/sheets\/[^"?]+)"/u.exec(html)?.[1];
  if (found === undefined) throw new Error('the list names no sheet');
  return found;
};

describe('評価シートを書く', () => {
  it('書いたものは自動で残り、提出・差し戻し・まとめて承認まで、担当と課長が画面で進める', {
    timeout: 90_000,
  }, async () => {
    const staff = await site.staff(town, 'ka-tanto');
    const address = firstSheet((await staff.ask(`${round}/sheets?mine=1&state=not-started`)).body);
    const writing = await site.open({ as: staff });
    await writing.page.goto(site.address + address);
    expect(await writing.page.locator('.desk-head').innerText()).toContain('あなたの番です');

    // Typed, and kept a moment later without a button.
    await writing.page.locator('[name="text.achievement"]').fill('300人が使い、前の年度から40人増えた。');
    await writing.page.waitForFunction(
      () => document.querySelector('[data-sheet-saved]')?.textContent === '保存しました。',
    );
    await writing.page.reload();
    expect(await writing.page.locator('[name="text.achievement"]').inputValue()).toContain('300人が使い');

    // Not complete: refused beside the fields, and what was typed stays.
    const hand = writing.page.getByRole('button', { name: /^提出して/u });
    await Promise.all([writing.page.waitForEvent('load'), hand.click()]);
    expect(await writing.page.locator('[aria-label="保存できなかった理由"]').innerText()).toContain('必需性');
    expect(await writing.page.locator('[name="text.achievement"]').inputValue()).toContain('300人が使い');
    expect(await examine(writing.page, 375, 'whole')).toEqual([]);

    for (const [name, value] of [
      ['criterion.necessity', 'essential'],
      ['criterion.cost-effect', 'no-room'],
      ['criterion.comparison', 'no-room'],
      ['criterion.priority', 'normal'],
      ['criterion.society', 'no-room'],
      ['direction', 'continue'],
    ])
      await writing.page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
    await Promise.all([writing.page.waitForEvent('load'), hand.click()]);
    expect(await writing.page.locator('.notice--done').innerText()).toContain('次のあなたの番のシート');
    expect(writing.complaints.take()).toEqual([]);
    await writing.close();

    const head = await site.staff(town, 'kacho');
    const deciding = await site.open({ as: head, javaScript: false });
    await deciding.page.goto(site.address + address);
    await deciding.page.locator('summary', { hasText: '差し戻す' }).click();
    await deciding.page.locator('#return-reason').fill('増えた理由も書いてください。');
    await Promise.all([
      deciding.page.waitForEvent('load'),
      deciding.page.getByRole('button', { name: '理由を付けて差し戻す' }).click(),
    ]);
    const again = await staff.ask(address);
    expect(again.body).toContain('増えた理由も書いてください。');

    // Without JavaScript, in the other direction: handed in again by the form alone.
    const mending = await site.open({ as: staff, javaScript: false });
    await mending.page.goto(site.address + address);
    await Promise.all([
      mending.page.waitForEvent('load'),
      mending.page.getByRole('button', { name: /^提出して/u }).click(),
    ]);
    await mending.close();

    await deciding.page.goto(`${site.address + round}/sheets?mine=1&stage=first`);
    for (const box of await deciding.page.locator('input[name="chosen"]').all()) await box.check();
    await Promise.all([
      deciding.page.waitForEvent('load'),
      deciding.page.getByRole('button', { name: /をまとめて承認する/u }).click(),
    ]);
    expect(await deciding.page.locator('.notice--done').innerText()).toMatch(
      /^\d+件を次の段階に進めました。$/u,
    );
    await deciding.close();
    expect((await head.ask(address)).body).toContain('今は「二次評価（総合政策課）」');
  });
});
