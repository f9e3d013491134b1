import { afterAll, beforeAll, expect, it } from 'vitest';
import { cp932, invented, openDataRows, registerRows, xlsx } from '../factories/population-files.ts';
import { examine } from './examine.ts';
import { openSite, type Site } from './site.ts';
import { press } from './steps.ts';

const town = '202151';
const address = `/m/${town}/office/population/import`;
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const districts = (male: number) =>
  Buffer.from(
    cp932(
      openDataRows({ layout: 'C', open: 85, townCode: '20215' }, [
        { code: '', name: '', date: '2025/1/1', ...invented(85, male) },
        { code: 'a', name: '大門', date: '2025/1/1', ...invented(85, male) },
      ]),
    ),
  );

it.each([true, false])(
  '人口のファイル: 選ぶ → 確かめる → 系列になる（JavaScript: %s）',
  { timeout: 90_000 },
  async (javaScript) => {
    const { page, complaints, close } = await site.open({
      as: await site.staff(town, 'kikaku'),
      javaScript,
      width: 375,
    });
    await page.goto(site.address + address);
    const bytes = javaScript
      ? districts(400)
      : Buffer.from(
          await xlsx([
            { name: '総計', rows: registerRows(100, [{ code: '202151', name: '塩尻市', seed: 300 }]) },
          ]),
        );
    const name = javaScript ? '塩尻市_人口.csv' : '2501nsjnen.xlsx';
    await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer: bytes });
    await page.getByLabel('基準日').fill(javaScript ? '' : '令和7年1月1日');
    await press(page, '読み取って確かめる');
    expect(await page.locator('#tried-title').textContent()).toBe('読み取りました。まだ取り込んでいません');
    // Folded parts are looked at as well.
    if (javaScript)
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) part.open = true;
      });
    if (javaScript) expect(await examine(page, 375)).toEqual([]);
    const own = page.locator('section[aria-labelledby="tried-title"]');
    await own.getByLabel('名前').fill(`住民基本台帳 ${javaScript}`);
    await own.getByLabel('公表した機関').fill('塩尻市');
    await press(page, 'この内容で系列を作る（公開前）');
    expect(await page.locator('h1').textContent()).toContain(`住民基本台帳 ${javaScript}`);
    expect(await page.locator('main').textContent()).toContain('公開前');
    expect(complaints.take()).toEqual([]);
    await close();
  },
);

it('読めないファイルは、場所と直し方を言う', { timeout: 60_000 }, async () => {
  const { page, close } = await site.open({ as: await site.staff(town, 'kikaku') });
  await page.goto(site.address + address);
  const buffer = Buffer.from('年,総人口\n2020,-5\n2025,約六万人\n');
  await page.setInputFiles('#file', { name: '人口.csv', mimeType: 'text/csv', buffer });
  await press(page, '読み取って確かめる');
  const text = await page.locator('main').textContent();
  expect(text).toContain('人口.csv 2行目 › 総人口: 負の数（-5）です。0以上の数に直してください。');
  expect(text).toContain('人口.csv 3行目 › 総人口: 「約六万人」は人数として読めません。数に直してください。');
  expect(text).toContain('何も変わっていません');
  expect(await examine(page, 1280)).toEqual([]);
  await close();
});
