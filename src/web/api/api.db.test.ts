import { parse } from 'csv-parse/sync';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeEachDatabase, testDatabase } from '../../../test/factories/database.ts';
import { openTowns, otherTownMark, secretMark } from '../../../test/factories/public-towns.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import { apiRoutes, townEndpoints } from './routes.ts';

const town = '/api/v1/municipalities/202151';
const served = [
  '/api/v1/openapi.json',
  '/api/v1/municipalities',
  town,
  `${town}/plans`,
  `${town}/plans/dai6ji`,
  `${town}/plans/dai6ji?revision=1`,
  `${town}/plans/dai6ji.csv`,
  `${town}/plans/dai6ji/revisions`,
  `${town}/plans/dai6ji/difference`,
  `${town}/plans/dai6ji/difference?from=1&to=2`,
  `${town}/plans/dai6ji/difference?from=predecessor`,
  `${town}/indicators`,
  `${town}/indicators/happiness`,
  `${town}/indicators.csv`,
  `${town}/judgements`,
  `${town}/judgements/2023`,
  `${town}/judgements/2023.csv`,
  `${town}/judgements.csv`,
];

let db: Database;
let api: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  api = new Hono().route('/', apiRoutes(testDeps(db)));
});
afterAll(() => db.close());

const get = (path: string, headers: Record<string, string> = {}) => api.request(path, { headers });
const data = async (path: string) => JSON.parse(await (await get(path)).text()).data;

