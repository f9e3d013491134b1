import { describe, expect, it } from 'vitest';
import { placeBlock, readBlock } from './place-block.ts';

const asked = [
  { indicatorKey: 'a', name: '出生数' },
  { indicatorKey: 'b', name: '保育所の定員' },
  { indicatorKey: 'c', name: '待機児童' },
  { indicatorKey: 'd', name: '満足度' },
  { indicatorKey: 'e', name: '満足度' },
];
const start = { indicatorKey: 'b', column: 'figure' } as const;
const place = (text: string, from: Parameters<typeof placeBlock>[2] = start) => {
  const { by, rows, problems } = placeBlock(text, asked, from);
  return {
    by,
    rows: rows.map(({ indicatorKey, cells }) => [indicatorKey, cells]),
    problems: problems.map(({ code, path }) => `${path.join(' ')} ${code}`),
  };
};

describe('表計算の範囲を読む', () => {
  it.each([
    [
      '行と列',
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['Windows の改行', '1\r\n2\r\n', [['1'], ['2']]],
    ['引用符の中の改行', '"1\n2"\t3', [['1\n2', '3']]],
    ['引用符の中の引用符', '"a""b"', [['a"b']]],
    [
      '空の欄',
      '\t2\n1\t',
      [
        ['', '2'],
        ['1', ''],
      ],
    ],
    ['前後の空白', ' 1 \t2', [['1', '2']]],
    ['何もない', '', []],
  ])('%s', (_, text, expected) => {
    expect(readBlock(text)).toEqual(expected);
  });
});

describe('貼り付ける場所', () => {
  it('名前がなければ、選んだ欄から右下へ', () => {
    expect(place('1\t\t速報\n2')).toEqual({
      by: 'position',
      rows: [
        ['b', { figure: '1', missing: '', status: '速報' }],
        ['c', { figure: '2' }],
      ],
      problems: [],
    });
  });

  it('始める列を守る', () => {
    expect(place('統計書\t注', { indicatorKey: 'a', column: 'sourceDocument' }).rows).toEqual([
      ['a', { sourceDocument: '統計書', note: '注' }],
    ]);
  });

  it('1列目に名前かキーがあれば、それで探す（順によらない）', () => {
    expect(place('待機児童\t3\n出生数\t1\nb\t2')).toEqual({
      by: 'name',
      rows: [
        ['c', { figure: '3' }],
        ['a', { figure: '1' }],
        ['b', { figure: '2' }],
      ],
      problems: [],
    });
  });

  it('見出しがあれば、列も見出しで探し、知らない列は読まない', () => {
    expect(place('指標\t単位\t備考\t実績値\n出生数\t人\t速報です\t5')).toEqual({
      by: 'name',
      rows: [['a', { note: '速報です', figure: '5' }]],
      problems: [],
    });
  });

  it.each([
    ['下にはみ出す', '1\n2\n3\n4\n5', ['5行目 指標 sheet-below-last']],
    ['右にはみ出す', '1\t2\t3\t4\t5\t6', ['1行目 6列目 sheet-right-of-last']],
    ['知らない名前', '出生数\t1\n死亡数\t2', ['2行目 指標 sheet-name-unknown']],
    ['二つある名前', '出生数\t1\n満足度\t2', ['2行目 指標 sheet-name-unknown']],
    ['同じ指標が二度', '出生数\t1\n出生数\t2', ['2行目 指標 sheet-two-values']],
    ['空', ' \n', ['block sheet-block-empty']],
  ])('断る: %s', (_, text, expected) => {
    expect(place(text).problems).toEqual(expected);
  });
});
