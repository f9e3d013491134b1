import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { importTown } from '../app/town/import-town.ts';
import type { Database } from '../db/connection.ts';
import { loadProgrammePlanItems, loadProgrammes, loadProgrammeYears } from '../db/read-programme.ts';
import { withTenant } from '../db/tenant.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { installationFolder } from '../installation.ts';
import { loadDemoProgrammes } from './demo-programmes.ts';
import { operator } from './operator.ts';
import { givenTown, readTownFiles } from './town-files.ts';

const seiro = '153079' as MunicipalityCode;
const folder = join(installationFolder, 'demo', 'seiro');

describeEachDatabase('見本の事務事業', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it('聖籠町の224事業が、決算4,582,433千円と方向の数とともに入る', async () => {
    const acting = operator(db, seiro, new Date('2026-11-21T03:00:00Z'), 'demo');
    const file = readTownFiles([folder]);
    if (!file.ok) throw new Error(JSON.stringify(file.error));
    expect(await importTown(acting, givenTown(file.value), { dryRun: false, publish: true })).toMatchObject({
      ok: true,
    });
    const done = await loadDemoProgrammes(acting, folder);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    expect(done.value.programmes).toBe(224);
    const count = (text: string) =>
      done.value.statedDirections.filter((direction) => direction.text === text).length;
    expect(['現状継続', '改善（手段変更）', '拡大', '廃止方向', '縮小'].map(count)).toEqual([
      183, 17, 14, 6, 4,
    ]);
    await withTenant(db, acting.as, async (tx) => {
      const years = await loadProgrammeYears(tx, { fiscalYears: [2024] });
      expect(years.reduce((sum, year) => sum + (year.settled.totalThousandYen ?? 0), 0)).toBe(4_582_433);
      const programmes = await loadProgrammes(tx);
      expect(new Set(programmes.map(({ unitKey }) => unitKey)).size).toBe(17);
      expect(programmes.every(({ typeKey, expenseClass }) => typeKey === null && expenseClass === null)).toBe(
        true,
      );
      expect(await loadProgrammePlanItems(tx)).toHaveLength(13);
    });
  });
});
