import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/factories/database.ts';
import { openTowns } from '../../../../test/factories/public-towns.ts';
import { putPublication } from '../../../../test/factories/published-sheets.ts';
import { shiojiriPublished, shiojiriWithTables } from '../../../../test/factories/shiojiri-explorer.ts';
import { testDeps } from '../../../../test/factories/web.ts';
import type { Database } from '../../../db/connection.ts';
import { populationSeries, populationTable } from '../../../db/schema/population.ts';
import { withTenant } from '../../../db/tenant.ts';
import type { MunicipalityCode } from '../../../domain/kernel/municipality-code.ts';
import type { SeriesState, SeriesWithTables } from '../../../domain/population/series.ts';
import { createApp } from '../../app.tsx';
import type { LiveInput } from '../../islands/population/live-input.ts';

const code = '202151' as MunicipalityCode;
const address = `/m/${code}/population`;
let db: Database;
let app: Hono;

const put = (all: readonly SeriesWithTables[], state: SeriesState): Promise<void> =>
  withTenant(db, { municipality: code, actor: 'test', origin: 'test' }, async ({ q }) => {
    for (const { series, tables } of all) {
      const { version: _, ...columns } = series;
      await q.insert(populationSeries).values({ ...columns, municipality: code, state });
      await q.insert(populationTable).values(tables.map((table) => ({ ...table, municipality: code })));
    }
  });

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const read = async (path: string): Promise<string> => {
  const response = await get(path);
  expect(response.status).toBe(200);
  return response.text();
};
const plain = (html: string): string => html.replaceAll(/<(script|title)[\s\S]*?<\/\1>|<[^>]*>/g, '');

beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  app = createApp(testDeps(db));
});
afterAll(() => db.close());

