import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formToken, type Visitor } from '../walk/visitor.ts';
import { examine, widths } from './examine.ts';
import { type OpenPage, openSite, type Site } from './site.ts';

/** Pages no link leads to: what somebody sees after a mistake, a refusal, a collision, or at the very beginning. */
const town = '153079';
const office = `/m/${town}/office`;
const plan = `${office}/plans/keiei-senryaku`;

let site: Site;
let planner: Visitor;
let desk: string;

const send = (as: Visitor, path: string, fields: Readonly<Record<string, string>>, from: string) =>
  as.ask(from).then(({ body }) =>
    as.ask(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ _csrf: formToken(body), ...fields }),
    }),
  );

beforeAll(async () => {
  site = await openSite();
  planner = await site.staff(town, 'kikaku');
  const begun = await send(planner, `${plan}/start`, { label: '状態を見る改定' }, plan);
  desk = begun.location.split('?')[0] ?? '';
  expect(desk).toMatch(/revisions\/\d+$/);
});
afterAll(() => site?.close());

const withPage = async <T>(as: Visitor | undefined, run: (opened: OpenPage) => Promise<T>): Promise<T> => {
  const opened = await site.open(as === undefined ? {} : { as });
  try {
    return await run(opened);
  } finally {
    await opened.close();
  }
};

const goTo = (page: Page, path: string) => page.goto(site.address + path, { waitUntil: 'load' });
const press = (page: Page, name: string) =>
  Promise.all([
    page.waitForEvent('load'),
    page.locator('main').getByRole('button', { name, exact: true }).first().click(),
  ]);

/** At both widths: axe, overflow, large text, complaints of the browser. */
const holds = async ({ page, complaints }: OpenPage): Promise<void> => {
  const findings: string[] = [];
  for (const width of widths) findings.push(...(await examine(page, width)));
  expect([...findings, ...complaints.take()]).toEqual([]);
};

const heading = (page: Page) => page.locator('h1').innerText();
const alert = (page: Page) => page.locator('[role=alert]').first().innerText();

describe('断りのページ', () => {
  it.each([
    ['ない番地', '/nothing', 404, 'ページが見つかりません'],
    ['ない番地（英語）', '/en/nothing', 404, 'Page not found'],
    ['団体にないページ', `/m/${town}/nothing`, 404, 'ページが見つかりません'],
    ['ない団体（英語）', '/en/m/202152', 404, 'Page not found'],
    ['ない項目', `/m/${town}/plans/keiei-senryaku/items/nai`, 404, 'ページが見つかりません'],
    ['読めない番地', '/m/202151?x=%00', 400, '送られた文字を読めませんでした'],
  ])('%s', async (_, path, status, title) => {
    await withPage(undefined, async (opened) => {
      expect((await goTo(opened.page, path))?.status()).toBe(status);
      expect(await heading(opened.page)).toBe(title);
      await holds(opened);
    });
  });

  it.each([
    ['職員の、ない計画', 'kikaku', `${office}/plans/nai`, 404],
    ['職員の、ない番地', 'kikaku', `${office}/nai`, 404],
    ['権限のないページ', 'zaisei', `${office}/settings/users`, 403],
    ['外部評価者に開かない計画', 'gaibu', `${office}/plans`, 403],
  ])('%s', async (_, login, path, status) => {
    await withPage(await site.staff(town, login), async (opened) => {
      expect((await goTo(opened.page, path))?.status()).toBe(status);
      await holds(opened);
    });
  });
});

