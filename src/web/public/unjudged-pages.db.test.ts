import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CountingDatabase, countingDatabase } from '../../../test/factories/counting-database.ts';
import { testDatabase } from '../../../test/factories/database.ts';
import { openTowns } from '../../../test/factories/public-towns.ts';
import { someIndicator, someTown, someValue } from '../../../test/factories/town.ts';
import { testConfig, testDeps } from '../../../test/factories/web.ts';
import { readPublicJudgements } from '../../app/judgement/read-judgements.ts';
import { importTown } from '../../app/town/import-town.ts';
import { operator } from '../../cli/operator.ts';
import type { Database } from '../../db/connection.ts';
import { withMaintenance } from '../../db/maintenance.ts';
import { findNewestYearWithFigures } from '../../db/read-indicator.ts';
import { withPublic } from '../../db/tenant.ts';
import type { MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { yearsWithFigures } from './changes-of-year.ts';
import { publicRoutes } from './routes.tsx';

/** Publishes no judgement. */
const unjudged = '332143' as MunicipalityCode;
const judged = '202151' as MunicipalityCode;
const rich = '153079' as MunicipalityCode;

let under: Database;
let counting: CountingDatabase;
let app: Hono;
beforeAll(async () => {
  under = await testDatabase();
  await openTowns(under);
  counting = countingDatabase(under);
  app = publicRoutes(testDeps(counting.db, { config: testConfig({ RASHIN_PAGE_CACHE_MB: '0' }) }));
});
afterAll(() => under.close());

describe('判定を公開していない町のページ', () => {
  it.each([
    ['計画', '/plans/tonari', '/plans/dai6ji', 7],
    ['指標', '/indicators/happiness', '/indicators/happiness', 4],
  ])('%sは、判定のために読むものを読まない', async (_, path, judgedPath, spared) => {
    const ask = (address: string) =>
      counting.count(async () => expect((await app.request(address)).status).toBe(200));
    const [own, other] = [await ask(`/m/${unjudged}${path}`), await ask(`/m/${judged}${judgedPath}`)];
    expect(other - own).toBe(spared);
  });
});

describe('値のある、いちばん新しい年度', () => {
  const indicator = (
    indicatorKey: string,
    values: readonly ReturnType<typeof someValue>[],
    computed: ReturnType<typeof someIndicator>['computed'] = null,
  ) => ({
    indicator: someIndicator({ indicatorKey, name: indicatorKey, computed }),
    referenceSeries: [{ series: 'projection', name: '推計', note: '' }],
    baseline: null,
    targets: [],
    values,
  });
  const load = async (indicators: readonly ReturnType<typeof indicator>[], publish: boolean) => {
    const given = publish
      ? someTown(rich, { indicators })
      : { ...someTown(rich, { indicators }), municipality: null, units: [], areas: [], plans: [] };
    const done = await importTown(operator(under, rich, new Date('2026-11-20T00:00:00Z')), given, {
      dryRun: false,
      publish,
    });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };
  const newest = () =>
    withPublic(under, { municipality: rich }, async (tx) => [
      await findNewestYearWithFigures(tx),
      yearsWithFigures(await readPublicJudgements(tx, '2026-11-21'))[0] ?? null,
    ]);

  it('全体の公開された実績の、数か言葉のある年度。判定のある町が読むものと同じ', async () => {
    await load(
      [
        indicator('a', [
          someValue({ fiscalYear: 2020 }),
          someValue({ fiscalYear: 2021, value: null, missing: 'not-surveyed' }),
          someValue({ fiscalYear: 2022, breakdown: 'age:20s' }),
          someValue({ fiscalYear: 2023, series: 'projection' }),
        ]),
        indicator('b', [someValue({ fiscalYear: 2020 })]),
        indicator('c', [], { operation: 'sum', operands: ['a', 'b'], factor: '1' }),
      ],
      true,
    );
    await load([indicator('private', [someValue({ fiscalYear: 2024 })])], false);
    expect(await newest()).toEqual([2020, 2020]);
    // What stood there before it was computed is not read.
    await withMaintenance(under, { readOnly: false }, (tx) =>
      tx.query(`INSERT INTO indicator_value (municipality, indicator_key, series, fiscal_year, breakdown, stage, value, status, note)
        VALUES ('${rich}', 'c', 'actual', 2025, '', 'published', 1, 'final', '')`),
    );
    expect(await newest()).toEqual([2020, 2020]);
  });

  it('値がなければ、ない', async () => {
    expect(
      await withPublic(under, { municipality: '202096' as MunicipalityCode }, findNewestYearWithFigures),
    ).toBeNull();
  });
});
