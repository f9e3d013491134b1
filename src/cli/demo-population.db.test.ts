import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import type { Acting } from '../app/acting.ts';
import { importTown } from '../app/town/import-town.ts';
import type { Database } from '../db/connection.ts';
import { loadIndicators } from '../db/read-indicator.ts';
import { loadScenarios, loadSeries } from '../db/read-population.ts';
import { loadEntries, loadPublications } from '../db/read-publication.ts';
import { withPublic, withTenant } from '../db/tenant.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { figureInYear } from '../domain/population/figure-in-year.ts';
import { totalsOfSeries } from '../domain/population/totals-of-series.ts';
import { installationFolder } from '../installation.ts';
import { loadDemoPopulation } from './demo-population.ts';
import { operator } from './operator.ts';
import { givenTown, readTownFiles } from './town-files.ts';

const towns = [
  ['shiojiri', '202151', [57_417, 67_135, 67_241], [66_297, 57_549], [67_241, 57_415], 6],
  ['seiro', '153079', [12_232, 14_040, 14_259], [14_044, 13_023], [14_259, 12_480], 3],
  ['takanezawa', '093866', [22_765, 29_639, 29_229], [28_754, 22_896], [29_229, 22_545], 3],
  ['maniwa', '332143', [60_586, 46_124, 42_725], [43_302, 30_257], [42_725, 24_564], 3],
] as const;

describeEachDatabase('見本の人口', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  const load = async (folder: string, code: string): Promise<Acting> => {
    const acting = operator(db, code as MunicipalityCode, new Date('2026-11-21T03:00:00Z'), 'demo');
    const path = join(installationFolder, 'demo', folder);
    const file = readTownFiles([path]);
    if (!file.ok) throw new Error(JSON.stringify(file.error));
    const imported = await importTown(acting, givenTown(file.value), { dryRun: false, publish: true });
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    expect(await loadDemoPopulation(acting, path)).toEqual({ ok: true, value: null });
    return acting;
  };
  const publicSeries = (acting: Acting) => withPublic(db, acting.as, (tx) => loadSeries(tx));

  it.each(towns)(
    '%s: 国勢調査と社人研の二つの推計が、資料の総数で公開される',
    async (folder, code, census, h30, r5, count) => {
      const series = await publicSeries(await load(folder, code));
      expect(series).toHaveLength(count);
      const total = (seriesKey: string, year: number): number | undefined => {
        const found = series.find((each) => each.series.seriesKey === seriesKey);
        if (found === undefined) throw new Error(`${seriesKey} is not public`);
        const { years, values } = totalsOfSeries(found);
        return values[years.indexOf(year)];
      };
      expect([1980, 2015, 2020].map((year) => total('census', year))).toEqual(census);
      expect([2020, 2045].map((year) => total('ipss-h30', year))).toEqual(h30);
      expect([2020, 2050].map((year) => total('ipss-r5', year))).toEqual(r5);
      for (const { series: one } of series)
        expect([one.name, one.publisher, one.source, one.terms].every((text) => text !== '')).toBe(true);
      expect(
        await withPublic(db, { municipality: code as MunicipalityCode }, (tx) =>
          loadPublications(tx, 'population-scenario'),
        ),
      ).toHaveLength(folder === 'shiojiri' ? 1 : 0);
    },
  );

  it('塩尻市の2032年は、資料ごとに62,841・63,200・64,069・65,000', async () => {
    const acting = operator(db, '202151' as MunicipalityCode, new Date('2026-11-21T03:00:00Z'), 'demo');
    const series = await publicSeries(acting);
    const figures = ['ipss-h30', 'own-baseline', 'ipss-r5', 'own-target'].map((key) => {
      const found = series.find((each) => each.series.seriesKey === key);
      if (found === undefined) throw new Error(`${key} is not public`);
      return figureInYear(totalsOfSeries(found), 2032, 'linear');
    });
    expect(figures.map((figure) => Math.round(figure?.value ?? 0))).toEqual([62_841, 63_200, 64_069, 65_000]);
  });

  it('塩尻市のシナリオは一つだけ公開され、2032年に65,000人に届き、指標の値は変わらない', async () => {
    const acting = operator(db, '202151' as MunicipalityCode, new Date('2026-11-21T03:00:00Z'), 'demo');
    await withTenant(db, acting.as, async (tx) => {
      const scenarios = await loadScenarios(tx);
      expect(scenarios.map(({ scenarioKey, publishedEdition }) => [scenarioKey, publishedEdition])).toEqual([
        ['reach-65000', 1],
        ['recent-change', null],
      ]);
      const [published] = await loadPublications(tx, 'population-scenario');
      if (published === undefined) throw new Error('nothing is published');
      const { aim, annual } = published.content.result;
      expect(aim?.total).toBeGreaterThanOrEqual(65_000);
      expect(aim?.total).toBeLessThan(65_100);
      expect(annual.years.at(-1)).toBe(2045);
      expect(await loadEntries(tx, published)).toHaveLength(7);
      const [population] = await loadIndicators(tx, ['population']);
      expect(population?.indicator.path).toEqual({ shape: 'linear', points: [], surveyYears: [] });
      expect(population?.targets).toMatchObject([{ fiscalYear: 2032, value: '65000' }]);
    });
  });
});
