import { expect, it } from 'vitest';
import { blankItem } from './blank-item.ts';
import type { PlanItem } from './item.ts';
import { buildTree, childrenOf, pathTo, subtreeKeys, type TreeNode, walkTree } from './tree.ts';

const item = (
  itemKey: string,
  parentKey: string | null,
  position = 0,
  more: Partial<PlanItem> = {},
): PlanItem => Object.freeze({ ...blankItem(itemKey, 'any', itemKey), parentKey, position, ...more });

/** 'a(b,c)' — 再掲 with a star. */
const draw = (nodes: readonly TreeNode[]): string =>
  nodes
    .map(
      ({ item: { itemKey }, again, children }) =>
        `${itemKey}${again ? '*' : ''}${children.length > 0 ? `(${draw(children)})` : ''}`,
    )
    .join(',');

it.each([
  ['空の計画', [], ''],
  ['並びは position の順', [item('b', null, 1), item('a', null, 0)], 'a,b'],
  ['同じ position なら鍵の順', [item('b', null), item('a', null)], 'a,b'],
  ['親子', [item('c', 'b'), item('b', 'a'), item('a', null)], 'a(b(c))'],
  [
    '再掲は子を連れずに、決められた位置に出る',
    [
      item('a', null, 0),
      item('b', null, 1),
      item('a1', 'a', 0, { alsoUnder: [{ parentKey: 'b', position: 1 }] }),
      item('a11', 'a1'),
      item('b0', 'b', 0),
      item('b2', 'b', 2),
    ],
    'a(a1(a11)),b(b0,a1*,b2)',
  ],
  [
    '自分の子の下への再掲でも止まる',
    [item('a', null, 0, { alsoUnder: [{ parentKey: 'b', position: 0 }] }), item('b', 'a')],
    'a(b(a*))',
  ],
])('木にする: %s', (_, items, drawing) => {
  const tree = buildTree(items);
  expect(draw(tree.roots)).toBe(drawing);
  expect(tree.unplaced).toEqual([]);
});

it('横断の項目は木の横に立ち、子を連れる', () => {
  const tree = buildTree([
    item('a', null, 0),
    item('x', null, 1, { crossCutting: true }),
    item('x1', 'x'),
    item('y', 'a', 0, { crossCutting: true }),
  ]);
  expect(draw(tree.roots)).toBe('a(y)');
  expect(draw(tree.crossCutting)).toBe('x(x1)');
});

it('置けない項目 (親がない・輪) は消えず、別に返る', () => {
  const items = [item('a', null), item('lost', 'nobody'), item('p', 'q'), item('q', 'p'), item('r', 'q')];
  const tree = buildTree(items);
  expect(draw(tree.roots)).toBe('a');
  expect(tree.unplaced.map(({ itemKey }) => itemKey)).toEqual(['lost', 'p', 'q', 'r']);
});

it('同じ鍵が二つあっても、子は一度だけ現れる', () => {
  const tree = buildTree([item('a', null, 0), item('a', null, 1), item('b', 'a')]);
  expect(draw(tree.roots)).toBe('a(b),a');
});

it('読む順: 親、子、横断', () => {
  const items = [
    item('x', null, 0, { crossCutting: true }),
    item('b', null, 2),
    item('a', null, 1),
    item('a2', 'a', 1),
    item('a1', 'a', 0),
  ];
  expect([...walkTree(buildTree(items))].map((node) => `${node.depth}${node.item.itemKey}`)).toEqual([
    '0a',
    '1a1',
    '1a2',
    '0b',
    '0x',
  ]);
});

it('子・道筋・部分木', () => {
  const items = [item('a', null), item('c', 'b', 1), item('b', 'a'), item('d', 'b', 0), item('e', null)];
  expect(childrenOf(items, 'b').map(({ itemKey }) => itemKey)).toEqual(['d', 'c']);
  expect(pathTo(items, 'c').map(({ itemKey }) => itemKey)).toEqual(['a', 'b']);
  expect(pathTo([item('p', 'q'), item('q', 'p')], 'p').map(({ itemKey }) => itemKey)).toEqual(['q']);
  expect([...subtreeKeys(items, 'a')].sort()).toEqual(['a', 'b', 'c', 'd']);
});

it('千項目でも一度の走査で組める', () => {
  const items = Array.from({ length: 5000 }, (_, n) =>
    item(`k${n}`, n === 0 ? null : `k${Math.floor((n - 1) / 7)}`, n),
  );
  expect([...walkTree(buildTree(items))]).toHaveLength(5000);
});
