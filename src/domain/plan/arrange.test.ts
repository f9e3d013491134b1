import { expect, it } from 'vitest';
import { type Arrangement, type ArrangeStep, arrange } from './arrange.ts';
import { blankItem } from './blank-item.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';
import { buildTree, type TreeNode } from './tree.ts';

const level = (levelKey: string, parents: readonly string[]): LevelDefinition => ({
  levelKey,
  name: `段${levelKey}`,
  parents,
  numbering: 'none',
  numberingScope: 'parent',
  titleStyle: 'free',
});
const item = (
  itemKey: string,
  levelKey: string,
  parentKey: string | null,
  position: number,
  more: Partial<PlanItem> = {},
) => Object.freeze({ ...blankItem(itemKey, levelKey, `題${itemKey}`), parentKey, position, ...more });

/** Levels 1 > 2 > 3; measures (3) may also stand in a measure. */
const levels = [level('1', ['root']), level('2', ['1']), level('3', ['2', '3'])];
const items: readonly PlanItem[] = Object.freeze([
  item('a', '1', null, 0),
  item('b', '1', null, 1),
  item('a1', '2', 'a', 0),
  item('a2', '2', 'a', 1),
  item('a3', '2', 'a', 2),
  item('m', '3', 'a1', 0, { alsoUnder: [{ parentKey: 'a2', position: 0 }] }),
  item('n', '3', 'a1', 1),
]);
const plan: Arrangement = { levels, items };

const draw = (nodes: readonly TreeNode[]): string =>
  nodes
    .map(
      ({ item: { itemKey }, again, children }) =>
        `${itemKey}${again ? '*' : ''}${children.length > 0 ? `(${draw(children)})` : ''}`,
    )
    .join(',');

it.each<[string, ArrangeStep, string]>([
  ['末尾に加える', { kind: 'insert', item: item('c', '1', null, 0), index: 99 }, 'a(a1(m,n),a2(m*),a3),b,c'],
  ['先頭に加える', { kind: 'insert', item: item('c', '1', null, 9), index: 0 }, 'c,a(a1(m,n),a2(m*),a3),b'],
  ['ほかの親へ移す', { kind: 'move', itemKey: 'a1', parentKey: 'b', index: 0 }, 'a(a2(m*),a3),b(a1(m,n))'],
  ['同じ親の中で移す', { kind: 'move', itemKey: 'a3', parentKey: 'a', index: 0 }, 'a(a3,a1(m,n),a2(m*)),b'],
  [
    '再掲のある所へ移すと、再掲は終わる',
    { kind: 'move', itemKey: 'm', parentKey: 'a2', index: 0 },
    'a(a1(n),a2(m),a3),b',
  ],
  ['上へ', { kind: 'up', itemKey: 'a2' }, 'a(a2(m*),a1(m,n),a3),b'],
  ['下へ', { kind: 'down', itemKey: 'a1' }, 'a(a2(m*),a1(m,n),a3),b'],
  ['字下げ', { kind: 'indent', itemKey: 'n' }, 'a(a1(m(n)),a2(m*),a3),b'],
  ['除く (子ごと)', { kind: 'remove', itemKey: 'a1', children: 'remove' }, 'a(a2,a3),b'],
  ['除く (子なし)', { kind: 'remove', itemKey: 'b', children: 'refuse' }, 'a(a1(m,n),a2(m*),a3)'],
  ['除くと、そこでの再掲も終わる', { kind: 'remove', itemKey: 'a2', children: 'refuse' }, 'a(a1(m,n),a3),b'],
])('並べかえ: %s', (_, step, drawing) => {
  const result = arrange(plan, step);
  expect(result.ok && draw(buildTree(result.value).roots)).toBe(drawing);
});

it('字上げは、親のすぐ下に出る', () => {
  const nested = [...items, item('deep', '3', 'm', 0)];
  const result = arrange({ levels, items: nested }, { kind: 'outdent', itemKey: 'deep' });
  expect(result.ok && draw(buildTree(result.value).roots)).toBe('a(a1(m,deep,n),a2(m*),a3),b');
});

