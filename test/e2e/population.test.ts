import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSite, type Site } from './site.ts';
import { fillIn, goOn, press } from './steps.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const shiojiri = '202151';
const explorer = `/m/${shiojiri}/population`;

const number = (text: string | null): number =>
  Number((text ?? '').replace('−', '-').replaceAll(/[,+]/gu, ''));

/** Every figure the script keeps, by its name. */
const figures = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page
    .locator('[data-population-figure]')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((each) => [(each as HTMLElement).dataset.populationFigure, each.textContent]),
      ),
    );

const total2032 = (page: Page): Promise<number> =>
  page.locator('[data-population-figure="total:2032"]').first().textContent().then(number);

const slider = (page: Page, kind: string): Locator =>
  page.locator(`[data-population-lever="${kind}"] [data-population-range]`);

const field = (page: Page, kind: string): Locator =>
  page.locator(`[data-population-lever="${kind}"] input[name="lever.${kind}.value"]`);

/** The hand holds the slider and moves it, without letting go. */
const drag = async (page: Page, range: Locator, from: number, to: number): Promise<void> => {
  await range.scrollIntoViewIfNeeded();
  const box = await range.boundingBox();
  if (box === null) throw new Error('the slider is not on the page');
  const at = (share: number): readonly [number, number] => [
    box.x + box.width * share,
    box.y + box.height / 2,
  ];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(...at(from + ((to - from) * step) / 10));
};

/** The summary is said when the hand has rested and the ranges are there. */
const rested = (page: Page, before: string): Promise<void> =>
  vi.waitFor(
    async () => {
      expect(await page.locator('[data-population-says]').textContent()).not.toBe(before);
      expect(await page.locator('[data-population-stale]').isVisible()).toBe(false);
    },
    { timeout: 15_000, interval: 100 },
  );

