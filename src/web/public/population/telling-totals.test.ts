import { describe, expect, it } from 'vitest';
import type { TownTotal } from '../../../db/read-population-totals.ts';
import type { SeriesKind } from '../../../domain/population/series.ts';
import { tellingTotals } from './telling-totals.ts';

const total = (seriesKey: string, kind: SeriesKind, year: number, publishedOn = ''): TownTotal => ({
  seriesKey,
  kind,
  name: seriesKey,
  publishedOn,
  date: `${year}-10-01`,
  total: 1000,
});
const named = (each: TownTotal | null): string | null =>
  each === null ? null : `${each.seriesKey} ${each.date.slice(0, 4)}`;

const h30 = [2020, 2045].map((year) => total('h30', 'projection', year, '2018-03-30'));
const r5 = [2025, 2050].map((year) => total('r5', 'projection', year, '2023-12-22'));
const census = [2015, 2020].map((year) => total('census', 'census', year));

describe('ホームで言う人口', () => {
  it.each<[string, readonly TownTotal[], string | null, string | null]>([
    [
      'いちばん新しい国勢調査と、新しく公表された推計の終わりの年',
      [...census, ...h30, ...r5],
      'census 2020',
      'r5 2050',
    ],
    [
      '国勢調査があれば、より新しい住民基本台帳より先に',
      [total('register', 'register', 2024), ...census],
      'census 2020',
      null,
    ],
    ['国勢調査がなければ住民基本台帳', [total('register', 'register', 2024)], 'register 2024', null],
    [
      '町の推計しかなければそれ',
      [...census, total('own', 'own-projection', 2032)],
      'census 2020',
      'own 2032',
    ],
    ['実績より前に終わる推計は言わない', [...census, total('old', 'projection', 2010)], 'census 2020', null],
    ['何もない', [], null, null],
  ])('%s', (_, totals, counted, projected) => {
    const byDay = totals.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const told = tellingTotals(byDay);
    expect([named(told.counted), named(told.projected)]).toEqual([counted, projected]);
  });
});
