import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns, otherTownMark, secretMark } from '../../../test/factories/public-towns.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import { createApp } from '../app.tsx';

let db: Database;
let app: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  app = createApp(testDeps(db));
});
afterAll(() => db.close());

const read = async (path: string): Promise<string> => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return response.text();
};

describe('オープンデータのページ', () => {
  it.each([['/m/202151/open-data'], ['/en/m/202151/open-data']])(
    '%s の入手先はどれも開き、示した形である',
    async (path) => {
      const page = await read(path);
      const files = [...page.matchAll(/href="(\/api\/[^"]+)"/g)].map(([, address = '']) => address);
      expect(new Set(files)).toEqual(
        new Set([
          '/api/v1/municipalities/202151/plans/dai6ji.csv',
          '/api/v1/municipalities/202151/plans/dai6ji',
          '/api/v1/municipalities/202151/plans/dai5ji.csv',
          '/api/v1/municipalities/202151/plans/dai5ji',
          '/api/v1/municipalities/202151/indicators.csv',
          '/api/v1/municipalities/202151/indicators',
          '/api/v1/municipalities/202151/judgements.csv',
          '/api/v1/municipalities/202151/judgements',
          '/api/v1/openapi.json',
        ]),
      );
      for (const address of files) {
        const response = await app.request(address);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toMatch(
          address.endsWith('.csv') ? /^text\/csv/ : /^application\/json/,
        );
        // 「ほかのサイトから読める」は、画面の安全の設定に打ち消されない。
        expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      }
    },
  );

  it('利用条件、項目定義、更新日を示す。非公開と隣の町は出ない', async () => {
    const page = await read('/m/202151/open-data');
    expect(page).toContain('<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">');
    expect(page).toContain('出典：塩尻市「オープンデータ」');
    expect(page).toContain('<code>desired_state</code>');
    expect(page).toContain('令和8年11月20日');
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toMatch(/style=|<script>|<style/);
    for (const hidden of [secretMark, otherTownMark]) expect(page).not.toContain(hidden);
  });

  it('公開を始めていない団体にはない', async () => {
    for (const path of ['/m/202096/open-data', '/m/202096/feed.xml'])
      expect((await app.request(path)).status).toBe(404);
  });
});

describe('フィード', () => {
  it('施行した版と公開した値を新しい順に載せ、まだのものは載せない', async () => {
    const response = await app.request('/m/202151/feed.xml');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await response.text();
    const entries = feed.split('<entry>').slice(1);
    expect(entries.map((entry) => /<title>(.*?)<\/title>/.exec(entry)?.[1]).toSorted()).toEqual([
      '「第五次総合計画」第1版を公開しました',
      '「第六次総合計画」第1版を公開しました',
      '「第六次総合計画」第2版を公開しました',
      '指標「市民幸福度」の値を公開しました',
    ]);
    const updated = entries.map((entry) => /<updated>(.*?)<\/updated>/.exec(entry)?.[1] ?? '');
    expect(updated).toEqual(updated.toSorted().reverse());
    expect(feed).toContain('<summary>第2版の理由</summary>');
    for (const hidden of [secretMark, otherTownMark]) expect(feed).not.toContain(hidden);
  });

  it('項目の名は何度読んでも同じで、重ならない', async () => {
    const ids = async () =>
      [...(await read('/m/202151/feed.xml')).matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    const first = await ids();
    expect(first).toHaveLength(5);
    expect(new Set(first).size).toBe(5);
    for (const id of first)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await ids()).toEqual(first);
  });

  it('フィードの行き先はどれも開く', async () => {
    const feed = await read('/m/202151/feed.xml');
    for (const [, address = ''] of feed.matchAll(/href="([^"]+)"/g))
      await read(address.replaceAll('&amp;', '&'));
  });
});
