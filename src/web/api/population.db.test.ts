import { parse } from 'csv-parse/sync';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import {
  censusCounts,
  publishedScenario,
  putScenario,
  putSeries,
} from '../../../test/factories/published-scenario.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import type { MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { apiRoutes } from './routes.ts';

const code = '202151' as MunicipalityCode;
const town = `/api/v1/municipalities/${code}`;
const scenario = `${town}/population/scenarios/ijuu`;
let db: Database;
let api: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  await putSeries(db, code, { seriesKey: 'census', state: 'published' });
  await putSeries(db, code, {
    seriesKey: 'ipss-h30',
    state: 'published',
    kind: 'projection',
    name: '社人研',
  });
  await putSeries(db, code, { seriesKey: 'secret', state: 'draft', name: '下書きの推計' });
  await putScenario(db, code);
  await putScenario(db, code, { edition: 2, title: '移住促進シナリオ（改）', reason: '出生率を見直した' });
  api = new Hono().route('/', apiRoutes(testDeps(db)));
});
afterAll(() => db.close());

const get = (path: string) => api.request(path);
const json = async (path: string) => JSON.parse(await (await get(path)).text());
const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
  parse(await (await get(path)).text(), { bom: true, columns: true });

describe('人口の系列のAPI', () => {
  it('公開した系列だけを、出典と表とともに返す', async () => {
    const { data } = await json(`${town}/population`);
    expect(data.series.map((each: { seriesKey: string }) => each.seriesKey)).toEqual(['census', 'ipss-h30']);
    expect(data.series[0].tables.map(({ areaName }: { areaName: string }) => areaName)).toEqual(['', '広丘']);
    expect(data.series[0].tables[0].counts).toEqual(censusCounts);
    expect(JSON.stringify(data)).not.toContain('下書きの推計');
    expect(data.scenarios.map(({ edition }: { edition: number }) => edition)).toEqual([2]);
  });

  it('一つの系列だけを求められる', async () => {
    const { data } = await json(`${town}/population?series=ipss-h30`);
    expect(data.series.map((each: { name: string }) => each.name)).toEqual(['社人研']);
  });

  it('CSVは1行に1つの値: 総数、年齢別、不詳、男、女', async () => {
    const rows = (await rowsOf(`${town}/population.csv?series=census`)).filter(({ 地区 }) => 地区 === '');
    expect(
      rows.map((row) => [row.男女, row.年齢, row['年齢（下）'], row['年齢（上）'], row.人口, row.世帯数]),
    ).toEqual([
      ['総数', '総数', '', '', '1008.75', '400'],
      ['総数', '0-14', '0', '14', '195', ''],
      ['総数', '15-64', '15', '64', '590.5', ''],
      ['総数', '65+', '65', '', '220.25', ''],
      ['総数', '年齢不詳', '', '', '3', ''],
      ['男', '総数', '', '', '492.5', ''],
      ['男', '0-14', '0', '14', '100', ''],
      ['男', '15-64', '15', '64', '300.5', ''],
      ['男', '65+', '65', '', '90', ''],
      ['男', '年齢不詳', '', '', '2', ''],
      ['女', '総数', '', '', '516.25', ''],
      ['女', '0-14', '0', '14', '95', ''],
      ['女', '15-64', '15', '64', '290', ''],
      ['女', '65+', '65', '', '130.25', ''],
      ['女', '年齢不詳', '', '', '1', ''],
    ]);
    expect(rows[0]).toMatchObject({ 系列キー: 'census', 種類: '国勢調査', 時点: '2015-10-01' });
  });

  it('系列のない町は、空の一覧と見出しだけのCSVを返す', async () => {
    const other = '/api/v1/municipalities/332143/population';
    expect((await json(other)).data).toMatchObject({ series: [], scenarios: [] });
    expect(await rowsOf(`${other}.csv`)).toEqual([]);
  });
});

