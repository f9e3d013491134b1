import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type Browser,
  type Office,
  ofUnit,
  openOffice,
  wholeTown,
} from '../../../../test/factories/office.ts';
import { formOf } from '../../../../test/factories/page-form.ts';
import { shiojiriSeries } from '../../../../test/factories/shiojiri-population.ts';
import { createSeries } from '../../../app/population/create-series.ts';
import { operator } from '../../../cli/operator.ts';
import { loadSeries } from '../../../db/read-population.ts';
import type { MunicipalityCode } from '../../../domain/kernel/municipality-code.ts';

let office: Office;
let first: Browser;
let second: Browser;
let staff: Browser;
let seriesKey: string;
let path: string;

beforeAll(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
  await office.addUser('kikaku-2', [wholeTown('planner')]);
  await office.addUser('tanto', [ofUnit('unit-staff', 'kodomo')]);
  [first, second, staff] = [office.browser(), office.browser(), office.browser()];
  await first.login('kikaku');
  await second.login('kikaku-2');
  await staff.login('tanto');
});
beforeEach(async () => {
  const acting = operator(office.db, '202151' as MunicipalityCode, office.clock.now);
  const { series, tables } = shiojiriSeries('census');
  const made = await createSeries(acting, { series, tables });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  ({ seriesKey } = made.value);
  path = `/population/series/${seriesKey}`;
});
afterAll(() => office.db.close());

const stored = async () =>
  (await office.read((tx) => loadSeries(tx, { seriesKeys: [seriesKey] })))[0]?.series ?? null;

it('系列の一覧と一つの系列に、出典・利用条件・日ごとの総数・年齢別の人数がある', async () => {
  const list = await first.get('/population');
  expect(list.html).toContain('1980～2020年（9時点）');
  expect(list.html).toContain('男女・年齢19区分');
  const page = await first.get(path);
  for (const text of ['政府標準利用規約', '67,135', '年齢不詳', '平成27年10月1日の年齢別の人数'])
    expect(page.html).toContain(text);
});

it('系列がなければ、何をすればよいかを言う', async () => {
  const maniwa = office.browser('332143' as MunicipalityCode);
  await office.addUser('kikaku', [wholeTown('planner')], '332143' as MunicipalityCode);
  await maniwa.login('kikaku');
  const page = await maniwa.get('/population');
  expect(page.html).toContain('人口の系列はまだありません');
  expect(page.html).toContain('ファイルを取り込む');
});

it('CSVには、すべての日の男女・年齢別の人数が1行に一つずつある', async () => {
  const { html: csv, headers } = await first.get(`${path}/figures.csv`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  // Nine totals; of eight days totals and 19 ages by both, male and female; of three of them unknown ages too.
  const { tables } = shiojiriSeries('census');
  const unknown = tables.filter(({ counts }) => counts.unknownAge !== null).length;
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 9 + 8 * (2 + 19 * 3) + unknown * 3);
});

it('公開し、公開をやめ、消す', async () => {
  const state = async () => formOf((await first.get(path)).html, '/state');
  const shown = await first.post(`${path}/state`, await state(), { from: path });
  expect(shown.location).toBe(`/m/202151/office${path}?done=published`);
  expect(await stored()).toMatchObject({ state: 'published' });
  expect((await first.get(path)).html).not.toContain('この系列を消す');
  await first.post(`${path}/state`, await state(), { from: path });
  const { html } = await first.get(path);
  const gone = await first.post(`${path}/remove`, formOf(html, '/remove'), { from: path });
  expect(gone.location).toBe('/m/202151/office/population?done=removed');
  expect(await stored()).toBeNull();
  expect((await first.get(path)).status).toBe(404);
});

it.each([
  ['空の出典', { source: ' ' }, '出典は空にできません'],
  ['年でない基準年', { baseYear: '平成27' }, '西暦4桁で書いてください'],
  ['年という字で終わる、年でない基準年', { baseYear: '昨年' }, '基準年 昨年 は'],
  ['長すぎる利用条件', { terms: 'あ'.repeat(1001) }, '利用条件・クレジット: 1001字あります'],
  ['読めない公表日', { publishedOn: '2018年3月' }, '公表日「2018年3月」を読めません'],
])('%sは、欄のそばで断り、入力を残し、何も変えない', async (_title, change, sentence) => {
  const before = await office.written();
  const fields = { ...formOf((await first.get(path)).html, '/facts'), note: '書きかけの注', ...change };
  const page = await first.post(`${path}/facts`, fields, { from: path });
  expect(page.status).toBe(422);
  expect(page.html).toContain(sentence);
  expect(page.html).toContain('書きかけの注');
  expect(page.html).toMatch(/<details open=""[^>]*><summary>名前・出典/u);
  expect(await office.written()).toEqual(before);
});

it('二人が名前と出典を直すと、後の人に先の人を告げ、入力を残し、見たうえで保存できる', async () => {
  const formFor = async (who: Browser) => formOf((await who.get(path)).html, '/facts');
  const fields = await formFor(second);
  const theirs = { ...(await formFor(first)), note: '一人目の注' };
  const done = await first.post(`${path}/facts`, theirs, { from: path });
  expect(done.status).toBe(303);
  const met = await second.post(`${path}/facts`, { ...fields, note: '二人目の注' }, { from: path });
  expect(met.status).toBe(409);
  expect(met.html).toContain('職員 kikakuさんがこの系列を変えました');
  for (const text of ['一人目の注', '二人目の注']) expect(met.html).toContain(text);
  expect(await stored()).toMatchObject({ note: '一人目の注' });
  const again = await second.post(`${path}/facts`, formOf(met.html, '/facts'), { from: path });
  expect(again.status).toBe(303);
  expect(await stored()).toMatchObject({ note: '二人目の注' });
});

it('課の職員には見えるが、変えられない', async () => {
  const page = await staff.get(path);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('この系列を公開する');
  const refused = await staff.post(
    `${path}/state`,
    { state: 'published', version: '1' },
    { from: '/account' },
  );
  expect(refused.status).toBe(403);
  expect(await stored()).toMatchObject({ state: 'draft', version: 1 });
});