describe('ログイン', () => {
  it('断られたとき', async () => {
    await withPage(undefined, async (opened) => {
      const { page } = opened;
      await goTo(page, `${office}/login`);
      await page.fill('[name=login]', 'kikaku');
      await page.fill('[name=password]', 'chigau-kotoba');
      await press(page, 'ログイン');
      expect(await alert(page)).toContain('ログイン');
      expect(await page.inputValue('[name=login]')).toBe('kikaku');
      await holds(opened);
    });
  });

  it('期限が切れていたとき、送ろうとしたものはログインの後に戻る', async () => {
    const forgetful = await site.staff(town, 'kikaku');
    await withPage(forgetful, async (opened) => {
      const { page } = opened;
      await goTo(page, `${office}/settings/areas`);
      await page.fill('[name=name]', '切れても残る地区');
      await send(forgetful, `${office}/logout`, {}, office);
      await page
        .locator('main form')
        .filter({ has: page.locator('[name=name]') })
        .locator('[type=submit]')
        .click();
      await page.waitForSelector('[name=password]');
      expect(await alert(page)).toContain('まだ何も保存されていません');
      await holds(opened);
      await page.fill('[name=login]', 'kikaku');
      await page.fill('[name=password]', 'rashin-demo');
      await press(page, 'ログイン');
      expect(await heading(page)).toBe('入力の続き');
      expect(await page.locator('main').innerText()).toContain('切れても残る地区');
      await holds(opened);
    });
  });

  it('期限が切れてから開いたとき', async () => {
    const gone = await site.staff(town, 'kikaku');
    await send(gone, `${office}/logout`, {}, office);
    const forger = site.visitor();
    forger.cookies.set(`rashin-${town}`, 'A'.repeat(43));
    await withPage(forger, async (opened) => {
      await goTo(opened.page, `${office}/plans`);
      expect(await opened.page.locator('[role=status]').innerText()).toContain('ログアウトしました');
      await holds(opened);
    });
  });
});

describe('書き損じと、ぶつかり', () => {
  const item = async (): Promise<string> => {
    const { body } = await planner.ask(desk);
    return /href="([^"]*\/items\/[^"]+)"/.exec(body)?.[1] ?? '';
  };

  it('項目の題名が空', async () => {
    await withPage(planner, async (opened) => {
      const { page } = opened;
      await goTo(page, await item());
      await page.locator('[name=title]').evaluate((input) => input.removeAttribute('required'));
      await page.fill('[name=title]', '');
      await press(page, '保存する');
      expect(await page.title()).toMatch(/^エラー: /);
      expect(await page.locator('[name=title]').getAttribute('aria-invalid')).toBe('true');
      await holds(opened);
    });
  });

  it('二人が同じ欄を書いた', async () => {
    const address = await item();
    await withPage(planner, async (opened) => {
      const { page } = opened;
      await goTo(page, address);
      await withPage(await site.staff(town, 'kikaku'), async (other) => {
        await goTo(other.page, address);
        await other.page.fill('[name=issue]', '先に書いた課題。');
        await press(other.page, '保存する');
      });
      await page.fill('[name=issue]', '後から書いた課題。');
      await press(page, '保存する');
      expect(await page.locator('#meeting-title').innerText()).toBe('ほかの職員が先に保存しました');
      expect(await page.inputValue('[name=issue]')).toBe('後から書いた課題。');
      await holds(opened);
      await press(page, '保存する');
      expect(await page.locator('.notice--done').innerText()).toBe('保存しました。');
      await holds(opened);
    });
  });

  it.each(['', '?shape=table'])('違いのあるページ %s', async (query) => {
    await withPage(planner, async (opened) => {
      await goTo(opened.page, `${desk}/difference${query}`);
      expect(await opened.page.locator('main').innerText()).toContain('後から書いた課題');
      await holds(opened);
    });
  });

  it('下書きの見え方', async () => {
    await withPage(planner, async (opened) => {
      await goTo(opened.page, (await item()).replace('/items/', '/preview/items/'));
      expect(await opened.page.locator('.draft-banner').innerText()).toContain('まだ公開していません');
      await holds(opened);
    });
  });

  it.each(['移す…', '再掲…', 'まとめる…', '分ける…', '取り除く…'])('体系への問い: %s', async (name) => {
    // Without scripts the question is a page of its own; with them the same part of it is a dialog.
    const plain = await site.open({ as: planner, javaScript: false });
    await goTo(plain.page, desk);
    await plain.page.locator('input[name=item]').nth(1).check();
    await press(plain.page, name);
    const address = plain.page.url().replace(site.address, '');
    await plain.close();
    await withPage(planner, async (opened) => {
      await goTo(opened.page, address);
      expect(await opened.page.locator('[data-question] h2').innerText()).toContain(name.replace('…', ''));
      await holds(opened);
    });
  });

  it.each([
    ['計画をつくる', `${office}/plans/new`, 'つくって書き始める', '[name=startFiscalYear]', '令和0'],
    ['地区を加える', `${office}/settings/areas`, '加える', '[name=name]', '　'],
    ['指標をつくる', `${office}/indicators/new`, null, '[name=name]', ''],
    ['職員を加える', `${office}/settings/users/add`, null, '[name=login]', '　'],
    ['パスワードを変える', `${office}/account/password`, null, '[name=currentPassword]', 'chigau'],
  ])('書き損じ: %s', async (_, path, button, field, value) => {
    await withPage(planner, async (opened) => {
      const { page } = opened;
      await goTo(page, path);
      // What the browser itself would refuse: the server's own answer is looked at.
      await page.locator('main form').evaluateAll((forms) => {
        for (const form of forms) (form as HTMLFormElement).noValidate = true;
      });
      await page.fill(field, value);
      const submit =
        button === null
          ? page.locator('main form [type=submit]').last()
          : page.locator('main').getByRole('button', { name: button }).first();
      await Promise.all([page.waitForEvent('load'), submit.click()]);
      expect(await page.title()).toMatch(/^エラー: /);
      expect((await alert(page)).length).toBeGreaterThan(5);
      await holds(opened);
    });
  });

  it('読み込めないファイル', async () => {
    await withPage(planner, async (opened) => {
      const { page } = opened;
      await goTo(page, `${office}/plans/import`);
      await page.setInputFiles('input[type=file]', {
        name: 'plan.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"plans": [{"plan": 1}]}'),
      });
      await Promise.all([page.waitForEvent('load'), page.locator('main form [type=submit]').first().click()]);
      expect(await page.locator('main').innerText()).toContain('plan');
      expect(await page.locator('.check-list li').count()).toBeGreaterThan(0);
      await holds(opened);
    });
  });
});

