import { expect, it } from 'vitest';
import { blankItem } from './blank-item.ts';
import type { LevelDefinition, NumberingStyle } from './level.ts';
import { formatNumber, numberItems } from './numbering.ts';

it.each<[NumberingStyle, number, string, string]>([
  ['none', 3, '1', ''],
  ['given', 3, '1', ''],
  ['decimal', 12, '1', '12'],
  ['decimal-nested', 2, '1', '1-2'],
  ['decimal-nested', 3, '1-2', '1-2-3'],
  ['decimal-nested', 2, '', '2'],
  ['parenthesised', 4, '1', '(4)'],
  ['upper-alpha', 1, '', 'A'],
  ['upper-alpha', 26, '', 'Z'],
  ['upper-alpha', 27, '', 'AA'],
  ['upper-alpha', 702, '', 'ZZ'],
  ['upper-alpha', 703, '', 'AAA'],
  ['circled', 1, '', '①'],
  ['circled', 20, '', '⑳'],
  ['circled', 21, '', '㉑'],
  ['circled', 35, '', '㉟'],
  ['circled', 36, '', '㊱'],
  ['circled', 50, '', '㊿'],
  ['circled', 51, '', '(51)'],
  ['roman', 1, '', 'Ⅰ'],
  ['roman', 4, '', 'Ⅳ'],
  ['roman', 12, '', 'Ⅻ'],
  ['roman', 13, '', 'XIII'],
  ['roman', 49, '', 'XLIX'],
  ['kanji', 1, '', '一'],
  ['kanji', 10, '', '十'],
  ['kanji', 21, '', '二十一'],
  ['kanji', 100, '', '百'],
  ['kanji', 113, '', '百十三'],
])('番号の形: %s の %i 番 (親 %s) は %s', (style, ordinal, parentCode, printed) => {
  expect(formatNumber(style, ordinal, parentCode)).toBe(printed);
});

const level = (
  levelKey: string,
  parents: readonly string[],
  numbering: NumberingStyle,
  numberingScope: LevelDefinition['numberingScope'],
): LevelDefinition => ({ levelKey, name: levelKey, parents, numbering, numberingScope, titleStyle: 'free' });

const item = (
  itemKey: string,
  levelKey: string,
  parentKey: string | null,
  position: number,
  code: string | null = null,
) => ({
  ...blankItem(itemKey, levelKey, itemKey),
  parentKey,
  position,
  code,
});

it('通し番号は親をまたいで続き、親ごとの番号は改まる (塩尻市 A・①〜・①-1)', () => {
  const levels = [
    level('strategy', ['root'], 'upper-alpha', 'global'),
    level('field', ['strategy'], 'circled', 'global'),
    level('measure', ['field'], 'decimal-nested', 'parent'),
  ];
  const codes = numberItems(levels, [
    item('b', 'strategy', null, 1),
    item('a', 'strategy', null, 0),
    item('f3', 'field', 'b', 0),
    item('f1', 'field', 'a', 0),
    item('f2', 'field', 'a', 1),
    item('m1', 'measure', 'f3', 0),
    item('m2', 'measure', 'f3', 1),
    item('m3', 'measure', 'f1', 0),
  ]);
  expect(Object.fromEntries(codes)).toEqual({
    a: 'A',
    b: 'B',
    f1: '①',
    f2: '②',
    f3: '③',
    m1: '③-1',
    m2: '③-2',
    m3: '①-1',
  });
});

it('与えられた番号は守られ、後ろの番号はずれない', () => {
  const levels = [level('s', ['root'], 'decimal', 'parent')];
  const codes = numberItems(levels, [
    item('x', 's', null, 0),
    item('y', 's', null, 1, '特1'),
    item('z', 's', null, 2),
  ]);
  expect([...codes.values()]).toEqual(['1', '特1', '3']);
});

it('再掲は自分の番号のまま現れ、その場の番号を使わない', () => {
  const levels = [level('s', ['root'], 'decimal', 'parent'), level('m', ['s'], 'decimal-nested', 'parent')];
  const codes = numberItems(levels, [
    item('a', 's', null, 0),
    item('b', 's', null, 1),
    { ...item('m1', 'm', 'a', 0), alsoUnder: [{ parentKey: 'b', position: 0 }] },
    item('m2', 'm', 'b', 1),
  ]);
  expect([codes.get('m1'), codes.get('m2')]).toEqual(['1-1', '2-1']);
});

it('置けない項目にも番号の欄はある', () => {
  const codes = numberItems(
    [],
    [item('lost', 'nothing', 'nobody', 0), item('given', 'nothing', 'nobody', 0, '9')],
  );
  expect(Object.fromEntries(codes)).toEqual({ lost: '', given: '9' });
});
