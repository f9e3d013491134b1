import { describe, expect, it } from 'vitest';
import { problemSentence } from '../../src/documents/problem-text/sentences.ts';
import { sexes, totalOf } from '../../src/domain/demography/population.ts';
import type { Projection } from '../../src/domain/demography/project/step.ts';
import { populationInYear } from '../../src/domain/population/population-in-year.ts';
import { districtsOfScenario, type TownProjection } from '../../src/domain/population/scenario-districts.ts';
import type { SeriesWithTables } from '../../src/domain/population/series.ts';
import { seriesOf } from './shiojiri-series.ts';

const ages = [...Array.from({ length: 18 }, (_, group) => `${group * 5}-${group * 5 + 4}`), '90+'];
const lower = [...ages.slice(0, 17), '85+'];
/** Fewer with every age, as everywhere. */
const people = (scale: number, groups = ages): readonly number[] =>
  groups.map((_, group) => Math.round(scale * (40 - 2 * group)));

interface Given {
  readonly areaKey: string;
  readonly date: string;
  readonly male: readonly number[];
  readonly female: readonly number[];
  readonly labels?: readonly string[];
}
const series = (given: readonly Given[]): SeriesWithTables => ({
  series: seriesOf('districts', 'register'),
  tables: given.map(({ areaKey, date, male, female, labels = ages }) => ({
    seriesKey: 'districts',
    areaKey,
    areaName: `${areaKey}地区`,
    date,
    counts: {
      ages: labels,
      male,
      female,
      both: null,
      unknownAge: null,
      total: totalOf({ male, female }),
      totalMale: null,
      totalFemale: null,
      households: null,
    },
  })),
});

const days = { earlierDate: '2015-10-01', baseDate: '2020-10-01' };
const both = (areaKey: string, scale: number, growth: number, labels = ages): readonly Given[] => [
  { areaKey, date: days.earlierDate, male: people(scale, labels), female: people(scale, labels), labels },
  {
    areaKey,
    date: days.baseDate,
    male: people(scale * growth, labels),
    female: people(scale * growth, labels),
    labels,
  },
];
const districts = series([...both('東', 3, 1.1), ...both('西', 2, 0.9), ...both('山', 0, 0)]);

const projection: Projection = {
  years: [2015, 2020, 2025, 2030],
  populations: [5.2, 5.1, 5, 4.8].map((scale) => ({ male: people(scale), female: people(scale) })),
};
const town: TownProjection = { ages, projection, interpolation: 'linear' };

describe('地区別の推計', () => {
  const found = districtsOfScenario(districts, days, town);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  const { years, districts: areas, emptyDistricts, baseSum, townAtBase } = found.value;

  it('地区の合計は、どの年・男女・年齢でも町の推計を四捨五入した値', () => {
    expect(years).toEqual([2020, 2025, 2030]);
    for (const [index, year] of years.entries()) {
      if (index === 0) continue;
      const whole = projection.populations[projection.years.indexOf(year)];
      for (const sex of sexes)
        for (const [group, count] of (whole?.[sex] ?? []).entries())
          expect(
            areas.reduce((sum, { populations }) => sum + (populations[index]?.[sex][group] ?? 0), 0),
          ).toBe(Math.round(count));
    }
  });

  it('伸びた地区は、縮んだ地区より多く残る', () => {
    const [east, west] = areas.map(({ populations }) => populations.map((population) => totalOf(population)));
    const share = (values: readonly number[] | undefined): number => (values?.[2] ?? 0) / (values?.[0] ?? 1);
    expect(share(east)).toBeGreaterThan(share(west));
  });

  it('誰もいない地区を名で言い、人を置かない', () => {
    expect(emptyDistricts).toEqual(['山地区']);
    expect(areas.find(({ areaKey }) => areaKey === '山')?.populations.map(totalOf)).toEqual([0, 0, 0]);
  });

  it('基準の年の地区の合計と、町の推計を並べて言う', () => {
    expect(baseSum).toBe(
      areas.reduce((sum, { populations: [base] }) => sum + totalOf(base ?? { male: [], female: [] }), 0),
    );
    expect(townAtBase).toBe(totalOf(projection.populations[1] ?? { male: [], female: [] }));
  });

  it('国勢調査でない年の地区別人口は、町をコーホートに沿って補間した年に合わせる', () => {
    const later = series(
      [...both('東', 3, 1.1), ...both('西', 2, 0.9)].map((one) => ({
        ...one,
        date: one.date === days.baseDate ? '2023-04-01' : '2018-04-01',
      })),
    );
    const other = districtsOfScenario(later, { earlierDate: '2018-04-01', baseDate: '2023-04-01' }, town);
    if (!other.ok) throw new Error(JSON.stringify(other.error));
    expect(other.value.years).toEqual([2023, 2028]);
    const whole = populationInYear(projection, 2028, 'linear');
    const sum = other.value.districts.reduce(
      (all, { populations }) => all + totalOf(populations[1] ?? { male: [], female: [] }),
      0,
    );
    expect(Math.abs(sum - totalOf(whole ?? { male: [], female: [] }))).toBeLessThanOrEqual(ages.length);
  });

  it('開いた階級が違えば、低い方にそろえる', () => {
    const other = districtsOfScenario(
      series([...both('東', 3, 1.1, lower), ...both('西', 2, 0.9, lower)]),
      days,
      town,
    );
    expect(other.ok && other.value.ages.groups.map(({ label }) => label)).toEqual(lower);
  });

  it.each([
    [
      '二つの日が5年離れていない',
      districts,
      { ...days, earlierDate: '2010-10-01' },
      town,
      'population-baseline-apart',
      ['districts'],
    ],
    ['地区の表がない', series([]), days, town, 'population-districts-none', ['districts']],
    [
      '片方の日にしかない地区',
      series([...both('東', 3, 1.1), ...both('西', 2, 0.9).slice(1)]),
      days,
      town,
      'population-district-no-table',
      ['districts', '西'],
    ],
    [
      '町の推計が足りない',
      districts,
      days,
      { ...town, projection: { years: [2015, 2020], populations: projection.populations.slice(0, 2) } },
      'population-districts-town-years',
      ['districts'],
    ],
    [
      '10歳階級',
      series(both('東', 3, 1.1, ['0-9', '10-19', '20-29', '30+'])),
      days,
      town,
      'population-districts-ages',
      ['districts'],
    ],
  ] as const)('%s: 名を言って断る', (_, given, when, whole, code, path) => {
    const refused = districtsOfScenario(given, when, whole);
    expect(refused.ok ? [] : refused.error).toMatchObject([{ code, path }]);
    for (const problem of refused.ok ? [] : refused.error) expect(problemSentence(problem)).not.toBe('');
  });
});