describe('人口シナリオのAPI', () => {
  it('一覧は最新の版を示し、リンクは版を名指す', async () => {
    const { data } = await json(`${town}/population/scenarios`);
    expect(data).toEqual([
      {
        scenarioKey: 'ijuu',
        name: '移住促進シナリオ（改）',
        edition: 2,
        reason: '出生率を見直した',
        publishedAt: '2025-10-02T00:00:00.000Z',
        links: {
          self: `${scenario}?edition=2`,
          csv: `${scenario}.csv?edition=2`,
          assumptionsCsv: `${scenario}/assumptions.csv?edition=2`,
          page: `/m/${code}/population/scenarios/ijuu?edition=2`,
        },
      },
    ]);
    for (const link of Object.values<string>(data[0].links).slice(0, 3))
      expect((await get(link)).status).toBe(200);
  });

  it('前提、もとの系列、結果を、計算したままの数で返す', async () => {
    const { data } = await json(scenario);
    const published = publishedScenario();
    expect(data.assumptions).toEqual(published.content);
    expect(data.sources).toEqual(published.sources);
    expect(data.result).toMatchObject(published.result);
    expect(data.result.male).toHaveLength(5);
    expect(data.result.female[4]).toEqual(Array.from({ length: 19 }, () => 958));
    expect(data.editions.map(({ edition }: { edition: number }) => edition)).toEqual([2, 1]);
  });

  it('前の版も、そのまま読める', async () => {
    expect((await json(`${scenario}?edition=1`)).data.publication.name).toBe('移住促進シナリオ');
    expect((await rowsOf(`${scenario}.csv?edition=1`))[0]?.版).toBe('1');
  });

  it('CSVは、毎年の総人口、幅、年齢別を1行ずつ', async () => {
    const rows = await rowsOf(`${scenario}.csv`);
    const of = (measure: string, year: string) =>
      rows.filter((row) => row.値の種類 === measure && row.年 === year).map(({ 人口 }) => Number(人口));
    expect(of('total', '2032')).toEqual([35_725.7]);
    expect(of('baseline', '2032')).toEqual([34_025.7]);
    expect([of('p80-low', '2020'), of('p80-high', '2020')]).toEqual([[36_160.5], [37_160.5]]);
    expect(of('by-age', '2035')).toHaveLength(38);
    const measured = rows.filter((row) => row.値の種類 === 'by-age' && row.年 === '2035');
    const total = measured.reduce((sum, { 人口 }) => sum + Number(人口), 0);
    expect(total).toBeCloseTo(of('total', '2035')[0] ?? 0, 6);
  });

  it('前提のCSVは、基準、出生率、動かす前提、団地、目標を、理由と根拠とともに', async () => {
    const rows = await rowsOf(`${scenario}/assumptions.csv`);
    expect(rows.map((row) => [row.前提の種類, row.値, row.届く年, row.根拠])).toEqual([
      ['baseline', '社人研 平成30年推計', '', '国立社会保障・人口問題研究所 日本の地域別将来推計人口'],
      ['birth-rate-now', '1.58', '', '人口動態統計 2018年'],
      ['birth-rate', '1.84', '2030', '市民アンケート（2022年）'],
      ['families-per-year', '60', '', ''],
      ['estate', '240', '2025', '都市計画課'],
      ['aim', '36000', '2032', '長期戦略 成果指標'],
    ]);
  });

  it.each([
    [`${town}/population?series=secret`, 404, 'population-series-not-public', '「secret」'],
    [`${town}/population.csv?series=secret`, 404, 'population-series-not-public', '「secret」'],
    [`${town}/population/scenarios/nothing`, 404, 'population-scenario-not-public', '「nothing」'],
    [`${town}/population/scenarios/nothing.csv`, 404, 'population-scenario-not-public', '「nothing」'],
    [
      `${town}/population/scenarios/nothing/assumptions.csv`,
      404,
      'population-scenario-not-public',
      '「nothing」',
    ],
    [`${scenario}?edition=3`, 404, 'population-scenario-not-public', '「ijuu」'],
    [`${scenario}?edition=0`, 400, 'revision-format', '「0」'],
    [`${scenario}.csv?edition=x`, 400, 'revision-format', '「x」'],
  ])('%s は %i で、どうすればよいかを言う', async (path, status, problem, words) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const answer = await response.json();
    expect(answer.type).toBe(`urn:rashin:problem:${problem}`);
    expect(answer.detail).toContain(words);
    expect(answer.detail).toMatch(/確かめてください|指定してください/u);
  });

  it.each([
    ['/municipalities/{code}/population', `${town}/population`],
    ['/municipalities/{code}/population/scenarios', `${town}/population/scenarios`],
    ['/municipalities/{code}/population/scenarios/{key}', scenario],
  ])('OpenAPIの記述と合う: %s', async (path, address) => {
    const { paths, components } = await json('/api/v1/openapi.json');
    const schema = paths[path].get.responses['200'].content['application/json'].schema;
    const text = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    );
    const described = z.fromJSONSchema(JSON.parse(text));
    const answer = await json(address);
    expect(described.safeParse(answer).error?.issues).toBeUndefined();
    expect(described.safeParse({ ...answer, leaked: 1 }).success).toBe(false);
  });
});
