import { expect, it } from 'vitest';
import { cellChanges } from './cell-changes.ts';
import { isSameTable } from './same-table.ts';
import type { PopulationTable, TableCounts } from './series.ts';

const counts: TableCounts = {
  ages: ['0-4', '5+'],
  male: [3, 4],
  female: [5, 6],
  both: null,
  unknownAge: null,
  total: 18,
  totalMale: null,
  totalFemale: null,
  households: null,
};
const table = (change: Partial<TableCounts> = {}, place: Partial<PopulationTable> = {}): PopulationTable => ({
  seriesKey: 's',
  areaKey: '',
  areaName: '塩尻市',
  date: '2020-10-01',
  counts: { ...counts, ...change },
  ...place,
});

it('変わる欄だけを言う', () => {
  expect(cellChanges(counts, { ...counts, male: [7, 4], total: 22, households: 9 })).toEqual([
    { what: 'male', age: '0-4', before: 3, after: 7 },
    { what: 'total', age: null, before: 18, after: 22 },
    { what: 'households', age: null, before: null, after: 9 },
  ]);
  expect(cellChanges(counts, counts)).toEqual([]);
});

it.each<[string, PopulationTable, boolean]>([
  ['男女の総数が書いてあるだけ', table({ totalMale: 7, totalFemale: 11 }), true],
  ['不詳が0人と書いてあるだけ', table({ unknownAge: { male: 0, female: 0 } }), true],
  ['全域の呼び名', table({}, { areaName: '全域' }), true],
  ['合わない総数', table({ totalMale: 8 }), false],
  ['不詳が一人', table({ unknownAge: { male: 1, female: 0 }, total: 19 }), false],
  ['世帯数が加わる', table({ households: 3 }), false],
])('同じ表か: %s', (_, other, isSame) => {
  expect(isSameTable(table(), other)).toBe(isSame);
});
