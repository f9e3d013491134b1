import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import { testDeps } from '../../../test/factories/web.ts';
import { startDraft } from '../../app/plan/start-draft.ts';
import { operator } from '../../cli/operator.ts';
import type { Database } from '../../db/connection.ts';
import { municipalityTable } from '../../db/schema/organisation.ts';
import { withTenant } from '../../db/tenant.ts';
import { parseMunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { publicRoutes } from './routes.tsx';

const town = '/m/202151';
const day = new Date('2026-11-21T03:00:00Z');

let db: Database;
let queries = 0;
let today = day;
/** The real database, its statements counted. `alone`: every writer goes through it, as with the embedded one. */
const counted = (alone: boolean): Database => ({
  engine: db.engine,
  promise: db.promise,
  close: () => db.close(),
  ...(alone && db.writesEnded !== undefined ? { writesEnded: db.writesEnded } : {}),
  transaction: (begin, run) =>
    db.transaction(begin, (connection) =>
      run({
        query: (sql, params) => {
          queries += 1;
          return connection.query(sql, params);
        },
      }),
    ),
});

let app: Hono;
/** With the embedded database: nobody else writes. */
let appAlone: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  app = publicRoutes(testDeps(counted(false), { now: () => today }));
  appAlone = publicRoutes(testDeps(counted(true), { now: () => today }));
});
afterAll(() => db.close());

const acting = () => {
  const code = parseMunicipalityCode('202151');
  if (!code.ok) throw new Error(code.error.code);
  return operator(db, code.value, day);
};

const ask = async (path: string, headers: Record<string, string> = {}) => {
  queries = 0;
  const response = await app.request(path, { headers });
  return { response, queries };
};

const tagOf = async (path: string): Promise<string> => (await app.request(path)).headers.get('etag') ?? '';

describe('同じ内容を何度も作らない', () => {
  it('変わっていなければ、問い合わせ一つで 304', async () => {
    const tag = await tagOf(town);
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    const again = await ask(town, { 'if-none-match': tag });
    expect(again.response.status).toBe(304);
    expect(await again.response.text()).toBe('');
    expect(again.queries).toBe(1);
  });

  it('初めての人にも、作ってあるものを問い合わせ一つで返す', async () => {
    await tagOf(`${town}/sdgs`);
    const again = await ask(`${town}/sdgs`);
    expect(again.response.status).toBe(200);
    expect(again.queries).toBe(1);
  });

  it('ほかに書く者がいなければ、変わっていない間は問い合わせもせず、書けばすぐ変わる', async () => {
    const first = await appAlone.request(town);
    queries = 0;
    const again = await appAlone.request(town);
    expect([again.status, queries]).toEqual([200, 0]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    await withTenant(db, acting().as, (tx) =>
      tx.q.update(municipalityTable).set({ accentColour: '#123456' }),
    );
    const changed = await appAlone.request(town);
    expect(queries).toBeGreaterThan(0);
    expect(changed.headers.get('etag')).not.toBe(first.headers.get('etag'));
  });

  it('圧縮したものには別の札。どの札で尋ねても 304', async () => {
    const plain = await (await app.request(town)).text();
    for (const [encoding, open] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const response = await app.request(town, { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(open(new Uint8Array(await response.arrayBuffer())).toString('utf8')).toBe(plain);
      const tag = response.headers.get('etag') ?? '';
      expect(tag).toMatch(new RegExp(`-${encoding}"$`));
      const again = await app.request(town, { headers: { 'if-none-match': `"other", W/${tag}` } });
      expect(again.status).toBe(304);
    }
  });

  it('知らない問い合わせの言葉では、別のページにならない', async () => {
    expect(await tagOf(`${town}?utm_source=x`)).toBe(await tagOf(town));
    expect(await tagOf(`${town}/sdgs?goal=4`)).not.toBe(await tagOf(`${town}/sdgs`));
  });

  it('文字の大きさと言葉がちがえば、別のページ', async () => {
    const large = await app.request(town, { headers: { cookie: 'rashin-text-size=large' } });
    expect(large.headers.get('etag')).not.toBe(await tagOf(town));
    expect(await tagOf(`/en${town}`)).not.toBe(await tagOf(town));
  });
});

describe('変わればすぐ分かる', () => {
  it('下書きを始めても、公開画面の札は変わらない', async () => {
    const before = await tagOf(`${town}/history`);
    const started = await startDraft(acting(), 'dai5ji', '第2版（案）');
    expect(started.ok).toBe(true);
    expect(await tagOf(`${town}/history`)).toBe(before);
  });

  it('町の名を変えると、札も中身も変わる', async () => {
    const before = await tagOf(town);
    await withTenant(db, acting().as, (tx) => tx.q.update(municipalityTable).set({ nameEn: 'Renamed City' }));
    const after = await app.request(`/en${town}`);
    expect(await after.text()).toContain('Renamed City');
    expect(await tagOf(town)).not.toBe(before);
    const asked = await ask(town, { 'if-none-match': before });
    expect(asked.response.status).toBe(200);
  });

  it('施行日が来れば、何も書かれなくても新しい版になる（日本の日付で）', async () => {
    const before = await tagOf(`${town}/plans/dai6ji`);
    today = new Date('2030-03-31T14:59:59Z');
    expect(await (await app.request(`${town}/plans/dai6ji`)).text()).not.toContain('来年からの名');
    today = new Date('2030-03-31T15:00:00Z');
    const response = await app.request(`${town}/plans/dai6ji`, { headers: { 'if-none-match': before } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('来年からの名');
    today = day;
  });
});

describe('問い合わせの数は、項目の数によらない', () => {
  const other = '/m/332143';
  it.each([
    ['ホーム', other, town, 14],
    // 判定を公開している町の、一項目の計画と。公開していない町は、判定のためのものを読まない。
    ['計画', `${town}/plans/dai5ji`, `${town}/plans/dai6ji`, 15],
    ['項目', `${other}/plans/tonari/items/a`, `${town}/plans/dai6ji/items/a`, 17],
    ['指標の一覧', `${other}/indicators`, `${town}/indicators`, 13],
    ['SDGs', `${other}/sdgs`, `${town}/sdgs`, 8],
    ['履歴', `${other}/history`, `${town}/history`, 4],
  ])('%s', async (_, few, many, most) => {
    const small = await ask(`${few}?`, { cookie: 'rashin-text-size=small' });
    const large = await ask(`${many}?`, { cookie: 'rashin-text-size=small' });
    expect([small.response.status, large.response.status]).toEqual([200, 200]);
    expect(large.queries).toBeLessThanOrEqual(most);
    expect(small.queries).toBeGreaterThan(1);
    // 指標や系譜がないとき、それを読む問い合わせは要らない。増えることはない。
    expect(large.queries - small.queries).toBeLessThanOrEqual(4);
  });
});
