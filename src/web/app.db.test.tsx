import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/factories/database.ts';
import { testDeps, testLog } from '../../test/factories/web.ts';
import type { Database } from '../db/connection.ts';
import { createApp } from './app.tsx';
import { largestBody } from './middleware/readable-body.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const form = (body: BodyInit) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
});

describe('どの経路にもかかる約束', () => {
  it.each([
    ['知らないアドレス', '/nothing', 'ja', 'ページが見つかりません'],
    ['英語の知らないアドレス', '/en/nothing', 'en', 'Page not found'],
    ['知らない組み立て物', '/assets/none.css', 'ja', 'ページが見つかりません'],
  ])('404: %s', async (_, path, language, title) => {
    const answer = await createApp(testDeps(db)).request(path);
    const body = await answer.text();
    expect(answer.status).toBe(404);
    expect(body).toContain(`<html lang="${language}"`);
    expect(body.match(/<h1[^>]*>([^<]+)/)?.[1]).toBe(title);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('プログラムには問題の詳細を JSON で返す', async () => {
    const answer = await createApp(testDeps(db)).request('/nothing', {
      headers: { accept: 'application/json' },
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ status: 404, title: 'ページが見つかりません' });
  });

  it.each([
    ['長さを言う送信', { 'content-length': String(10 * 1024 * 1024) }],
    ['長さを言わない送信', { 'transfer-encoding': 'chunked' }],
  ])('10 MB の文章は 413 で断り、上限を言う: %s', async (_, headers) => {
    const request = form('t='.padEnd(10 * 1024 * 1024, 'a'));
    const answer = await createApp(testDeps(db)).request('/m/202151/office/login', {
      ...request,
      headers: { ...request.headers, ...headers },
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain(
      `一度に送れるのは ${largestBody / 1024 / 1024} MB までです。何も変わっていません。`,
    );
  });

  it.each([
    ['百分率の符号で書いた、UTF-8 でないバイト', '/m/202151/office/login', form('title=%83v%89%E6')],
    ['そのままの、UTF-8 でないバイト', '/m/202151/office/login', form(new Uint8Array([0x74, 0x3d, 0xff]))],
    [
      'JSON の中の、UTF-8 でないバイト',
      '/api/v1/nothing',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array([0x22, 0xe3, 0x81, 0x22]),
      },
    ],
    ['アドレスの中の NUL', '/m/202151/plans?q=%00', {}],
  ])('400: %s', async (_, path, init) => {
    const answer = await createApp(testDeps(db)).request(path, init);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('送られた文字を読めませんでした');
  });

  it('読める本文は、そのまま経路に届く', async () => {
    const app = createApp(testDeps(db));
    app.post('/echo', async (c) => c.json(await c.req.parseBody()));
    const body = new URLSearchParams({ title: 'こども・未来 100%', text: 'a+b' });
    expect(await (await app.request('/echo', form(body))).json()).toEqual({
      title: 'こども・未来 100%',
      text: 'a+b',
    });
  });
});

describe('記録', () => {
  it('人に関わるもの（検索の言葉、住所、利用者）を書かない', async () => {
    const { log, lines } = testLog();
    const app = createApp(testDeps(db, { log }));
    await app.request('/m/202151/plans/keikaku?q=田中太郎', {
      headers: { 'x-forwarded-for': '192.0.2.44', 'user-agent': 'Tanaka', cookie: 'session=secret' },
    });
    expect(lines()).toHaveLength(1);
    const line = lines()[0] ?? '';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', town: '202151', status: 404, msg: 'request' });
    for (const word of ['田中', encodeURIComponent('田中'), '192.0.2', 'Tanaka', 'secret', 'keikaku'])
      expect(line).not.toContain(word);
  });

  it('内部の誤りは 500 のページになり、番号だけが両方に出る。値は出ない', async () => {
    const { log, lines } = testLog();
    const app = createApp(testDeps(db, { log }));
    app.get('/broken', async () => {
      await db.transaction({ readOnly: true, setup: 'SELECT 1' }, async ({ query }) =>
        query('SELECT $1::int', ['田中太郎']),
      );
      throw new Error('not reached');
    });
    const answer = await app.request('/broken');
    const body = await answer.text();
    const id = answer.headers.get('x-request-id') ?? '';
    expect(answer.status).toBe(500);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toContain(`この番号を添えて管理者にお知らせください: ${id}`);
    expect(body).not.toContain('integer');
    const failure = lines().find((line) => line.includes('internal error')) ?? '';
    expect(JSON.parse(failure)).toMatchObject({ id, error: { name: 'DatabaseError', code: '22P02' } });
    expect(lines().join()).not.toContain('田中');
  });
});

it('誤りのページそのものが描けなくても、番号を文章で返す', async () => {
  const { log, lines } = testLog();
  const assets = (name: string): string => {
    throw new Error(`no built file is called ${name}`);
  };
  const answer = await createApp(testDeps(db, { log, assets })).request('/');
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain(`お知らせください: ${answer.headers.get('x-request-id')}`);
  expect(lines().join()).toContain('error page failed');
});

describe('見張りのためのアドレス', () => {
  it('動いていて、データベースが答え、移行が済んでいる', async () => {
    const app = createApp(testDeps(db));
    expect([(await app.request('/healthz')).status, (await app.request('/readyz')).status]).toEqual([
      200, 200,
    ]);
  });

  it('データベースが答えなければ、/healthz は 200 のまま /readyz が 503', async () => {
    const { log, lines } = testLog();
    const closed = await testDatabase();
    await closed.close();
    const app = createApp(testDeps(closed, { log }));
    expect((await app.request('/healthz')).status).toBe(200);
    const ready = await app.request('/readyz');
    expect([ready.status, await ready.text()]).toEqual([503, 'database: no answer']);
    expect(lines().join()).toContain('database does not answer');
  });
});
