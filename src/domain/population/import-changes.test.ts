import { expect, it } from 'vitest';
import { importChanges, withImported } from './import-changes.ts';
import type { TableCounts } from './series.ts';

const counts = (total: number): TableCounts => ({
  ages: [],
  male: null,
  female: null,
  both: null,
  unknownAge: null,
  total,
  totalMale: null,
  totalFemale: null,
  households: null,
});
const table = (areaKey: string, date: string, total: number) => ({
  areaKey,
  areaName: areaKey === '' ? '塩尻市' : areaKey,
  date,
  counts: counts(total),
});

it('新しい表、変わる表、同じ表を分け、ファイルにない日と地区は残す', () => {
  const stored = [table('', '2015-10-01', 10), table('', '2020-10-01', 20), table('北', '2020-10-01', 5)];
  const given = [table('', '2020-10-01', 21), table('北', '2020-10-01', 5), table('南', '2020-10-01', 16)];
  expect(
    importChanges(stored, given).map(({ kind, before }) => [kind, before?.counts.total ?? null]),
  ).toEqual([
    ['changed', 20],
    ['same', 5],
    ['new', null],
  ]);
  expect(
    withImported(stored, given)
      .map(({ areaKey, date, counts: { total } }) => `${date}${areaKey} ${total}`)
      .toSorted(),
  ).toEqual(['2015-10-01 10', '2020-10-01 21', '2020-10-01北 5', '2020-10-01南 16']);
});
