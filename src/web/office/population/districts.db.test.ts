import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeDistricts } from '../../../../test/factories/district-population.ts';
import { type Desk, openDesk } from '../../../../test/factories/drafts.ts';
import { type Browser, shiojiri } from '../../../../test/factories/office.ts';
import { shiojiriScenario, shiojiriSeries } from '../../../../test/factories/shiojiri-population.ts';
import { setSeriesState } from '../../../app/population/change-series.ts';
import { createSeries } from '../../../app/population/create-series.ts';
import { createScenario } from '../../../app/population/save-scenario.ts';

let desk: Desk;
let browser: Browser;
const page = '/population/districts';
const publicPage = `/m/${shiojiri}/population/districts`;
const text = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

beforeAll(async () => {
  desk = await openDesk();
  browser = desk.office.browser();
  await browser.login('kikaku');
});
afterAll(() => desk.office.db.close());

const add = async (given: Parameters<typeof createSeries>[1]) => {
  const made = await createSeries(desk.as('kikaku'), given);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.seriesKey;
};
const publish = async (seriesKey: string, seenVersion = 1) => {
  const done = await setSeriesState(desk.as('kikaku'), { seriesKey, state: 'published', seenVersion });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};
const numbers = (html: string, district: string): readonly number[] => {
  const row = new RegExp(`<th scope="row"[^>]*>${district}</th>(.*?)</tr>`, 'u').exec(html)?.[1] ?? '';
  return [...row.matchAll(/<td class="[^"]*number">([\d,]+)<\/td>/gu)].map(([, value = '']) =>
    Number(value.replaceAll(',', '')),
  );
};

describe('地区別の人口', () => {
  it('何もないうちは、要るものと次の一手を言う（職員も住民も）', async () => {
    const office = await browser.get(page);
    expect(office.status).toBe(200);
    expect(text(office.html)).toContain('地区別に計算できる人口がありません');
    expect(text(office.html)).toContain('5年あけた二つの日');
    const seen = await browser.get(publicPage);
    expect(seen.status).toBe(200);
    expect(text(seen.html)).toContain('地区別の人口は、まだ公開していません');
    expect((await browser.get(`${publicPage}.csv`)).status).toBe(404);
  });

  it('市町村全体の推計がなければ、それを言う', async () => {
    await add({ ...madeDistricts(), seriesKey: 'districts' });
    expect(text((await browser.get(page)).html)).toContain('合わせる市町村全体の推計がありません');
  });

  it('町の推計に合わせて計算し、人のいない地区と少ない地区を名指しする', async () => {
    await add({ ...shiojiriSeries('ipss-h30'), seriesKey: 'ipss-h30' });
    const { html, status } = await browser.get(page);
    expect(status).toBe(200);
    const [east, west, hill, island, whole] = ['東', '西', '山', '島', '全地区の合計'].map((name) =>
      numbers(html, name),
    );
    const town = shiojiriSeries('ipss-h30').tables.map(({ counts }) => Math.round(counts.total));
    expect(whole?.slice(1)).toEqual(town.slice(1));
    expect(whole).toEqual(
      whole?.map((_, at) => (east?.[at] ?? 0) + (west?.[at] ?? 0) + (hill?.[at] ?? 0) + (island?.[at] ?? 0)),
    );
    expect(island?.[0]).toBe(0);
    expect(text(html)).toContain('2015年に人が住んでいない地区: 島');
    expect(text(html)).toMatch(/5 ?人に満たない欄のある地区（.*山/u);
  });

  it('CSV は男女・年齢別で、年ごとの合計が町の推計と同じ', async () => {
    const { html, headers } = await browser.get(`${page}/ages.csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    const rows = html
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const in2045 = rows.filter(([, , year]) => year === '2045');
    const total = in2045.reduce((sum, row) => sum + Number(row[5]), 0);
    expect(total).toBe(Math.round(shiojiriSeries('ipss-h30').tables.at(-1)?.counts.total ?? 0));
  });

  it('シナリオにも合わせられ、選んだものが残る。読めない強さは欄を言って断る', async () => {
    const made = await createScenario(desk.as('kikaku'), shiojiriScenario('reach-65000'));
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const key = `scenario-${made.value.scenarioKey}`;
    const held = await browser.get(`${page}?town=${key}`);
    expect(held.html).toContain(`<option value="${key}" selected=""`);
    expect(numbers(held.html, '全地区の合計').at(-1)).toBeGreaterThan(
      numbers((await browser.get(`${page}?town=series-ipss-h30`)).html, '全地区の合計').at(-1) ?? 0,
    );
    const wrong = await browser.get(`${page}?kappa=-3`);
    expect(wrong.status).toBe(422);
    expect(text(wrong.html)).toContain('1から100,000までの整数で入れてください');
  });

  it('公開の画面: 公開した系列だけから、少ない地区を合わせて示し、どこにも1～4人を出さない', async () => {
    expect(text((await browser.get(publicPage)).html)).toContain('まだ公開していません');
    await publish('districts');
    expect(text((await browser.get(publicPage)).html)).toContain('見通しはまだありません');
    await publish('ipss-h30');
    const { html } = await browser.get(publicPage);
    expect(text(html)).toContain('「日本の地域別将来推計人口');
    expect(text(html)).toContain('5人に満たない欄のある地区は');
    expect(text(html)).toMatch(/人数の少ない ?2 ?地区の合計/u);
    expect(numbers(html, '山')).toEqual([]);
    const whole = numbers(html, '全地区の合計');
    expect(whole.at(-1)).toBe(Math.round(shiojiriSeries('ipss-h30').tables.at(-1)?.counts.total ?? 0));
    const csv = (await browser.get(`${publicPage}.csv`)).html;
    const figures = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .flatMap((line) => line.split(',').slice(6, 10).map(Number));
    expect(figures.length).toBeGreaterThan(20);
    expect(figures.filter((value) => value > 0 && value < 5)).toEqual([]);
    const english = await desk.office.app.request(`/en${publicPage}`);
    expect(text(await english.text())).toContain('Population outlook by district');
  });

  it('地区を足しても町にならない系列からは、公開の画面では計算しない', async () => {
    const made = madeDistricts();
    await add({
      series: { ...made.series, name: '東だけの人口' },
      tables: made.tables.filter(({ areaKey }) => areaKey === 'higashi'),
      seriesKey: 'east-only',
    });
    await publish('east-only');
    const east = await browser.get(`${publicPage}?series=east-only`);
    expect(text(east.html)).toContain('見通しはまだありません');
    expect(text((await browser.get(`${page}?series=east-only`)).html)).toContain('抜けた地区がないか');
  });
});
