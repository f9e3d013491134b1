import { describe, expect, it } from 'vitest';
import { lifeTable } from '../../src/domain/demography/life-table.ts';
import { sumOf } from '../../src/domain/demography/population.ts';
import { birthRateNow } from '../../src/domain/population/birth-rate-now.ts';
import { leverRanges } from '../../src/domain/population/lever-ranges.data.ts';
import { leverRangesFor } from '../../src/domain/population/lever-ranges-for.ts';
import { nationalLife } from '../../src/domain/population/national-life.ts';
import { nationalPopulation } from '../../src/domain/population/national-population.data.ts';
import { nationalSurvival } from '../../src/domain/population/national-survival.ts';
import { agesUpTo } from '../demography/five-year-ages.ts';
import { hasReference, referenceText, where } from '../demography/reference-folder.ts';

it.skipIf(!hasReference)(`全国の人口は、もとの表と同じ${where}`, () => {
  const rows = referenceText('data', 'japan_national_ipss_h29_5yr.csv').trimEnd().split('\n').slice(1);
  const own = nationalPopulation.flatMap(({ year, population }) =>
    (['male', 'female'] as const).flatMap((sex) =>
      population[sex].map((count) => `${year},${sex === 'male' ? '男性' : '女性'},${count}`),
    ),
  );
  const published = rows.map((row) => {
    const [year, sex, , value] = row.split(',');
    return `${year},${sex},${Math.round(Number(value))}`;
  });
  expect(own).toEqual(published);
});

describe('全国の生残率', () => {
  it('30歳未満は上限まで、どれも0より大きく1より小さい', () => {
    for (const groups of [18, 19, 21])
      for (const year of [2000, 2015, 2040, 2060, 2090])
        for (const rates of Object.values(nationalSurvival(year, groups))) {
          expect(rates).toHaveLength(groups - 1);
          for (const [move, rate] of rates.entries()) {
            expect(rate).toBeGreaterThan(0);
            expect(rate).toBeLessThanOrEqual(move === 5 ? 0.9985 : 0.9992);
          }
        }
  });

  it('国の推計より前は最初、後は最後の期間のもの', () => {
    expect(nationalSurvival(1990, 19)).toEqual(nationalSurvival(2015, 19));
    expect(nationalSurvival(2100, 19)).toEqual(nationalSurvival(2060, 19));
    expect(nationalSurvival(2035, 19)).not.toEqual(nationalSurvival(2030, 19));
  });
});

it.each([
  // 厚生労働省 第22回生命表（平成27年）
  ['male', 80.75],
  ['female', 86.99],
] as const)('全国の平均寿命（%s）は公表値 %f年から1年以内', (sex, published) => {
  const years = lifeTable(nationalLife[sex]).lifeExpectancyYears;
  expect(Math.abs(years - published)).toBeLessThan(1);
});

describe('いまの出生率', () => {
  const fold = (counts: readonly number[]): readonly number[] => [
    ...counts.slice(0, 18),
    sumOf(counts.slice(18)),
  ];
  const [national] = nationalPopulation;
  if (national === undefined) throw new Error('no national population');
  const base = { male: fold(national.population.male), female: fold(national.population.female) };
  const ages = agesUpTo(90);

  it('書かれていれば、その値', () => {
    const given = { birthRateNow: { value: 1.61, source: '' } };
    expect(birthRateNow(given, { base, ages })).toEqual({ value: 1.61, isEstimated: false });
  });

  it('見積もりは、全国では2011～2015年の公表値（1.39～1.45）に収まる', () => {
    const { value, isEstimated } = birthRateNow({ birthRateNow: null }, { base, ages });
    expect(isEstimated).toBe(true);
    expect(value).toBeGreaterThan(1.39);
    expect(value).toBeLessThan(1.45);
  });
});

it.each([500, 3_000, 14_000, 67_000, 240_000, 3_700_000])(
  '人口%i人の町の範囲: 0を通る目盛りで、町の大きさに合う',
  (total) => {
    const ranges = leverRangesFor(total);
    for (const kind of ['families-per-year', 'young-adults-per-year'] as const) {
      const { least, most, step } = ranges[kind];
      expect(least).toBeLessThan(0);
      expect(Math.abs(least) % step).toBe(0);
      expect(most % step).toBe(0);
      expect(most).toBeGreaterThanOrEqual(total / 100);
      expect(most).toBeLessThanOrEqual(Math.max(10, total / 20));
    }
    expect(ranges['birth-rate']).toEqual(leverRanges['birth-rate']);
  },
);
