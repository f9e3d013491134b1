import { describe, expect, it } from 'vitest';
import { broadAgesOf } from '../../src/domain/population/broad-ages.ts';
import { figureInYear } from '../../src/domain/population/figure-in-year.ts';
import { inFiveYears } from '../../src/domain/population/five-year-ages.ts';
import { populationOf } from '../../src/domain/population/population-of.ts';
import type { SeriesWithTables, TableCounts } from '../../src/domain/population/series.ts';
import { totalsOfSeries } from '../../src/domain/population/totals-of-series.ts';
import { seriesOf } from './shiojiri-series.ts';

const counts = (given: Partial<TableCounts>): TableCounts => ({
  ages: [],
  male: null,
  female: null,
  both: null,
  unknownAge: null,
  total: 0,
  totalMale: null,
  totalFemale: null,
  households: null,
  ...given,
});
const series = (tables: readonly (readonly [string, number, string?])[]): SeriesWithTables => ({
  series: seriesOf('s', 'register'),
  tables: tables.map(([date, total, areaKey = '']) => ({
    seriesKey: 's',
    areaKey,
    areaName: areaKey,
    date,
    counts: counts({ total }),
  })),
});

describe('総人口の系列', () => {
  it('暦年の順に並び、ほかの区域は入らない', () => {
    const given = series([
      ['2020-10-01', 30],
      ['2015-10-01', 10],
      ['2015-10-01', 4, '北'],
      ['2020-10-01', 6, '北'],
    ]);
    expect(totalsOfSeries(given)).toEqual({ years: [2015, 2020], values: [10, 30] });
    expect(totalsOfSeries(given, '北')).toEqual({ years: [2015, 2020], values: [4, 6] });
  });

  it('一年に二つの日があれば、10月1日に近い方', () => {
    const given = series([
      ['2023-01-01', 1],
      ['2023-09-30', 2],
      ['2023-04-01', 3],
    ]);
    expect(totalsOfSeries(given)).toEqual({ years: [2023], values: [2] });
  });
});

describe('その年の人口', () => {
  const totals = { years: [2020, 2030, 2035], values: [67_241, 64_684, 63_146] };
  it.each([
    ['表のある年', 2030, { value: 64_684, between: null }],
    ['あいだの年は、隣の二つの年から', 2032, { value: 64_068.8, between: [2030, 2035] }],
    ['系列より前', 2019, null],
    ['系列より後', 2036, null],
  ])('%s', (_, year, expected) => {
    expect(figureInYear(totals, year, 'linear')).toEqual(expected);
  });
});

describe('男女・年齢別人口', () => {
  const ages = ['0-4', '5-9', '10+'];
  it('年齢不詳は男女ごとに按分する', () => {
    const given = counts({ ages, male: [1, 2, 1], female: [2, 2, 4], unknownAge: { male: 4, female: 0 } });
    expect(populationOf(given)?.population).toEqual({ male: [2, 4, 2], female: [2, 2, 4] });
  });

  it.each([
    ['男女が分からない', counts({ ages, both: [1, 2, 3] })],
    ['三区分だけ', counts({ ages: ['0-14', '15-64', '65+'], male: [1, 2, 3], female: [1, 2, 3] })],
    ['総数だけ', counts({ total: 9 })],
    ['数が足りない', counts({ ages, male: [1, 2], female: [1, 2, 3] })],
  ])('%s表からは出さない', (_, given) => {
    expect(populationOf(given)).toBeNull();
  });
});

describe('年齢三区分', () => {
  const fine = [...Array.from({ length: 15 }, (_, group) => `${group * 5}-${group * 5 + 4}`), '75+'];
  const ones = fine.map(() => 1);
  it.each([
    [
      '5歳階級から',
      counts({ ages: fine, male: ones, female: ones }),
      { children: 6, workingAge: 20, aged: 6, agedFrom75: 2 },
    ],
    [
      '三区分の表から（75歳以上は分からない）',
      counts({ ages: ['0-14', '15-64', '65+'], both: [10, 60, 30] }),
      { children: 10, workingAge: 60, aged: 30, agedFrom75: null },
    ],
    [
      '男女を合わせた表の年齢不詳も按分する',
      counts({ ages: ['0-14', '15-64', '65+'], both: [10, 60, 30], unknownAge: { male: 6, female: 4 } }),
      { children: 11, workingAge: 66, aged: 33, agedFrom75: null },
    ],
    ['区切りの合わない年齢からは出さない', counts({ ages: ['0-17', '18-64', '65+'], both: [1, 2, 3] }), null],
    ['総数だけの表からは出さない', counts({ total: 100 }), null],
  ])('%s', (_, given, expected) => {
    const found = broadAgesOf(given);
    if (expected === null || found === null) expect(found).toEqual(expected);
    else
      for (const [field, value] of Object.entries(expected))
        if (value === null) expect(found[field as keyof typeof expected]).toBeNull();
        else expect(found[field as keyof typeof expected]).toBeCloseTo(value, 9);
  });
});

describe('年齢階級をそろえる', () => {
  const aged = (ages: readonly string[]) => {
    const found = populationOf(counts({ ages, male: ages.map(() => 1), female: ages.map(() => 2) }));
    if (found === null) throw new Error('ages');
    return found;
  };
  const fives = (open: number) => [
    ...Array.from({ length: open / 5 }, (_, group) => `${group * 5}-${group * 5 + 4}`),
    `${open}+`,
  ];
  const singles = (open: number) => [...Array.from({ length: open }, (_, age) => String(age)), `${open}+`];

  it('開いた階級の低い方に合わせ、人数は変わらない', () => {
    const found = inFiveYears([aged(fives(85)), aged(fives(100)), aged(singles(103))]);
    expect(found?.ages.groups.map(({ label }) => label)).toEqual(fives(85));
    expect(found?.populations.map(({ male }) => male.at(-1))).toEqual([1, 4, 19]);
    expect(found?.populations.map(({ female }) => female.reduce((a, b) => a + b))).toEqual([36, 42, 208]);
  });

  it.each([
    ['開いた階級が低すぎる', fives(65)],
    ['10歳階級', ['0-9', '10-19', '20-29', '30+']],
  ])('%s表はそろえられない', (_, ages) => {
    expect(inFiveYears([aged(ages)])).toBeNull();
  });
});