it('除いて子を上げると、子は親の場所に順に入る', () => {
  const nested = [...items, item('x', '3', 'm', 0), item('y', '3', 'm', 1)];
  const result = arrange({ levels, items: nested }, { kind: 'remove', itemKey: 'm', children: 'lift' });
  expect(result.ok && draw(buildTree(result.value).roots)).toBe('a(a1(x,y,n),a2,a3),b');
});

it('移した先に合う階層がただ一つなら、それに改まる', () => {
  const strict = [level('1', ['root']), level('2', ['1']), level('3', ['2'])];
  const result = arrange({ levels: strict, items }, { kind: 'move', itemKey: 'n', parentKey: 'b', index: 0 });
  expect(result.ok && result.value.find(({ itemKey }) => itemKey === 'n')).toMatchObject({
    parentKey: 'b',
    levelKey: '2',
  });
});

it.each<[string, ArrangeStep, string, readonly string[]]>([
  ['ない項目', { kind: 'up', itemKey: 'nobody' }, 'item-unknown', ['items', 'nobody']],
  [
    'ない親',
    { kind: 'move', itemKey: 'm', parentKey: 'nobody', index: 0 },
    'item-parent-unknown',
    ['items', 'm'],
  ],
  ['自分の下', { kind: 'move', itemKey: 'a', parentKey: 'm', index: 0 }, 'item-into-itself', ['items', 'a']],
  ['自分自身', { kind: 'move', itemKey: 'm', parentKey: 'm', index: 0 }, 'item-into-itself', ['items', 'm']],
  [
    '合わない階層',
    { kind: 'move', itemKey: 'a', parentKey: 'b', index: 0 },
    'item-does-not-fit',
    ['items', 'a'],
  ],
  ['子が合わなくなる', { kind: 'outdent', itemKey: 'a1' }, 'item-does-not-fit', ['items', 'a1']],
  ['先頭より上', { kind: 'up', itemKey: 'a1' }, 'item-is-first', ['items', 'a1']],
  ['末尾より下', { kind: 'down', itemKey: 'b' }, 'item-is-last', ['items', 'b']],
  ['字下げする相手がない', { kind: 'indent', itemKey: 'm' }, 'item-is-first', ['items', 'm']],
  ['最上位の字上げ', { kind: 'outdent', itemKey: 'a' }, 'item-is-at-top', ['items', 'a']],
  ['子がある', { kind: 'remove', itemKey: 'a1', children: 'refuse' }, 'item-has-children', ['items', 'a1']],
  [
    '子を上げられない',
    { kind: 'remove', itemKey: 'a', children: 'lift' },
    'item-does-not-fit',
    ['items', 'a1'],
  ],
  [
    '鍵が重なる',
    { kind: 'insert', item: item('m', '3', 'a2', 0), index: 0 },
    'item-key-duplicate',
    ['items', 'm'],
  ],
  [
    '加える先がない',
    { kind: 'insert', item: item('z', '3', 'nobody', 0), index: 0 },
    'item-parent-unknown',
    ['items', 'z'],
  ],
  [
    '加える階層が合わない',
    { kind: 'insert', item: item('z', '3', 'a', 0), index: 0 },
    'item-does-not-fit',
    ['items', 'z'],
  ],
])('断る: %s', (_, step, code, path) => {
  const before = JSON.stringify(items);
  const result = arrange(plan, step);
  expect(result.ok ? null : result.error).toMatchObject({ code, path, severity: 'error' });
  expect(JSON.stringify(items)).toBe(before);
});

it('動かない項目は同じもののまま返る', () => {
  const result = arrange(plan, { kind: 'up', itemKey: 'a2' });
  const changed = result.ok ? result.value.filter((each) => !items.includes(each)) : [];
  expect(changed.map(({ itemKey }) => itemKey).sort()).toEqual(['a1', 'a2']);
});
