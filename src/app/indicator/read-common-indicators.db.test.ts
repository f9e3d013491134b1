import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import type { Database } from '../../db/connection.ts';
import { loadAcrossTowns } from '../../db/read-common-indicators.ts';
import { listMunicipalities } from '../../db/read-town.ts';
import { withDirectory, withPublic } from '../../db/tenant.ts';
import { parseMunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { readCommonIndicators, readCommonKeys } from './read-common-indicators.ts';

describeEachDatabase('共通の指標', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await openTowns(db);
  });

  it('公開している団体の、公開した指標だけを数える', async () => {
    expect(await readCommonKeys(db)).toEqual([
      { commonKey: 'happiness', name: expect.stringContaining('幸福度'), towns: 2 },
    ]);
  });

  it('公開した値だけがあり、公開していない団体と指標はない', async () => {
    const all = await readCommonIndicators(db, 'happiness');
    expect(
      all?.map(({ town, read }) => [
        town.name,
        read.indicator.indicatorKey,
        read.values.map(({ value }) => value),
      ]),
    ).toEqual([
      ['塩尻市', 'happiness', ['6.77']],
      ['真庭市', 'happiness', ['6.77']],
    ]);
    const towns = await withDirectory(db, listMunicipalities);
    expect(all?.length).toBe(towns.length);
  });

  it('だれも持たないキーは、ない', async () => {
    expect(await readCommonIndicators(db, 'nobody')).toBeNull();
  });

  it('一つの団体を読むときは、ほかの団体の指標は見えない', async () => {
    const code = parseMunicipalityCode('202151');
    if (!code.ok) throw new Error(code.error.code);
    const seen = await withPublic(db, { municipality: code.value }, (tx) =>
      loadAcrossTowns(tx.q, { commonKey: 'happiness' }),
    );
    expect(seen.map(({ municipality }) => municipality)).toEqual(['202151']);
  });

  it('公開していない団体を読むときは、何も見えない', async () => {
    const code = parseMunicipalityCode('202096');
    if (!code.ok) throw new Error(code.error.code);
    expect(
      await withPublic(db, { municipality: code.value }, (tx) =>
        loadAcrossTowns(tx.q, { commonKey: 'happiness' }),
      ),
    ).toEqual([]);
  });
});
