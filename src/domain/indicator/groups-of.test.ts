import { describe, expect, it } from 'vitest';
import { groupsByIndicator } from './groups-of.ts';

const item = (itemKey: string, parentKey: string | null) => ({
  planKey: 'p',
  itemKey,
  parentKey,
  levelKey: 'x',
});
const items = [item('a', null), item('a1', 'a'), item('a11', 'a1'), item('b', null)];
const link = (itemKey: string, indicatorKey: string) => ({ planKey: 'p', itemKey, indicatorKey });

describe('指標が属するところ', () => {
  it.each([
    ['枝の先の項目', [link('a11', 'k')], ['p/a11', 'p/a1', 'p/a']],
    ['同じ枝の二つの項目でも、枝には一度', [link('a11', 'k'), link('a1', 'k')], ['p/a11', 'p/a1', 'p/a']],
    ['二つの枝（再掲）', [link('a1', 'k'), link('b', 'k')], ['p/a1', 'p/a', 'p/b']],
  ])('%s', (_, links, expected) => {
    expect(groupsByIndicator({ items, links }, new Map([['k', 'kikaku']])).get('k')).toEqual({
      plan: ['p'],
      item: expected,
      x: expected,
      unit: ['kikaku'],
    });
  });

  it('計画に置かれていない指標も、担当には属する', () => {
    expect(groupsByIndicator({ items, links: [] }, new Map([['k', 'kikaku']])).get('k')).toEqual({
      plan: [],
      item: [],
      unit: ['kikaku'],
    });
  });

  it('輪になった親子でも止まる', () => {
    const ring = [item('a', 'b'), item('b', 'a')];
    expect(groupsByIndicator({ items: ring, links: [link('a', 'k')] }, new Map()).get('k')?.item).toEqual([
      'p/a',
      'p/b',
    ]);
  });
});
