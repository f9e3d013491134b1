import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/cli/population-districts.ts';
import { benchmarkTo, sumOfAreas } from '../../src/domain/demography/districts/benchmark.ts';
import { measureChange, stepAsMeasured } from '../../src/domain/demography/districts/cohort-change.ts';
import { fitMargins } from '../../src/domain/demography/districts/fit-margins.ts';
import { roundToSum } from '../../src/domain/demography/districts/largest-remainder.ts';
import { shrinkToParent } from '../../src/domain/demography/districts/shrink.ts';
import { installationFolder } from '../../src/installation.ts';
import { callOn, callWith } from './call-population.ts';
import { agesUpTo } from './five-year-ages.ts';
import { expectNear } from './near.ts';
import { hasReference, referenceJson, where } from './reference-folder.ts';

interface Ipf {
  readonly ipf: {
    readonly seed: readonly (readonly number[])[];
    readonly rows: readonly number[];
    readonly cols: readonly number[];
    readonly fit: readonly (readonly number[])[];
  };
}

describe.skipIf(!hasReference)(`比例反復法${where}`, () => {
  it('照合値と合う', () => {
    const { ipf } = referenceJson<Ipf>('reference', 'demography', 'forecast_ipf_sprague.json');
    const fit = fitMargins(ipf.seed, ipf.rows, ipf.cols);
    expectNear(fit.flat(), ipf.fit.flat());
  });
});

it('最大剰余法', () => {
  expect(roundToSum([10.4, 3.4, 7.4, 2.8, 6.0])).toEqual([11, 3, 7, 3, 6]);
  expect(roundToSum([0.5, 0.5, 0.5, 0.5])).toEqual([1, 1, 0, 0]);
});

describe('上位地域への合わせ込み', () => {
  const area = (male: readonly number[], female: readonly number[]) => ({ male, female });
  const areas = [area([10, 0], [20, 5]), area([30, 0], [20, 15])];

  it('男女・年齢ごとの合計が上位地域と同じになり、比は変わらない', () => {
    const fitted = benchmarkTo(areas, area([80, 0], [20, 40]), null);
    expect(fitted).toEqual([area([20, 0], [10, 10]), area([60, 0], [10, 30])]);
  });

  it('どの地区にもいない年齢は、等しく分ける', () => {
    const fitted = benchmarkTo(areas, area([40, 3], [40, 20]), null);
    expect(fitted.map(({ male }) => male)).toEqual([
      [10, 1.5],
      [30, 1.5],
    ]);
  });

  it('地区の総数も分かれば、両方に合わせる', () => {
    const fitted = benchmarkTo(areas, area([40, 0], [40, 20]), [60, 40]);
    expectNear(
      fitted.map(({ male, female }) => [...male, ...female].reduce((a, b) => a + b, 0)),
      [60, 40],
      1e-9,
    );
    expectNear(sumOfAreas(fitted).female, [40, 20], 1e-9);
  });
});

describe('小地域の縮約', () => {
  const ages = agesUpTo(50);
  const flat = (count: number) => ages.groups.map(() => count);
  const table = (count: number) => ({ male: flat(count), female: flat(count) });
  const parent = stepAsMeasured(measureChange(table(1000), table(900), ages), 2020);

  it.each([
    ['だれもいない地区は町の率', 0, 0, 0.9],
    ['κと同じ人数なら半分ずつ', 300, 150, (0.5 + 0.9) / 2],
    ['人が多ければ地区の率に近い', 29_700, 14_850, (29_700 * 0.5 + 300 * 0.9) / 30_000],
  ])('%s', (_, earlier, later, ratio) => {
    const shrunk = shrinkToParent(measureChange(table(earlier), table(later), ages), parent, 300);
    expectNear([shrunk.cohortChangeRatio.male[3] ?? 0], [ratio], 1e-12);
  });
});

