import { describe, expect, it } from 'vitest';
import { costClassOf } from './cost-class.ts';
import { type MatrixAxis, matrixOf, noneKey } from './matrix.ts';

interface Entry {
  readonly name: string;
  readonly word: string | null;
  readonly grade: string | null;
  readonly amount: number | null;
}
const entries: readonly Entry[] = [
  { name: 'a', word: 'keep', grade: 'A', amount: 100 },
  { name: 'b', word: 'keep', grade: 'B', amount: null },
  { name: 'c', word: 'end', grade: null, amount: 30 },
  { name: 'd', word: 'unknown word', grade: 'A', amount: 5 },
];
const words: MatrixAxis<Entry> = {
  title: '方向',
  values: [
    { key: 'keep', label: '継続' },
    { key: 'end', label: '廃止' },
  ],
  of: ({ word }) => word,
};
const grades: MatrixAxis<Entry> = {
  title: '評価',
  values: [
    { key: 'A', label: 'A' },
    { key: 'B', label: 'B' },
  ],
  of: ({ grade }) => grade,
};

describe('判断の表', () => {
  const matrix = matrixOf(entries, words, grades, ({ amount }) => amount);

  it('どれもちょうど一つのます目にある。言葉のないもの、知らない言葉は最後の行・列', () => {
    expect(
      matrix.rows.map(({ key, cells }) => [key, cells.map((cell) => cell.entries.map(({ name }) => name))]),
    ).toEqual([
      ['keep', [['a'], ['b'], []]],
      ['end', [[], [], ['c']]],
      [noneKey, [['d'], [], []]],
    ]);
  });

  it('行の計、列の計、全体が合い、金額のないものは数だけ', () => {
    expect(matrix.rows.map(({ sum }) => [sum.count, sum.amountThousandYen, sum.withoutAmount])).toEqual([
      [2, 100, 1],
      [1, 30, 0],
      [1, 5, 0],
    ]);
    expect(matrix.columnSums.map(({ count }) => count)).toEqual([2, 1, 1]);
    expect(matrix.whole).toMatchObject({ count: 4, amountThousandYen: 135, withoutAmount: 1 });
  });

  it('みな値をもてば、「なし」の行も列もない', () => {
    const complete = matrixOf(entries.slice(0, 2), words, grades, ({ amount }) => amount);
    expect([complete.rows.length, complete.columns.length]).toEqual([2, 2]);
  });
});

describe('費用の大きさ', () => {
  it.each([
    [null, null],
    [0, 'below-1m'],
    [999, 'below-1m'],
    [1_000, 'from-1m'],
    [9_999, 'from-1m'],
    [10_000, 'from-10m'],
    [100_000, 'from-100m'],
    [-1, null],
  ])('%s千円は %s', (amount, key) => expect(costClassOf(amount)).toBe(key));
});
