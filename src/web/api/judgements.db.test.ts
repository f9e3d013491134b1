import { parse } from 'csv-parse/sync';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import { testDeps } from '../../../test/factories/web.ts';
import type { Database } from '../../db/connection.ts';
import { apiRoutes } from './routes.ts';

const town = '/api/v1/municipalities/202151';
let db: Database;
let api: Hono;
beforeAll(async () => {
  db = await testDatabase();
  await openTowns(db);
  api = new Hono().route('/', apiRoutes(testDeps(db)));
});
afterAll(() => db.close());

const get = (path: string) => api.request(path);
const data = async (path: string) => JSON.parse(await (await get(path)).text()).data;

describe('判定のAPI', () => {
  it('指標は、公開している年度の判定と計算の過程をもつ', async () => {
    const { judgements } = await data(`${town}/indicators/happiness`);
    expect(judgements.map(({ fiscalYear }: { fiscalYear: number }) => fiscalYear)).toEqual([2023, 2022]);
    expect(judgements[0].axes[0]).toMatchObject({ label: '達成', class: 'good', machineGradeKey: 'reached' });
    expect(judgements[0].arithmetic).toEqual([
      '令和5年度の実績がないため、令和4年度の実績を用いた',
      '達成率 = 6.77 ÷ 6.77 = 100.0%',
      '判定: 達成率 100.0%（100%以上） → 達成',
    ]);
  });

  it('年度の判定は、集計と分母、分け方ごとの集計を示す', async () => {
    const judged = await data(`${town}/judgements/2023`);
    expect(judged.year).toMatchObject({ fiscalYear: 2023, publishesHuman: false });
    expect(judged.rollUp).toMatchObject({ entries: 1, denominator: { of: 'judged', count: 1 } });
    expect(
      judged.rollUp.grades.map((row: Record<string, unknown>) => [row.label, row.count, row.percent]),
    ).toEqual([
      ['達成', 1, '100.0'],
      ['未達成', 0, '0.0'],
    ]);
    const byField = judged.groups.find(({ by }: { by: string }) => by === 'field');
    expect(byField.groups.map(({ groupKey }: { groupKey: string }) => groupKey)).toEqual(['dai6ji/kosodate']);
  });

  it('判定のCSVは、段階と数値を一行ずつ、すべての年度を返す', async () => {
    const rows: Record<string, string>[] = parse(await (await get(`${town}/judgements.csv`)).text(), {
      bom: true,
      columns: true,
    });
    expect(rows.map((row) => [row.判定の年度, row.内容, row['軸・数値の名前'], row.段階, row.数値])).toEqual([
      ['2023', '判定', '判定', '達成', ''],
      ['2023', '数値', '達成率', '', '100.0%'],
      ['2022', '判定', '判定', '達成', ''],
      ['2022', '数値', '達成率', '', '100.0%'],
    ]);
  });
});