describe('人口の見通し（公開）', () => {
  it('JavaScriptがなくても、数を打って計算し、年を選んでピラミッドを見られる', async () => {
    const { page, complaints, close } = await site.open({ javaScript: false });
    await page.goto(`${site.address}${explorer}`);
    expect(await slider(page, 'birth-rate').isVisible()).toBe(false);
    expect(await page.locator('[data-population-player]').isVisible()).toBe(false);
    const before = await total2032(page);
    const drawn = await page.locator('[data-population-picture="totals"] svg').first().innerHTML();

    await field(page, 'birth-rate').fill('2.1');
    await press(page, '計算する');
    expect(new URL(page.url()).searchParams.get('lever.birth-rate.value')).toBe('2.1');
    expect(await field(page, 'birth-rate').inputValue()).toBe('2.10');
    expect(await total2032(page)).toBeGreaterThan(before + 500);
    expect(await page.locator('[data-population-picture="totals"] svg').first().innerHTML()).not.toBe(drawn);

    await page.getByLabel('年', { exact: true }).selectOption('1980');
    await press(page, '図を変える');
    expect(await page.locator('[data-population-title="pyramid"]').textContent()).toContain('1980年');
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('動かしているあいだに図と数が変わり、手を止めると幅と要約が出る。サーバーの計算と同じ数になる', async () => {
    const { page, complaints, close } = await site.open();
    await page.goto(`${site.address}${explorer}`);
    const before = await figures(page);
    const says = (await page.locator('[data-population-says]').textContent()) ?? '';
    const picture = page.locator('[data-population-picture="totals"] .chart--640');
    const drawn = await picture.innerHTML();

    await drag(page, slider(page, 'birth-rate'), 0.4, 0.8);
    await vi.waitFor(async () =>
      expect(await total2032(page)).toBeGreaterThan(number(before['total:2032'] ?? '')),
    );
    expect(await picture.innerHTML()).not.toBe(drawn);
    expect(await field(page, 'birth-rate').inputValue()).toBe(
      Number(await slider(page, 'birth-rate').inputValue()).toFixed(2),
    );
    await page.mouse.up();
    await rested(page, says);

    const live = await figures(page);
    expect(live['low:2032']).not.toBe(before['low:2032']);
    expect(live['baseline:2032']).toBe(before['baseline:2032']);
    expect(await page.locator('[data-population-says]').textContent()).toContain(`${live['total:2032']}人`);
    const livePicture = await picture.locator('svg').innerHTML();
    const title = await page.locator('h3[data-population-title="totals"]').textContent();
    // The address is the one the button leads to by now: the server answers it.
    expect(new URL(page.url()).searchParams.get('lever.birth-rate.value')).toBe(
      await field(page, 'birth-rate').inputValue(),
    );
    await page.reload();
    expect(await figures(page)).toEqual(live);
    expect(await page.locator('h3[data-population-title="totals"]').textContent()).toBe(title);
    expect(await picture.locator('svg').innerHTML()).toBe(livePicture);
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('キーボードで動かし、打った数にもつまみが従い、もとに戻せる', async () => {
    const { page, complaints, close } = await site.open({ width: 320 });
    await page.goto(`${site.address}${explorer}`);
    const before = await figures(page);
    const range = slider(page, 'families-per-year');
    await range.focus();
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowRight');
    const step = Number(await range.getAttribute('step'));
    expect(await field(page, 'families-per-year').inputValue()).toBe(String(3 * step));
    expect(await range.getAttribute('aria-valuetext')).toMatch(new RegExp(`^${3 * step} 人`, 'u'));
    await rested(page, '');

    await field(page, 'families-per-year').fill('１００');
    expect(Number(await range.inputValue())).toBe(100);
    await vi.waitFor(async () =>
      expect(await total2032(page)).toBeGreaterThan(number(before['total:2032'] ?? '') + 500),
    );
    // On a phone the finding stays beside the sliders.
    const follow = page.locator('[data-population-follow]');
    expect(await follow.isVisible()).toBe(true);
    expect(await follow.textContent()).toBe(
      await page.locator('h3[data-population-title="totals"]').textContent(),
    );

    const says = (await page.locator('[data-population-says]').textContent()) ?? '';
    await page.locator('[data-population-reset]').click();
    await rested(page, says);
    expect(await figures(page)).toEqual(before);
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('計算できない前提では、言葉で言い、前の数を残す', async () => {
    const { page, complaints, close } = await site.open();
    await page.goto(`${site.address}${explorer}`);
    const before = await figures(page);
    await field(page, 'families-per-year').fill('-99999');
    await vi.waitFor(
      async () =>
        expect(await page.locator('[data-population-says]').textContent()).toContain('計算できません'),
      { timeout: 15_000, interval: 100 },
    );
    expect(await figures(page)).toEqual(before);
    expect(await page.locator('[data-population-stale]').isVisible()).toBe(true);
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('動かした前提は、読み込み直しても、同じページのほかの欄を使っても残る', async () => {
    const { page, complaints, close } = await site.open();
    await page.goto(`${site.address}${explorer}`);
    await field(page, 'birth-rate').fill('1.9');
    await rested(page, '');
    const live = await figures(page);
    expect(new URL(page.url()).searchParams.get('lever.birth-rate.value')).toBe('1.9');
    await page.reload();
    expect(await figures(page)).toEqual(live);

    await field(page, 'birth-rate').fill('1.6');
    await rested(page, '');
    const lower = await figures(page);
    expect(lower).not.toEqual(live);
    await page.locator('select[name="compare"]').selectOption({ index: 1 });
    await press(page, '図を変える');
    expect(new URL(page.url()).searchParams.getAll('lever.birth-rate.value')).toEqual(['1.6']);
    // The pyramid is compared with another year now; all else stays.
    const withoutCompared = (all: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('compare:')));
    expect(withoutCompared(await figures(page))).toEqual(withoutCompared(lower));
    expect(complaints.take()).toEqual([]);
    await close();
  });

  it('計算する部品が届かなくても、つまみは欄に書き、ボタンで計算できる', async () => {
    const { page, complaints, close } = await site.open();
    await page.route(/\/assets\/worker-/u, (route) => route.abort());
    await page.goto(`${site.address}${explorer}`);
    await vi.waitFor(async () =>
      expect(await page.locator('[data-population-player]').isVisible()).toBe(false),
    );
    const before = await figures(page);
    await slider(page, 'birth-rate').focus();
    await page.keyboard.press('End');
    const value = await field(page, 'birth-rate').inputValue();
    expect(Number(value)).toBe(Number(await slider(page, 'birth-rate').getAttribute('max')));
    expect(await page.locator('[data-population-stale]').isVisible()).toBe(false);
    expect(await figures(page)).toEqual(before);
    await press(page, '計算する');
    expect(await field(page, 'birth-rate').inputValue()).toBe(value);
    expect(await total2032(page)).toBeGreaterThan(number(before['total:2032'] ?? ''));
    // Only what was kept away on purpose.
    for (const complaint of complaints.take()) expect(complaint).toContain('ERR_FAILED');
    await close();
  });

  it('ピラミッドは年を追って動き、最後の年で止まる', { timeout: 60_000 }, async () => {
    const { page, complaints, close } = await site.open();
    await page.goto(`${site.address}${explorer}`);
    const button = page.locator('[data-population-play]');
    const years = page.locator('[data-population-year]');
    const last = await years.getAttribute('max');
    const title = page.locator('[data-population-title="pyramid"]');
    const seen = new Set<string>();
    await button.click();
    expect(await button.textContent()).toBe('止める');
    await vi.waitFor(
      async () => {
        seen.add((await title.textContent()) ?? '');
        expect(await years.inputValue()).toBe(last);
      },
      { timeout: 40_000, interval: 200 },
    );
    expect(seen.size).toBeGreaterThan(5);
    expect(await button.textContent()).not.toBe('止める');

    await years.focus();
    await page.keyboard.press('Home');
    await vi.waitFor(async () => expect(await title.textContent()).toContain('1980年'));
    expect(await page.locator('[data-population-choose-year]').inputValue()).toBe('1980');
    expect(complaints.take()).toEqual([]);
    await close();
  });
});

describe('シナリオの作業台（庁内）', () => {
  it('作り、動かし、保存し、公開し、住民が見て、指標の道筋にして、外す', { timeout: 120_000 }, async () => {
    const staff = await site.staff(shiojiri, 'kikaku');
    const { page, complaints, close } = await site.open({ as: staff });
    await page.goto(`${site.address}/m/${shiojiri}/office/population/scenarios/new`);
    await page.getByLabel('シナリオの名前').fill('動かして作ったシナリオ');
    await page.getByLabel(/社人研 平成30年推計/u).check();
    await page.getByLabel('目標の年').fill('R14');
    await page.getByLabel('目標の人数').fill('65,000');
    await press(page, 'シナリオを作る');
    expect(await page.locator('h1').textContent()).toContain('動かして作ったシナリオ');
    const address = new URL(page.url()).pathname;
    const before = await figures(page);
    expect(before['total:2032']).toBe('62,841');

    const says = (await page.locator('[data-population-says]').textContent()) ?? '';
    await drag(page, slider(page, 'birth-rate'), 0.4, 0.7);
    await vi.waitFor(async () => expect(await total2032(page)).toBeGreaterThan(62_841));
    await page.mouse.up();
    await rested(page, says);
    const moved = await figures(page);
    const value = await field(page, 'birth-rate').inputValue();

    // The years the assumption moves in count while they are typed.
    await page.locator('[data-population-lever="birth-rate"] summary').click();
    await fillIn(page.locator('input[name="lever.birth-rate.byYear"]'), 'R22');
    await vi.waitFor(async () =>
      expect(await total2032(page)).toBeLessThan(number(moved['total:2032'] ?? '')),
    );
    await fillIn(page.locator('[name="lever.birth-rate.reason"]'), '子育て支援の効果を見込む');
    await vi.waitFor(
      async () => expect(await page.locator('[data-population-stale]').isVisible()).toBe(false),
      {
        timeout: 15_000,
      },
    );
    const live = await figures(page);
    await press(page, '保存する');
    expect(await field(page, 'birth-rate').inputValue()).toBe(value);
    expect(await figures(page)).toEqual(live);

    await press(page, '公開する');
    expect(await page.locator('main').textContent()).toContain('第1版として公開しています');
    expect(complaints.take()).toEqual([]);

    const key = address.split('/').at(-1) ?? '';
    const citizen = await site.open();
    await citizen.page.goto(`${site.address}${explorer}/scenarios/${key}`);
    expect(await citizen.page.locator('h1').textContent()).toContain('動かして作ったシナリオ');
    const told = await citizen.page.locator('main').innerText();
    for (const words of [live['total:2032'] ?? '', value, '子育て支援の効果を見込む'])
      expect(told).toContain(words);
    await citizen.page.goto(`${site.address}${explorer}`);
    expect(await citizen.page.locator(`a[href$="/population/scenarios/${key}"]`).count()).toBeGreaterThan(0);
    expect(citizen.complaints.take()).toEqual([]);
    await citizen.close();

    await goOn(page, page.getByRole('link', { name: '指標の道筋にする・外す' }));
    await page.getByLabel(/^指標/u).selectOption({ label: '総人口' });
    await press(page, 'どう変わるかを見る');
    expect(await page.locator('main').textContent()).toContain('道筋はこう変わります');
    await press(page, 'この指標の道筋にする');
    expect(await page.locator('.attached-list').textContent()).toContain('総人口（第1版による）');
    await press(page, '総人口の道筋から外す');
    expect(await page.locator('.attached-list').count()).toBe(0);
    expect(complaints.take()).toEqual([]);
    await close();
  });
});
