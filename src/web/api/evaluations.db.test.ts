import { parse } from 'csv-parse/sync';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import { publishYear } from '../../../test/factories/published-year.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import type { MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { apiRoutes } from './routes.ts';

const town = '/api/v1/municipalities/202151';
let db: Database;
let api: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  await publishYear(db, '202151' as MunicipalityCode);
  api = new Hono().route('/', apiRoutes(testDeps(db)));
});
afterAll(() => db.close());

const get = (path: string) => api.request(path);
const json = async (path: string) => JSON.parse(await (await get(path)).text());
const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
  parse(await (await get(path)).text(), { bom: true, columns: true });

describe('事業の評価のAPI', () => {
  it('年度の一覧は、訂正された版を新しい順に示す', async () => {
    const { data } = await json(`${town}/evaluations`);
    expect(data.map((each: Record<string, unknown>) => [each.fiscalYear, each.edition, each.reason])).toEqual(
      [
        [2024, 2, '決算額の訂正'],
        [2023, 1, ''],
      ],
    );
  });

  it('評価は、集計と事業を返し、金額のないものは 0 としない', async () => {
    const { data } = await json(`${town}/evaluations/2024`);
    const byDirection = data.totals.find(({ by }: { by: string }) => by === 'direction');
    expect(byDirection).toMatchObject({ count: 2, amountThousandYen: 91_229, withoutAmount: 1 });
    expect(data.programmes[1].figures.years[0].settled).toEqual({ totalThousandYen: null, funding: null });
    expect(data.programmes[0].remarks).toEqual([
      { fiscalYear: 2023, body: '台数を見直すこと', answer: '3台減らした' },
    ]);
  });

  it('CSVは1行に1事業で、計算による評価と決めた評価をならべる', async () => {
    const rows = await rowsOf(`${town}/evaluations/2024.csv?round=after-2024`);
    expect(
      rows.map((row) => [
        row.事業番号,
        row.今後の方向,
        row.方向の共通区分,
        row.決算額,
        row.評価,
        row.計算による評価,
      ]),
    ).toEqual([
      ['2002', '縮小', '縮小', '91229', 'B', 'A'],
      ['', '現状のまま継続', '現状のまま継続', '', '', ''],
    ]);
    expect(rows[0]?.方向の理由).toBe('台数を減らせる');
  });

  it('予算は枠の計算と増減を返す', async () => {
    const { data } = await json(`${town}/budgets/2026`);
    expect(data.frames[0].steps).toHaveLength(1);
    expect(
      (await rowsOf(`${town}/budgets/2026.csv`)).map((row) => [row.区分, row.評価の方向, row.増減]),
    ).toEqual([['縮小', '縮小', '-1200']]);
  });

  it('実施計画は、当初の額と補正の理由を年度ごとに返す', async () => {
    const { data } = await json(`${town}/implementation-plans`);
    expect(data.map((each: { links: unknown }) => each.links)).toEqual([
      {
        self: `${town}/implementation-plans/2026`,
        csv: `${town}/implementation-plans/2026.csv`,
        page: '/m/202151/implementation-plans/2026',
      },
    ]);
    const plan = (await json(`${town}/implementation-plans/2026`)).data;
    expect(plan).toMatchObject({ startFiscalYear: 2026, years: 3, mode: 'fixed', correction: 1 });
    expect(
      (await rowsOf(`${town}/implementation-plans/2026.csv`)).map((row) => [
        row.年度,
        row.事業費,
        row.当初の事業費,
        row.補正の理由,
      ]),
    ).toEqual([
      ['2026', '8800', '8800', ''],
      ['2027', '7000', '9000', '台数の見直し'],
    ]);
  });

  it.each([
    [`${town}/evaluations/2025`, 'evaluation-not-public', '「2025」年度の評価'],
    [`${town}/evaluations/2024?round=x`, 'evaluation-not-public', '「2024」年度の評価'],
    [`${town}/evaluations/02024.csv`, 'evaluation-not-public', '「02024」年度の評価'],
    [`${town}/budgets/2025`, 'budget-not-public', '「2025」年度の予算'],
    [`${town}/budgets/2025.csv`, 'budget-not-public', '「2025」年度の予算'],
    [`${town}/implementation-plans/2025`, 'implementation-plan-not-public', '「2025」年度から始まる実施計画'],
    [`${town}/implementation-plans/2025.csv`, 'implementation-plan-not-public', '「2025」年度から始まる'],
  ])('%s は 404 で、どうすればよいかを言う', async (path, code, words) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    const answer = await response.json();
    expect(answer.type).toBe(`urn:rashin:problem:${code}`);
    expect(answer.detail).toContain(words);
    expect(answer.detail).toContain('確かめてください');
  });

  it.each([
    ['/municipalities/{code}/evaluations', `${town}/evaluations`],
    ['/municipalities/{code}/evaluations/{fiscalYear}', `${town}/evaluations/2024`],
    ['/municipalities/{code}/budgets', `${town}/budgets`],
    ['/municipalities/{code}/budgets/{fiscalYear}', `${town}/budgets/2026`],
    ['/municipalities/{code}/implementation-plans', `${town}/implementation-plans`],
    ['/municipalities/{code}/implementation-plans/{fiscalYear}', `${town}/implementation-plans/2026`],
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
