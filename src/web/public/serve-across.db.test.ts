import type { Hono } from 'hono';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import { testDeps } from '../../../test/factories/web.ts';
import { operator } from '../../cli/operator.ts';
import type { Database } from '../../db/connection.ts';
import { indicator, indicatorValue } from '../../db/schema/indicator.ts';
import { municipalityTable } from '../../db/schema/organisation.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { parseMunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { publicRoutes } from './routes.tsx';

describeEachDatabase('団体をくらべるページ', (open) => {
  const page = '/indicators/happiness';
  let db: Database;
  let app: Hono;
  let queries = 0;
  /** Statements of readers are counted; whether others may write is told by `alone`. */
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
  const write = async (town: string, run: (tx: TenantTx) => Promise<unknown>): Promise<void> => {
    const code = parseMunicipalityCode(town);
    if (!code.ok) throw new Error(code.error.code);
    await withTenant(db, operator(db, code.value, new Date()).as, run);
  };
  const rename = (town: string, nameEn: string) =>
    write(town, (tx) => tx.q.update(municipalityTable).set({ nameEn }));
  const tagOf = async (path: string): Promise<string> => (await app.request(path)).headers.get('etag') ?? '';

  beforeAll(async () => {
    db = await open();
    await openTowns(db);
    app = publicRoutes(testDeps(counted(false)));
  });
  beforeEach(() => {
    queries = 0;
  });

  it.each(['/indicators', page, `/en${page}`, `${page}?page=2`])(
    '%s は、変わっていなければ問い合わせ一つで同じものを返し、札があれば 304',
    async (path) => {
      const first = await app.request(path);
      const text = await first.text();
      queries = 0;
      const again = await app.request(path);
      expect([again.status, await again.text(), queries]).toEqual([200, text, 1]);
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
      const asked = await app.request(path, {
        headers: { 'if-none-match': first.headers.get('etag') ?? '' },
      });
      expect([asked.status, await asked.text(), queries]).toEqual([304, '', 2]);
    },
  );

  it('言葉とページがちがえば、別の札。知らない問い合わせの言葉は同じ札', async () => {
    const tags = await Promise.all([page, `/en${page}`, `${page}?page=2`, '/indicators'].map(tagOf));
    expect(new Set(tags).size).toBe(4);
    expect(await tagOf(`${page}?utm_source=x`)).toBe(tags[0]);
  });

  it('くらべている団体が公開すると変わり、下書きでは変わらない', async () => {
    const before = await Promise.all([tagOf(page), tagOf('/indicators')]);
    const figure = (stage: 'draft' | 'published', value: string) =>
      write('332143', (tx) =>
        tx.q.insert(indicatorValue).values({
          municipality: tx.municipality,
          indicatorKey: 'happiness',
          series: 'actual',
          fiscalYear: 2024,
          breakdown: '',
          stage,
          value,
          status: 'final',
          note: '',
          updatedAt: '2026-11-21T03:00:00Z',
        }),
      );
    await figure('draft', '8.12');
    expect(await Promise.all([tagOf(page), tagOf('/indicators')])).toEqual(before);
    await figure('published', '8.13');
    const after = await app.request(page);
    expect(await after.text()).toContain('8.13');
    expect([after.headers.get('etag'), await tagOf('/indicators')]).not.toEqual(before);
    expect(before).not.toContain(after.headers.get('etag'));
  });

  it('くらべるのをやめた団体が公開しても変わらない', async () => {
    const before = await tagOf(page);
    await write('332143', (tx) => tx.q.update(indicator).set({ commonKey: null }));
    const alone = await tagOf(page);
    expect(alone).not.toBe(before);
    const list = await tagOf('/indicators');
    await rename('332143', 'Elsewhere');
    expect(await tagOf(page)).toBe(alone);
    expect(await tagOf('/indicators')).not.toBe(list);
    await rename('202151', 'Here');
    expect(await tagOf(page)).not.toBe(alone);
  });

  it('ほかに書く者がいなければ問い合わせもせず、書けばすぐ変わる', async () => {
    if (db.writesEnded === undefined) return;
    const own = publicRoutes(testDeps(counted(true)));
    const first = await own.request(page);
    queries = 0;
    const again = await own.request(page);
    expect([again.headers.get('etag'), queries]).toEqual([first.headers.get('etag'), 0]);
    await rename('202151', 'There');
    expect((await own.request(page)).headers.get('etag')).not.toBe(first.headers.get('etag'));
  });

  it('だれも持たないキーは 404 のまま', async () => {
    const missing = await app.request('/indicators/nobody');
    expect([missing.status, missing.headers.get('etag')]).toEqual([404, null]);
  });
});
