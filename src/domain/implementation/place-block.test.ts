import { expect, it } from 'vitest';
import { placeBlock } from './place-block.ts';

const targets = [
  { programmeKey: 'road', number: '101', name: '道路 改良' },
  { programmeKey: 'hall', number: '', name: '公民館の建て替え' },
];

it.each<
  [string, string, readonly (readonly [string, ...string[]])[], readonly (readonly [string, number])[]]
>([
  ['番号で', '101\t10\t20\t30', [['road', '10', '20', '30']], []],
  [
    '名前で、空白や全角の違いは同じ',
    '道路改良\t10\n公民館の建て替え\t5\t\t7',
    [
      ['road', '10'],
      ['hall', '5', '', '7'],
    ],
    [],
  ],
  ['見出しは飛ばす', '事業\t令和6年度\t令和7年度\n101\t10', [['road', '10']], []],
  ['余った列は読まない', '101\t1\t2\t3\t合計6', [['road', '1', '2', '3']], []],
  ['ない事業', '101\t1\n999\t2', [['road', '1']], [['implementation-block-row', 2]]],
  ['同じ事業が二度', '101\t1\n道路改良\t2', [['road', '1']], [['implementation-block-twice', 2]]],
  ['見出しでない1行目の、ない事業', '999\t2', [], [['implementation-block-row', 1]]],
  ['空', ' \n', [], [['implementation-block-empty', 0]]],
])('貼り付け: %s', (_, block, rows, problems) => {
  const placed = placeBlock(block, targets, 3);
  expect(placed.rows.map(({ programmeKey, amounts }) => [programmeKey, ...amounts])).toEqual(rows);
  expect(placed.problems.map(({ code, params }) => [code, params?.line ?? 0])).toEqual(problems);
});
