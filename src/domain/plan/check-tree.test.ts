import { expect, it } from 'vitest';
import { blankItem } from './blank-item.ts';
import { checkTree } from './check-tree.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';

const level = (levelKey: string, name: string, parents: readonly string[]): LevelDefinition => ({
  levelKey,
  name,
  parents,
  numbering: 'decimal',
  numberingScope: 'parent',
  titleStyle: 'free',
});
const levels = [
  level('strategy', '基本戦略', ['root']),
  level('field', '戦略分野', ['strategy']),
  level('measure', '施策', ['field']),
];
const item = (itemKey: string, levelKey: string, parentKey: string | null, more: Partial<PlanItem> = {}) =>
  Object.freeze({ ...blankItem(itemKey, levelKey, `題${itemKey}`), parentKey, ...more });

const sound = [
  item('A', 'strategy', null, { code: 'A' }),
  item('1', 'field', 'A', { code: '1' }),
  item('1a', 'measure', '1', { code: '1' }),
  item('2', 'field', 'A', { code: '1' }),
];

it('正しい木には何も言わない。番号は章ごとに繰り返してよい', () => {
  expect(checkTree(levels, sound)).toEqual([]);
});

it.each([
  ['親がいない', [item('x', 'field', 'nobody')], 'item-parent-unknown', ['items', 'x', 'parentKey']],
  ['最上位に置けない階層', [item('x', 'measure', null)], 'item-needs-parent', ['items', 'x', 'parentKey']],
  ['階層の順が違う', [item('x', 'measure', 'A')], 'item-level-under-parent', ['items', 'x', 'parentKey']],
  ['階層がない', [item('x', 'nothing', 'A')], 'item-level-unknown', ['items', 'x', 'levelKey']],
  ['鍵が重なる', [item('1', 'field', 'A')], 'item-key-duplicate', ['items', '1', 'itemKey']],
  [
    '再掲の先がない',
    [item('x', 'field', 'A', { alsoUnder: [{ parentKey: 'nobody', position: 0 }] })],
    'item-also-under-unknown',
    ['items', 'x', 'alsoUnder', 0],
  ],
])('誤りを場所とともに言う: %s', (_, extra, code, path) => {
  const problems = checkTree(levels, [...sound, ...extra]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ code, path, severity: 'error' });
});

it.each([
  ['自分自身', [item('x', 'field', 'x')], ['x']],
  ['二つ', [item('x', 'field', 'y'), item('y', 'field', 'x')], ['x', 'y']],
  [
    '三つと、そこに下がる一つ',
    [item('t', 'field', 'x'), item('x', 'field', 'y'), item('y', 'field', 'z'), item('z', 'field', 'x')],
    ['x', 'y', 'z'],
  ],
])('輪は一度だけ、全員の名で言う: %s', (_, extra, circle) => {
  const cycles = checkTree(levels, [...sound, ...extra]).filter(({ code }) => code === 'item-cycle');
  expect(cycles).toEqual([
    { code: 'item-cycle', path: ['items', circle[0], 'parentKey'], severity: 'error', params: { circle } },
  ]);
});

it('横断の項目は、階層が何であれ木の外に立てる', () => {
  expect(checkTree(levels, [...sound, item('x', 'field', null, { crossCutting: true })])).toEqual([]);
});

it.each([
  ['もとの場所と同じ', [{ parentKey: 'A', position: 9 }]],
  [
    '同じ場所に二度',
    [
      { parentKey: '1', position: 0 },
      { parentKey: '1', position: 1 },
    ],
  ],
  ['自分の下', [{ parentKey: 'x', position: 0 }]],
])('むだな再掲は注意する: %s', (_, alsoUnder) => {
  const problems = checkTree(levels, [...sound, item('x', 'field', 'A', { alsoUnder })]);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['item-also-under-needless', 'warning'],
  ]);
});

it('深すぎる木は、どこから深すぎるかを一度だけ言う', () => {
  const endless = [level('any', '項目', ['root', 'any'])];
  const chain = (length: number) =>
    Array.from({ length }, (_, n) => item(`k${n}`, 'any', n === 0 ? null : `k${n - 1}`));
  expect(checkTree(endless, chain(30))).toEqual([]);
  expect(checkTree(endless, chain(20_000))).toMatchObject([
    {
      code: 'item-too-deep',
      severity: 'error',
      path: ['items', 'k30', 'parentKey'],
      params: { deepest: 30 },
    },
  ]);
});
