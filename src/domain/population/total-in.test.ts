import { expect, it } from 'vitest';
import { totalIn, yearSpokenOf } from './total-in.ts';

const annual = { years: [2015, 2016, 2017], total: [100, 99.5, 0] };

it.each([
  [2015, 100],
  [2016, 99.5],
  [2017, 0],
  [2014, null],
  [2018, null],
])('%d年の総数は %s', (year, total) => {
  expect(totalIn(annual, year)).toBe(total);
});

it.each([
  ['目標がなければ最後の年', null, 2045],
  ['目標の年', 2032, 2032],
  ['目標が最後の年', 2045, 2045],
  ['目標が推計より後なら最後の年', 2050, 2045],
  ['目標が基準年より前なら最後の年', 2010, 2045],
])('%s', (_, year, spoken) => {
  const aim = year === null ? null : { year, total: 65_000, source: '' };
  expect(yearSpokenOf(aim, [2015, 2020, 2025, 2045])).toBe(spoken);
});
