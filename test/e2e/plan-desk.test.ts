import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';
import { goOn } from './steps.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Tab after Tab until what is asked for has the focus: nothing here touches a mouse. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').and(page.locator(selector)).count()) > 0) return;
  }
  throw new Error(`${selector} is not reached by Tab on ${page.url()}`);
};

const press = async (page: Page, selector: string, key = 'Enter'): Promise<void> => {
  await tabTo(page, selector);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
};

const login = async (page: Page, town: string, name: string): Promise<void> => {
  await page.goto(`${site.address}/m/${town}/office/login`);
  await tabTo(page, '[name=login]');
  await page.keyboard.type(name);
  await tabTo(page, '[name=password]');
  await page.keyboard.type('rashin-demo');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect(await page.locator('h1').textContent()).toBe('やること');
};

const logout = (page: Page): Promise<void> => press(page, 'button:has-text("ログアウト")');

/** From the first page of the office to the plan that was first in the list. */
const openPlan = async (page: Page): Promise<void> => {
  await press(page, 'a:text-is("計画")');
  await press(page, 'table tbody tr:first-child th a');
};

describe('キーボードだけで、ログインから書き換えて公開するまで', () => {
  it.each([
    ['スクリプトあり', true, '153079', '施行中'],
    // The years of this plan ended with 令和7年度.
    ['スクリプトなし', false, '093866', '終了した計画の最後の版'],
  ] as const)('%s', { timeout: 240_000 }, async (_, javaScript, town, status) => {
    const { page, complaints, close } = await site.open({ javaScript });
    await login(page, town, 'kikaku');
    await openPlan(page);
    await tabTo(page, '[name=label]');
    await page.keyboard.type('キーボードの改定');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.locator('h1').textContent()).toBe('体系と項目');

    // The tree by its buttons: the item is chosen with the arrows of a radio group, the button pressed.
    const rows = () =>
      page.locator('tr[data-key]').evaluateAll((all) => all.map((row) => row.getAttribute('data-key') ?? ''));
    const before = await rows();
    await tabTo(page, 'input[type=radio][name=item]');
    await page.keyboard.press('Space');
    const chosen = await page
      .locator('input[name=item]:checked')
      .evaluate((input) => input.closest('tr')?.dataset.key);
    expect(chosen).toBe(before[0]);

    await press(page, 'tr[data-key] a[data-open]');
    const sentence = 'キーボードだけで書いた課題。';
    await tabTo(page, 'textarea[name=issue]');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(sentence);
    await press(page, 'button:text-is("保存する")');
    expect(await page.locator('.notice--done').textContent()).toBe('保存しました。');
    const item = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await logout(page);

    await login(page, town, 'shicho');
    await openPlan(page);
    await press(page, 'table a:text-is("キーボードの改定")');
    await press(page, '.desk-nav a:text-is("承認と公開")');
    await press(page, 'button:text-is("承認する")');
    expect(await page.locator('.notice--done').textContent()).toContain('承認しました');
    await logout(page);

    await login(page, town, 'kikaku');
    await openPlan(page);
    await press(page, 'table a:text-is("キーボードの改定")');
    await press(page, '.desk-nav a:text-is("承認と公開")');
    await tabTo(page, 'textarea[name=reason]');
    await page.keyboard.type('キーボードで確かめるため');
    await press(page, 'button:text-is("この内容で公開する")');
    expect(await page.locator('.status-tag').first().textContent()).toBe(status);

    const slug = /plans\/([^/]+)\//u.exec(page.url())?.[1] ?? '';
    const citizen = await site.visitor().ask(`/m/${town}/plans/${slug}/items/${item}`);
    expect(citizen.body).toContain(sentence);
    expect(complaints.take()).toEqual([]);
    await close();
  });
});