describe('公開しているものを返す', () => {
  it('団体の一覧には、公開を始めた団体だけがある', async () => {
    expect((await data('/api/v1/municipalities')).map((row: { name: string }) => row.name)).toEqual([
      '塩尻市',
      '真庭市',
    ]);
  });

  it('計画の一覧は町の順で、施行中の版を示す', async () => {
    const plans = await data(`${town}/plans`);
    expect(
      plans.map((row: { slug: string; revision: { label: string } }) => [row.slug, row.revision.label]),
    ).toEqual([
      ['dai6ji', '第2版'],
      ['dai5ji', '第1版'],
    ]);
  });

  it('計画は施行中の版、指定すれば過去の版。番号、担当の名前、同意のある声をふくむ', async () => {
    const current = await data(`${town}/plans/dai6ji`);
    expect(current.revision).toMatchObject({
      revision: 2,
      status: 'in-force',
      effectiveOn: '2025-04-01',
      basedOnRevision: 1,
    });
    expect(current.items[1]).toMatchObject({
      itemKey: 'kosodate',
      number: '①',
      issue: '相談先が遠い。居場所も足りない。',
      leadUnits: [{ unitKey: 'kodomo', name: 'こども未来課' }],
      voices: [{ body: '近くに話せる人がほしい' }],
      page: '/m/202151/plans/dai6ji/items/kosodate',
    });
    const former = await data(`${town}/plans/dai6ji?revision=1`);
    expect(former.revision.status).toBe('superseded');
    expect(former.items.map(({ itemKey }: { itemKey: string }) => itemKey)).toEqual([
      'a',
      'kosodate',
      'kyoiku',
    ]);
  });

  it('差分は前の版、指定した版、前の計画と比べられる', async () => {
    const difference = await data(`${town}/plans/dai6ji/difference`);
    expect([difference.from.revision, difference.to.revision]).toEqual([1, 2]);
    expect(difference.counts).toMatchObject({ added: 1, removed: 1, rewritten: 1, unchanged: 1 });
    expect(
      difference.groups.map(({ key, marks, reasons }: Record<string, unknown>) => [key, marks, reasons]),
    ).toEqual([
      ['kosodate', ['rewritten'], []],
      ['kyoiku', ['removed'], ['別の計画に移す']],
      ['bunka', ['added'], []],
    ]);
    expect(difference.groups[0].rows[0].new).toEqual([
      { kind: 'same', text: '相談先が遠い。' },
      { kind: 'added', text: '居場所も足りない。' },
    ]);
    const between = await data(`${town}/plans/dai6ji/difference?from=predecessor`);
    expect(between.from).toEqual({ slug: 'dai5ji', revision: 1, label: '第1版', title: '第五次総合計画' });
    expect(between.groups.find(({ key }: { key: string }) => key === 'a').marks).toEqual([
      'carried',
      'renamed',
    ]);
  });

  it('指標は基準値・目標・内訳つきの値を、桁を落とさず文字列で返す', async () => {
    const indicator = await data(`${town}/indicators/happiness`);
    expect(indicator.baseline).toMatchObject({ fiscalYear: 2022, value: '6.77' });
    expect(indicator.targets).toMatchObject([{ fiscalYear: 2032, value: '6.77', comparison: 'at-least' }]);
    expect(
      indicator.values.map(({ breakdown, value }: Record<string, unknown>) => [breakdown, value]),
    ).toEqual([
      ['', '6.77'],
      ['age:20s', '6.44'],
    ]);
  });

  it('すべての回答が利用条件と出典を示す', async () => {
    const answer = await (await get(`${town}/indicators`)).json();
    expect(answer.meta).toMatchObject({
      municipality: '202151',
      publisher: '塩尻市',
      licence: { url: 'https://creativecommons.org/licenses/by/4.0/' },
      source: '塩尻市「オープンデータ」（/m/202151/open-data）',
      asOf: '2026-11-21',
    });
  });

  it('CSVはBOM付きで、読み直せる', async () => {
    const response = await get(`${town}/plans/dai6ji.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="202151_dai6ji.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(Buffer.from(bytes), { bom: true, columns: true });
    expect(rows.map((row) => [row.番号, row.名称, row.主管, row.SDGsのゴール])).toEqual([
      ['A', '次世代と暮らす', '', ''],
      ['①', '子育て', 'こども未来課', '1;4'],
      ['②', '伝統・文化', '', ''],
    ]);
    const figures: Record<string, string>[] = parse(await (await get(`${town}/indicators.csv`)).text(), {
      bom: true,
      columns: true,
    });
    expect(figures.map((row) => [row.区分, row.年度, row.内訳, row.値, row['以上・以下']])).toEqual([
      ['基準値', '2022', '', '6.77', ''],
      ['目標', '2032', '', '6.77', '以上'],
      ['実績', '2022', '', '6.77', ''],
      ['実績', '2022', '年代:20歳代', '6.44', ''],
    ]);
  });
});

describe('公開していないものは、どのアドレスにも出ない', () => {
  it.each(served)('%s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const body = await response.text();
    expect(body).not.toContain(secretMark);
    if (path.startsWith(town)) expect(body).not.toContain(otherTownMark);
  });

  it.each([
    [
      '下書きだけの計画',
      `${town}/plans/draft-only`,
      404,
      'plan-not-found',
      '「draft-only」という公開中の計画はありません',
    ],
    [
      'まだ施行されていない版',
      `${town}/plans/dai6ji?revision=3`,
      404,
      'revision-not-found',
      '版「3」は公開されていません',
    ],
    [
      '施行前の版との差分',
      `${town}/plans/dai6ji/difference?to=3`,
      404,
      'revision-not-found',
      '版「3」は公開されていません',
    ],
    [
      '下書きの指標',
      `${town}/indicators/private`,
      404,
      'indicator-not-found',
      '「private」という公開中の指標はありません',
    ],
    [
      '公開していない年度の判定',
      `${town}/judgements/2024`,
      404,
      'judgement-year-not-public',
      '「2024」年度の判定は公開されていません',
    ],
    [
      '公開していない年度の判定のCSV',
      `${town}/judgements/2024.csv`,
      404,
      'judgement-year-not-public',
      '「2024」年度の判定は公開されていません',
    ],
    [
      '隣の町の計画',
      `${town}/plans/tonari`,
      404,
      'plan-not-found',
      '「tonari」という公開中の計画はありません',
    ],
    [
      '公開を始めていない団体',
      '/api/v1/municipalities/202096/plans',
      404,
      'municipality-not-public',
      '団体 202096 伊那市 は、ここでは計画を公開していません',
    ],
    [
      '検査数字の誤り',
      '/api/v1/municipalities/202152/plans',
      400,
      'municipality-code-check-digit',
      '検査数字（6桁目）が合いません',
    ],
    [
      'ない団体',
      '/api/v1/municipalities/209996',
      404,
      'municipality-code-unknown',
      'というコードの市区町村は一覧にありません',
    ],
    [
      '数でない版',
      `${town}/plans/dai6ji?revision=latest`,
      400,
      'revision-format',
      '「latest」は版の番号ではありません',
    ],
    [
      '前の計画のない計画',
      `${town}/plans/dai5ji/difference?from=predecessor`,
      404,
      'predecessor-not-found',
      '前の計画がありません',
    ],
    [
      '版が一つだけの計画',
      `${town}/plans/dai5ji/difference`,
      404,
      'no-earlier-revision',
      '前の版がありません',
    ],
    ['ないアドレス', '/api/v1/budget', 404, 'address-not-found', 'このアドレスはありません'],
  ])('%s', async (_, path, status, code, words) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = await response.text();
    expect(body).not.toContain(secretMark);
    expect(JSON.parse(body)).toMatchObject({
      type: `urn:rashin:problem:${code}`,
      status,
      instance: path.split('?')[0],
    });
    expect(JSON.parse(body).detail).toContain(words);
  });
});

describe('HTTPの作法', () => {
  it.each(served)('%s は、変わらなければ304で本文を送らない', async (path) => {
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('ほかのサイトのページからも読める。書き込みはない', async () => {
    const response = await get(`${town}/plans`, { origin: 'https://example.com' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const preflight = await api.request(`${town}/plans`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.com', 'access-control-request-method': 'GET' },
    });
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD');
    expect((await api.request(`${town}/plans`, { method: 'POST' })).status).toBe(404);
  });

  it('圧縮して送り、版が変わらないかぎり同じ内容を返す', async () => {
    const response = await get(`${town}/plans/dai6ji`, { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const unpacked = new Response(response.body?.pipeThrough(new DecompressionStream('gzip')));
    expect(await unpacked.text()).toBe(await (await get(`${town}/plans/dai6ji`)).text());
  });
});

interface Description {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<
    string,
    { readonly get: { readonly responses: Record<string, { content?: Record<string, { schema: object }> }> } }
  >;
  readonly components: { readonly schemas: Record<string, object> };
}

describe('OpenAPIの記述は、実際に返すものと合う', () => {
  const describe_ = async (): Promise<Description> => (await get('/api/v1/openapi.json')).json();

  it('OpenAPI 3.1 で、返すアドレスをもれなく書く', async () => {
    const description = await describe_();
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths).toSorted()).toEqual(
      ['/municipalities', ...townEndpoints.map(({ path }) => path)].toSorted(),
    );
  });

  it.each([
    ['/municipalities', '/api/v1/municipalities'],
    ['/municipalities/{code}', town],
    ['/municipalities/{code}/plans', `${town}/plans`],
    ['/municipalities/{code}/plans/{slug}', `${town}/plans/dai6ji`],
    ['/municipalities/{code}/plans/{slug}/revisions', `${town}/plans/dai6ji/revisions`],
    ['/municipalities/{code}/plans/{slug}/difference', `${town}/plans/dai6ji/difference?from=predecessor`],
    ['/municipalities/{code}/indicators', `${town}/indicators`],
    ['/municipalities/{code}/indicators/{key}', `${town}/indicators/happiness`],
    ['/municipalities/{code}/judgements', `${town}/judgements`],
    ['/municipalities/{code}/judgements/{fiscalYear}', `${town}/judgements/2023`],
  ])('%s', async (path, address) => {
    const { paths, components } = await describe_();
    const schema = paths[path]?.get.responses['200']?.content?.['application/json']?.schema;
    expect(schema).toBeDefined();
    // The document's own schemas, read back and applied: what is described is what is served, and no more.
    const text = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    );
    const described = z.fromJSONSchema(JSON.parse(text));
    const answer = await (await get(address)).json();
    expect(described.safeParse(answer).error?.issues).toBeUndefined();
    expect(described.safeParse({ ...answer, leaked: 1 }).success).toBe(false);
  });
});

describeEachDatabase('APIはどちらのデータベースでも同じ', (open) => {
  it('計画と指標', async () => {
    const other = await open();
    await openTowns(other);
    const there = new Hono().route('/', apiRoutes(testDeps(other)));
    for (const path of [
      `${town}/plans/dai6ji`,
      `${town}/plans/dai6ji/difference`,
      `${town}/indicators.csv`,
    ]) {
      const instants = /"(publishedAt|updatedAt)":"[^"]*"/g;
      expect((await (await there.request(path)).text()).replace(instants, '')).toBe(
        (await (await get(path)).text()).replace(instants, ''),
      );
    }
  });
});
