import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/factories/database.ts';
import { openTowns } from '../../../../test/factories/public-towns.ts';
import { shiojiriWithTables } from '../../../../test/factories/shiojiri-explorer.ts';
import { testConfig, testDeps } from '../../../../test/factories/web.ts';
import type { Database } from '../../../db/connection.ts';
import { populationSeries, populationTable } from '../../../db/schema/population.ts';
import { withTenant } from '../../../db/tenant.ts';
import type { MunicipalityCode } from '../../../domain/kernel/municipality-code.ts';
import { createApp } from '../../app.tsx';

const code = '202151' as MunicipalityCode;
const address = `/m/${code}/population`;
let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  await withTenant(db, { municipality: code, actor: 'test', origin: 'test' }, async ({ q }) => {
    for (const { series, tables } of shiojiriWithTables()) {
      const { version: _, ...columns } = series;
      await q.insert(populationSeries).values({ ...columns, municipality: code, state: 'published' });
      await q.insert(populationTable).values(tables.map((table) => ({ ...table, municipality: code })));
    }
  });
});
afterAll(() => db.close());

it('人が選んだ年や前提のページをいくら聞かれても、だれもが読むページは追い出されない', async () => {
  let statements = 0;
  const counted: Database = {
    ...db,
    transaction: (begin, run) =>
      db.transaction(begin, (connection) =>
        run({
          query: (sql, params) => {
            statements += 1;
            return connection.query(sql, params);
          },
        }),
      ),
  };
  // Room for a handful of these pages.
  const app = createApp(testDeps(counted, { config: testConfig({ RASHIN_PAGE_CACHE_MB: '1' }) }));
  const costOf = async (path: string): Promise<number> => {
    const before = statements;
    expect((await app.request(path)).status).toBe(200);
    return statements - before;
  };
  const first = await costOf(address);
  const kept = await costOf(address);
  expect(kept).toBeLessThan(first);
  for (let at = 0; at < 20; at++)
    await costOf(`${address}?year=${2100 + at}&lever.birth-rate.value=1.${50 + at}`);
  expect(await costOf(address)).toBe(kept);
});
