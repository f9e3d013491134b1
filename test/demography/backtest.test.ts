import { describe, expect, it } from 'vitest';
import { cell } from '../../src/domain/demography/population.ts';
import { cohortChangeErrors } from '../../src/domain/demography/simulate/forecast-errors.data.ts';
import { robustSd } from '../../src/domain/demography/simulate/forecast-errors.ts';
import { quantileSorted } from '../../src/domain/demography/simulate/quantile.ts';
import { readTowns } from './all-towns.ts';
import { coverageOf, errorsKnownBefore, forecastsOfThePast, overall } from './backtest.ts';
import { hasReference, referenceJson, where } from './reference-folder.ts';

describe.skipIf(!hasReference)(`過去の推計による検証${where}`, () => {
  const towns = hasReference ? readTowns() : [];
  const past = forecastsOfThePast(towns);

  it('80%の幅は、2015年の国勢調査の75～85%を、規模ごとにも全体でも含む（2010年までの誤差だけで較正）', () => {
    const classes = coverageOf(towns, errorsKnownBefore(past, 2015), 2015, 5, 400);
    for (const { share } of [...classes, overall(classes)]) {
      expect(share).toBeGreaterThanOrEqual(0.75);
      expect(share).toBeLessThanOrEqual(0.85);
    }
    expect(overall(classes).towns).toBeGreaterThan(1700);
  }, 120_000);

  it('製品の誤差の表は、測り直した値と同じ（2005・2010・2015年の国勢調査に対して）', () => {
    for (const [at, { sd }] of cohortChangeErrors.classes.entries())
      for (const [place, horizon] of cohortChangeErrors.horizonYears.entries()) {
        const errors = past
          .filter(
            (one) => one.sizeClass === at && one.horizonYears === horizon && one.baseYear + horizon >= 2005,
          )
          .map(({ error }) => error);
        expect(robustSd(errors)).toBeCloseTo(cell(sd, place), 4);
      }
  });

  it('測った誤差は、別に測られた誤差（1990～2010年を基準とするもの）と近い', () => {
    const reference = referenceJson<Record<string, { n: number; quantiles_05_10_25_50_75_90_95: number[] }>>(
      'reference',
      'demography',
      'empirical_forecast_errors.json',
    );
    const bounds = [0, 5000, 10000, 30000, 100000, 300000, 1000000000];
    for (let at = 0; at < 6; at += 1) {
      const known = reference[`HP1_h5_${bounds[at]}_${bounds[at + 1]}`];
      if (known === undefined) throw new Error('no such class');
      const errors = past.filter(
        (one) => one.sizeClass === at && one.horizonYears === 5 && one.baseYear >= 1990,
      );
      expect(errors).toHaveLength(known.n);
      const sorted = Float64Array.from(errors.map(({ error }) => error)).sort();
      const [, ten = 0, , , , ninety = 0] = known.quantiles_05_10_25_50_75_90_95;
      expect(Math.abs(quantileSorted(sorted, 0.1) - ten)).toBeLessThan(0.002);
      expect(Math.abs(quantileSorted(sorted, 0.9) - ninety)).toBeLessThan(0.002);
    }
  });
});