describe('何もないとき', () => {
  it('できたばかりの計画の体系、点検、見え方、承認と公開', async () => {
    const made = await send(
      planner,
      `${office}/plans/new`,
      {
        title: 'できたばかりの計画',
        kind: 'individual',
        kindLabel: '個別計画',
        startFiscalYear: '令和9',
        endFiscalYear: '令和13',
        updateMode: 'fixed',
        levelsFrom: `template:${/value="template:([^"]+)"/.exec((await planner.ask(`${office}/plans/new`)).body)?.[1]}`,
        parentPlanKey: '',
        predecessorPlanKey: '',
        slug: 'dekita-bakari',
      },
      `${office}/plans/new`,
    );
    expect(made.status).toBe(303);
    const empty = made.location.split('?')[0] ?? '';
    await withPage(planner, async (opened) => {
      for (const part of ['', '/checks', '/preview', '/flow', '/difference', '/identity', '/calendar']) {
        expect((await goTo(opened.page, empty + part))?.status()).toBe(200);
        await holds(opened);
      }
      await goTo(opened.page, empty);
      expect(await opened.page.locator('.empty').innerText()).toContain('まだ項目がありません');
    });
  });

  it.each([
    ['見つからない検索', `/m/${town}/search?q=宇宙船`, '見つかりません'],
    ['当てはまらないしぼりこみ', `/m/${town}/plans/keiei-senryaku?q=宇宙船`, '当てはまる項目がありません'],
    ['部局経営目標のない団体', `/m/${town}/department-goals`, ''],
    ['英語で見つからない検索', `/en/m/${town}/search?q=spaceship`, ''],
  ])('%s', async (_, path, words) => {
    await withPage(undefined, async (opened) => {
      await goTo(opened.page, path);
      expect(await opened.page.locator('main').innerText()).toContain(words);
      await holds(opened);
    });
  });
});

/** The last of the file: for a minute after it, this address may not search. */
describe('探しすぎたとき', () => {
  it('しばらく待ってもらうページ', async () => {
    const hurried = site.visitor();
    const last = async (): Promise<number> => {
      for (let i = 0; i < 130; i++) {
        const { status } = await hurried.ask(`/m/${town}/search?q=${i}`);
        if (status === 429) return status;
      }
      return 200;
    };
    expect(await last()).toBe(429);
    await withPage(undefined, async (opened) => {
      expect((await goTo(opened.page, `/en/m/${town}/search?q=a`))?.status()).toBe(429);
      await holds(opened);
    });
  });
});