describe('人口のページ', () => {
  it('公開した系列がなければ、まだないと言い、読む先を示す', async () => {
    const [draft, ...others] = shiojiriWithTables();
    if (draft === undefined) throw new Error('no series');
    await put([draft], 'draft');
    const page = await read(address);
    expect(page).toContain('公開されている人口の値は、まだありません');
    expect(page).not.toContain('data-population-live');
    await withTenant(db, { municipality: code, actor: 'test', origin: 'test' }, async ({ q }) => {
      await q.update(populationSeries).set({ state: 'published' });
    });
    await put(others, 'published');
    const content = shiojiriPublished();
    await putPublication(db, code, {
      kind: 'population-scenario',
      key: content.scenarioKey,
      fiscalYear: 2026,
      edition: 1,
      title: '65,000人に届く組合せ',
      reason: '',
      content,
      entries: [],
    });
  });

  it('見出しは見込みと目標を言い、出典ごとの値を求め方とともに並べる', async () => {
    const page = await read(address);
    const text = plain(page);
    expect(text).toContain('令和14年（2032年）の人口は、62,841人から64,069人の見込み。目標は65,000人');
    for (const value of ['62,841', '63,200', '64,069', '65,000']) expect(text).toContain(value);
    expect(text).toContain('公表された2030年と2035年の値を直線で結んだ値');
    expect(text).toContain('平成30年3月30日');
    expect(text).toContain('原典との照合は済んでいない');
    expect(page).toContain(`href="/api/v1/municipalities/${code}/population.csv?series=ipss-h30"`);
    expect(page).toContain(`href="${address}/scenarios/reach-65000"`);
  });

  it('英語のページも同じ値を示す', async () => {
    const text = plain(await read(`/en${address}`));
    expect(text).toContain('62,841 to 64,069 people are expected in 2032; the target is 65,000 people');
    expect(text).toContain('On a straight line between the published figures of 2030 and 2035');
  });

  it('年を選べば、その年の値になる', async () => {
    const text = plain(await read(`${address}?in=2040`));
    expect(text).toContain('令和22年（2040年）の人口は、59,742人から61,370人の見込み');
    expect(text).not.toContain('見込み。目標は');
  });

  it('数えた年は、推計の基準の値があっても、数えた値を言う', async () => {
    const text = plain(await read(`${address}?in=2020`));
    expect(text).toContain('令和2年（2020年）の人口は、67,241人');
    expect(text).not.toContain('令和2年（2020年）の推計');
  });

  it('前提を動かして送れば、サーバーが計算する（JavaScriptなし）', async () => {
    const still = plain(await read(address));
    const moved = plain(
      await read(`${address}?lever.birth-rate.value=2.00&lever.families-per-year.value=100`),
    );
    const finding = /この前提では、令和14年（2032年）の総人口は([\d,]+)人の見込みです/;
    const total = (text: string): number => Number(finding.exec(text)?.[1]?.replaceAll(',', ''));
    expect(total(still)).toBe(62_841);
    expect(total(moved)).toBeGreaterThan(63_500);
    // What is published stays what it is.
    expect(moved).toContain('62,841人から64,069人の見込み');
  });

  it.each([
    ['年', '?in=abcd&year=9999&compare=0001'],
    ['前提', '?lever.birth-rate.value=1e999&lever.life-expectancy.value=%E3%81%82'],
    ['系列とシナリオ', '?series=nothing&scenario=%3Cscript%3E'],
    ['知らない名前', '?x=1'],
  ])('読めない%sでも、公表された値を示す', async (_, query) => {
    const text = plain(await read(`${address}${query}`));
    expect(text).toContain('62,841');
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([
    ['0を下回る出生率', 'birth-rate', '-5', '「-5」では計算できません。0.50から3.00までの数に'],
    [
      '数でない出生率',
      'birth-rate',
      'abc',
      '「abc」は数として読めないため、計算できません。0.50から3.00まで',
    ],
    [
      'いる人より多い転出',
      'families-per-year',
      '-99999',
      '「-99999」では計算できません。-200から1000人／年まで',
    ],
  ])('%sは、打ったまま欄に示して理由と範囲を言い、公表された推計を示す', async (_, kind, typed, sentence) => {
    const query = `?lever.${kind}.value=${typed}&lever.life-expectancy.value=3.0`;
    const page = await read(`${address}${query}`);
    const field = new RegExp(`<input type="text"[^>]*name="lever.${kind}.value"[^>]*>`).exec(page)?.[0];
    expect(field).toContain(`value="${typed}"`);
    expect(field).toContain('aria-invalid="true"');
    expect(page).toMatch(/name="lever.life-expectancy.value"[^>]*value="3.0"/);
    const problem = new RegExp(`id="lever-${kind}-problem">(.*?)</ul>`).exec(page)?.[1] ?? '';
    expect(plain(problem)).toContain(sentence);
    expect(plain(problem)).toContain('公表された推計を示しています');
    expect(plain(page)).toContain('計算できない前提があります');
    const totals = (html: string) =>
      [...html.matchAll(/data-population-figure="(total:\d+)">([^<]*)</g)].map(([, name, value]) => [
        name,
        value,
      ]);
    expect(totals(page)).toEqual(totals(await read(address)));
    expect(totals(page).length).toBeGreaterThan(0);
    const english = plain(await read(`/en${address}${query}`));
    expect(english).toContain('Cannot be computed');
    expect(english).toContain('The published projection is shown for now.');
  });

  it.each(['lever.birth-rate.value=', 'lever.birth-rate.value=3.00', 'lever.families-per-year.value=-200'])(
    '範囲の端と空の欄には何も言わない（%s）',
    async (query) => {
      const page = await read(`${address}?${query}`);
      expect(page).not.toContain('field__problem');
      expect(plain(page)).not.toContain('計算できない前提');
    },
  );

  it('ピラミッドは年とくらべる年を選べる', async () => {
    const page = await read(`${address}?year=1980&compare=2045`);
    expect(page).toContain('1980年 国勢調査の人口ピラミッド');
    expect(page).toContain('<option value="2045" selected="">');
    const alone = await read(`${address}?compare=none`);
    expect(alone).not.toContain('chart-pyramid-compare');
  });

  it('フォームは、ほかのフォームで選んだことを失わない', async () => {
    const page = await read(`${address}?in=2040&year=1990&lever.birth-rate.value=1.80`);
    const forms = page.match(/<form class="population[\s\S]*?<\/form>/g) ?? [];
    expect(forms).toHaveLength(3);
    for (const form of forms) {
      for (const name of ['in', 'year', 'lever.birth-rate.value'])
        expect(form.match(new RegExp(`name="${name}"`, 'g'))).toHaveLength(1);
    }
  });

  it('図の値はどれも表にあり、前提を動かせば表も動く', async () => {
    const tables = async (query: string) => {
      const page = await read(`${address}${query}`);
      const figure = (name: string): string | undefined =>
        new RegExp(`data-population-figure="${name}">([^<]*)<`).exec(page)?.[1];
      return { page, figure };
    };
    const still = await tables('');
    const moved = await tables('?lever.birth-rate.value=2.00');
    expect(still.figure('pyramid:name')).toBe('2045年 社人研 平成30年推計');
    expect(moved.figure('pyramid:name')).toBe('2045年 この前提');
    for (const name of [
      'total:2040',
      'low:2040',
      'high:2040',
      'low50:2040',
      'high50:2040',
      'pyramid:both:0',
    ]) {
      expect(still.figure(name), name).toMatch(/^[\d,]+$/);
      expect(moved.figure(name), name).not.toBe(still.figure(name));
    }
    expect(moved.figure('baseline:2040')).toBe(still.figure('baseline:2040'));
    expect(moved.figure('compare:both:0')).toBe(still.figure('compare:both:0'));
    expect(plain(still.page)).toContain('四捨五入');
    const { figure } = still;
    const published = /<table class="table population-totals">[\s\S]*?<\/table>/.exec(still.page)?.[0];
    for (const [percent, low, high] of [
      ['50', figure('low50:2040'), figure('high50:2040')],
      ['80', figure('low:2040'), figure('high:2040')],
    ]) {
      expect(published).toContain(`社人研 平成30年推計の予測の幅（${percent}％）`);
      expect(published).toContain(`>${low}〜${high}<`);
    }
  });

  it('スクリプトに渡す値は、ページの図と同じ', async () => {
    const page = await read(address);
    const json = /<script type="application\/json" data-population-input="[^"]*">(.*?)<\/script>/s.exec(
      page,
    )?.[1];
    const input = JSON.parse(json ?? '') as LiveInput;
    expect(input.assumptions.base.male).toHaveLength(input.pyramid?.ages.length ?? 0);
    expect(input.frames.map(({ year }) => year)).toContain(2045);
    expect(input.totals?.aim).toMatchObject({ year: 2032, total: 65_000 });
    expect(input.movesAfter).toBe(2020);
  });

  it('変わらないかぎり304で答え、系列が変われば新しく答える', async () => {
    const first = await get(address);
    const tag = first.headers.get('etag') ?? '';
    expect((await get(address, { 'If-None-Match': tag })).status).toBe(304);
    await withTenant(db, { municipality: code, actor: 'test', origin: 'test' }, async ({ q }) => {
      await q.update(populationSeries).set({ note: '注意を改めた' });
    });
    const second = await get(address, { 'If-None-Match': tag });
    expect(second.status).toBe(200);
    expect(await second.text()).toContain('注意を改めた');
  });

  it('圧縮して60 KBに収まる', async () => {
    const response = await get(address, { 'Accept-Encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(60 * 1024);
  });
});
