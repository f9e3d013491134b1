import { expect, it } from 'vitest';
import { fundingDifference } from './check-programme.ts';
import { costOf, unitCostMeasure } from './cost.ts';
import { nothingKnown } from './import/overlay.ts';
import type { Measure, MeasureYear, ProgrammeYear } from './programme.ts';

const year = (change: Partial<ProgrammeYear>): ProgrammeYear => ({
  programmeKey: 'p',
  fiscalYear: 2024,
  unitKey: null,
  budgetCodes: [],
  budget: nothingKnown,
  settled: { totalThousandYen: 1000, funding: null },
  staffHours: null,
  personnelIncluded: 'unknown',
  note: '',
  source: null,
  ...change,
});
const rates = [{ fiscalYear: 2024, yenPerHour: 3001 }];
const done = (actual: string | null): MeasureYear => ({
  measureKey: 'm',
  fiscalYear: 2024,
  target: null,
  actual,
  actualText: null,
  missing: null,
});

it.each([
  // 150.5 h × 3,001 yen = 451,650.5 yen
  ['含まない', { personnelIncluded: 'no', staffHours: '150.5' }, 452, 1452],
  ['含む', { personnelIncluded: 'yes', staffHours: '150.5' }, 452, 1000],
  ['分からない', { personnelIncluded: 'unknown', staffHours: '150.5' }, 452, null],
  ['含まないのに時間がない', { personnelIncluded: 'no' }, null, null],
  ['単価のない年度', { personnelIncluded: 'no', staffHours: '10', fiscalYear: 2023 }, null, null],
  ['決算額がない', { personnelIncluded: 'yes', settled: nothingKnown }, null, null],
] as const)('人件費を%sとき', (_, change, personnel, total) => {
  const cost = costOf(year(change), rates, null);
  expect([cost.personnelThousandYen, cost.totalThousandYen]).toEqual([personnel, total]);
});

it.each([
  ['総事業費で割る', { personnelIncluded: 'yes' }, '3', 333_333, 'total'],
  ['総事業費が分からなければ決算額で割り、そう言う', {}, '3', 333_333, 'settled'],
  ['0では割らない', {}, '0', null, null],
  ['実績がなければ出さない', {}, null, null, null],
] as const)('単位当たりコスト: %s', (_, change, actual, yen, of) => {
  const cost = costOf(year(change), rates, done(actual));
  expect([cost.unitCostYen, cost.unitCostOf]).toEqual([yen, of]);
});

it('単位当たりコストは、割合でない初めの活動指標による', () => {
  const measure = (kind: Measure['kind'], unit: string): Measure => ({
    measureKey: unit,
    kind,
    name: '',
    unit,
    direction: 'none',
    indicatorKey: null,
  });
  const all = [measure('outcome', '人'), measure('output', '％'), measure('output', '回')];
  expect(unitCostMeasure(all)?.unit).toBe('回');
  expect(unitCostMeasure(all.slice(0, 2))).toBeNull();
});

it('財源の合計が総額よりいくら多いか', () => {
  const funding = { national: 30, prefecture: 0, bond: 0, other: 0, general: 100 };
  expect(fundingDifference({ totalThousandYen: 100, funding })).toBe(30);
  expect(fundingDifference({ totalThousandYen: 200, funding })).toBe(-70);
  expect(fundingDifference({ totalThousandYen: 200, funding: null })).toBeNull();
});
