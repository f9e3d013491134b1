import { describe, expect, it } from 'vitest';
import { blankItem } from '../../domain/plan/blank-item.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { buildTree } from '../../domain/plan/tree.ts';
import { applyFilter, pruneTree, readFilter } from './plan-filter.ts';

const item = (itemKey: string, rest: Partial<PlanItem>): PlanItem => ({
  ...blankItem(itemKey, 'x', itemKey),
  ...rest,
});

const items = [
  item('a', { title: '子育て', span: 'long' }),
  item('a1', {
    parentKey: 'a',
    title: 'ＤＸの推進',
    sdgGoals: [4, 9],
    span: 'short',
    leadUnitKeys: ['kikaku'],
  }),
  item('a2', { parentKey: 'a', title: '保育', sdgGoals: [4], supportUnitKeys: ['kikaku'] }),
  item('b', { title: '道路', sdgGoals: [9] }),
];
const filterBy = (query: Record<string, string>) =>
  applyFilter(items, readFilter(new Map(Object.entries(query))));

describe('計画のしぼりこみ', () => {
  it.each([
    ['条件なし', {}, ['a', 'a1', 'a2', 'b']],
    ['SDGs', { sdg: '4' }, ['a1', 'a2']],
    ['担当は主管でも関係課でも', { unit: 'kikaku' }, ['a1', 'a2']],
    ['期間', { span: 'long' }, ['a']],
    ['二つの条件はどちらも', { sdg: '4', span: 'short' }, ['a1']],
    ['全角と半角は同じ', { q: 'dx' }, ['a1']],
    ['言葉はすべて', { q: '推進 dx' }, ['a1']],
    ['言葉と条件', { q: '道路', sdg: '4' }, []],
    ['知らない値', { sdg: '99' }, []],
  ] as const)('%s', (_, query, expected) => {
    expect([...filterBy(query).matching]).toEqual(expected);
  });

  it('数は、その値に替えたときに残る数', () => {
    const { counts } = filterBy({ sdg: '4', span: 'short' });
    expect(Object.fromEntries(counts.get('sdg') ?? [])).toEqual({ 4: 1, 9: 1 });
    expect(Object.fromEntries(counts.get('span') ?? [])).toEqual({ short: 1 });
  });

  it('木には、当てはまる項目への道が残る', () => {
    const pruned = pruneTree(buildTree(items), filterBy({ sdg: '4' }).matching);
    expect(
      pruned.roots.map((node) => [node.item.itemKey, node.children.map((child) => child.item.itemKey)]),
    ).toEqual([['a', ['a1', 'a2']]]);
  });
});
