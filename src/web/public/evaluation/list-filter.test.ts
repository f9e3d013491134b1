import { describe, expect, it } from 'vitest';
import { publishedRound, publishedSheet, yearOf } from '../../../../test/factories/published-sheets.ts';
import { filterList, noneInAddress, readListFilter } from './list-filter.ts';

const round = publishedRound();
const reduce = { key: 'reduce', label: '縮小', common: 'reduce' } as const;
const sheets = [
  publishedSheet('a', { name: '道路の維持', unitName: '建設課', figures: yearOf(300) }),
  publishedSheet('b', {
    name: '保育所の運営',
    unitName: '子ども課',
    figures: yearOf(900),
    direction: reduce,
  }),
  publishedSheet('c', { name: '道路の新設', unitName: '建設課', figures: yearOf(null), direction: reduce }),
  publishedSheet('d', { name: 'ＳＮＳ発信', unitName: '', figures: yearOf(500) }),
];
const ask = (query: Readonly<Record<string, string>>) =>
  filterList(sheets, round, 2024, readListFilter(new Map(Object.entries(query))));
const keys = (query: Readonly<Record<string, string>>) =>
  ask(query).matching.map(({ subjectKey }) => subjectKey);

describe('事業の一覧をしぼりこむ', () => {
  it.each([
    [{}, 'abcd'],
    [{ q: '道路' }, 'ac'],
    [{ q: 'sns' }, 'd'],
    [{ q: '道路　建設課' }, 'ac'],
    [{ direction: 'reduce' }, 'bc'],
    [{ direction: 'reduce', unit: '建設課' }, 'c'],
    [{ unit: noneInAddress }, 'd'],
    [{ sort: 'cost' }, 'bdac'],
    [{ sort: 'cost-up' }, 'adbc'],
    [{ sort: 'nonsense' }, 'abcd'],
    [{ direction: 'nonsense' }, ''],
  ])('%o', (query, expected) => expect(keys(query).join('')).toBe(expected));

  it('ほかの条件を残したまま、選び直したときの数を示す', () => {
    const { counts } = ask({ direction: 'reduce', unit: '建設課' });
    expect([...(counts.get('direction') ?? [])]).toEqual([
      ['keep', 1],
      ['reduce', 1],
    ]);
    expect([...(counts.get('unit') ?? [])]).toEqual([
      ['子ども課', 1],
      ['建設課', 1],
    ]);
  });
});