const example = join(installationFolder, 'docs', 'examples', 'population-districts.json');
const file = JSON.parse(readFileSync(example, 'utf8'));

describe('bin/rashin population districts', () => {
  it('見本: 地区の合計は、どの年も男女・年齢ごとに町の推計と同じ整数になる', async () => {
    const { code, out, err } = await callOn(command, '--input', example);
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    for (const step of [1, 2, 3])
      for (const sex of ['male', 'female']) {
        const sums = file.town[sex][step].map((_: number, group: number) =>
          answer.districts.reduce(
            (sum: number, one: Record<string, number[][]>) => sum + (one[sex]?.[step]?.[group] ?? 0),
            0,
          ),
        );
        expect(sums).toEqual(file.town[sex][step]);
      }
    expect(answer.total.slice(1)).toEqual([66297, 65095, 63570]);
  });

  it('町の推計がなければ、地区の率だけで、書いた年まで', async () => {
    const { town: _, ...rest } = file;
    const { code, out } = await callWith(command, { ...rest, toYears: [2020, 2025], whole: false });
    expect(code).toBe(0);
    expect(JSON.parse(out).years).toEqual([2015, 2020, 2025]);
  });

  const [first, second, third] = file.districts;
  const nobody = { male: Array(19).fill(0), female: Array(19).fill(0) };
  it.each([
    [
      'だれもいない地区',
      { ...file, districts: [first, { ...second, base: nobody }, third] },
      'districts › 1 › base: 人が一人もいません',
    ],
    [
      '負の値',
      {
        ...file,
        districts: [{ ...first, earlier: { ...first.earlier, male: [-1, ...first.earlier.male.slice(1)] } }],
      },
      'districts › 0 › earlier › male › 0: 0-4の値が負の数',
    ],
    [
      '同じキー',
      { ...file, districts: [first, { ...second, key: first.key }] },
      'districts › 1 › key: 地区のキー「a」が二度',
    ],
    [
      '町の総数の数',
      { ...file, town: { ...file.town, total: [67135] } },
      'town › total: 数が1個あります。年に合わせて4個',
    ],
    [
      '町の総数が年齢の合計と合わない',
      { ...file, town: { ...file.town, total: file.town.male.map(() => 67135) } },
      'town › total › 1: 総数 67135 が、年齢の合計',
    ],
    ['年がない', { ...file, town: undefined }, 'toYears: 推計する年がありません'],
    [
      '町の年が合わない',
      { ...file, town: { ...file.town, years: [2015, 2020, 2025, 2031] } },
      'town › years › 3: 2031年では期間が合いません',
    ],
    [
      '町の年齢が足りない',
      { ...file, town: { ...file.town, male: [...file.town.male.slice(0, 3), [1, 2]] } },
      'town › male › 3: 数が2個',
    ],
    ['基準年が合わない', { ...file, earlierYear: 2005 }, 'baseYear › 0: 2015年では期間が合いません'],
    [
      '総数が一部だけ',
      { ...file, districts: [{ ...first, totals: [1, 1, 1] }, second, third] },
      'districts › 1: この地区だけ総数の見通し',
    ],
    [
      '総数の年が足りない',
      { ...file, districts: [first, second, third].map((one) => ({ ...one, totals: [9] })) },
      'districts › 0 › totals: 数が1個あります。年に合わせて3個',
    ],
  ])('%s: 場所と直し方を言い、何も計算しない', async (_, content, sentence) => {
    const { code, out, err } = await callWith(command, content);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence.replace('baseYear › 0', 'baseYear'));
    expect(err).not.toMatch(/undefined|NaN/);
  });

  it('町と合わない地区の合計は、断らずに注意する', async () => {
    const { code, err } = await callWith(command, { ...file, districts: [first, second] });
    expect(code).toBe(0);
    expect(err).toMatch(/基準年の地区の合計 \d+ が町の人口 67135 と違います/);
  });
});