describe('体系を手で動かす', () => {
  const town = '202151';
  const slug = 'mirai-toshi-senryaku';
  const desk = `/m/${town}/office/plans/${slug}`;

  const openTree = async (): Promise<{
    page: Page;
    complaints: { take: () => readonly string[] };
    close: () => Promise<void>;
  }> => {
    const opened = await site.open({ as: await site.staff(town, 'kikaku') });
    const { page } = opened;
    await page.goto(site.address + desk);
    if ((await page.locator('[name=label]').count()) > 0) {
      await page.fill('[name=label]', '手で動かす改定');
      await goOn(page, 'button:text-is("改定を始める")');
    } else await goOn(page, 'table tbody tr:first-child th a');
    await page.waitForSelector('table[role=treegrid]');
    return opened;
  };
  const keys = (page: Page) =>
    page.locator('tr[data-key]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key') ?? ''));
  /** The place of a row's upper edge, middle or lower edge. */
  const drag = async (
    page: Page,
    from: string,
    to: string,
    at: 'before' | 'inside' | 'after',
  ): Promise<void> => {
    const target = page.locator(`tr[data-key="${to}"]`);
    const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
    const y = { before: 3, inside: height / 2, after: height - 3 }[at];
    await page.locator(`tr[data-key="${from}"]`).dragTo(target, {
      sourcePosition: { x: 200, y: height / 2 },
      targetPosition: { x: width / 3, y },
    });
  };
  const saved = (page: Page) =>
    page.waitForFunction(
      () => !document.querySelector('[data-tree-state]')?.textContent?.includes('保存しています'),
    );

  it('つかんで兄弟の前に落とすと、その順に保存される', { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await openTree();
    const before = await keys(page);
    const [, first = '', second = ''] = before;
    await drag(page, second, first, 'before');
    await page.waitForFunction(
      (key) => document.querySelectorAll('tr[data-key]')[1]?.getAttribute('data-key') === key,
      second,
    );
    await saved(page);
    await page.reload();
    expect((await keys(page)).slice(1, 3)).toEqual([second, first]);
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('別の戦略の中へ落とすと、その場で理由を尋ね、書くと移る', { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await openTree();
    const rows = page.locator('tr[data-key]');
    const strategies = await rows.evaluateAll((all) =>
      all.filter((row) => row.getAttribute('data-level') === '1').map((row) => row.getAttribute('data-key')),
    );
    const [, moved = ''] = await keys(page);
    const target = strategies[1] ?? '';
    await drag(page, moved, target, 'inside');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await dialog.locator('h2').textContent()).toContain('移す理由');
    await dialog.locator('textarea[name=reason]').fill('担当の見直し');
    await dialog.locator('button[type=submit]').click();
    await page.waitForFunction(
      ([key, parent]) => {
        const all = [...document.querySelectorAll<HTMLElement>('tr[data-key]')];
        const at = all.findIndex((row) => row.dataset.key === key);
        const above = all.slice(0, at).findLast((row) => row.dataset.level === '1');
        return above?.dataset.key === parent;
      },
      [moved, target] as const,
    );
    await page.goto(`${page.url().split('?')[0]}/lineage`);
    expect(await page.locator('table').first().innerHTML()).toContain('担当の見直し');
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('矢印で選び、Altと矢印で動かし、フォーカスは動いた項目に留まる', { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await openTree();
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key);
    await tabTo(page, 'tr[data-key]');
    const [top, first = '', second = ''] = await keys(page);
    expect(await focused()).toBe(top);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(first);
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(
      (key) => document.querySelectorAll('tr[data-key]')[1]?.getAttribute('data-key') === key,
      second,
    );
    expect(await focused()).toBe(first);
    expect((await keys(page)).slice(0, 3)).toEqual([top, second, first]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator(`tr[data-key="${second}"]`).isVisible()).toBe(false);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(`tr[data-key="${second}"]`).isVisible()).toBe(true);
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForFunction(() =>
      document.querySelector('[data-tree-state]')?.textContent?.includes('いちばん上'),
    );
    expect(complaints.take().filter((each) => !each.includes('422'))).toEqual([]);
    await close();
  });

  it('入力は控えられ、画面を閉じても取り戻せる', { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await openTree();
    await goOn(page, 'tr[data-key] a[data-open] >> nth=1');
    await page.fill('textarea[name=approach]', '控えておきたい方針');
    await page.locator('[data-autosave-state=saved]').waitFor();
    expect(await page.locator('[data-autosave-state]').textContent()).toContain('まだ保存していません');
    const address = page.url();
    await page.goto(site.address + desk);
    await page.goto(address);
    expect(await page.inputValue('textarea[name=approach]')).not.toBe('控えておきたい方針');
    await goOn(page, 'a:text-is("入力を取り戻す")');
    expect(await page.inputValue('textarea[name=approach]')).toBe('控えておきたい方針');
    expect(complaints.take()).toEqual([]);
    await close();
  });
});
