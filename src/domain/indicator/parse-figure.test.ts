import { describe, expect, it } from 'vitest';
import { parseFigure } from './parse-figure.ts';

describe('数の読み取り', () => {
  it.each([
    ['そのまま', '6.77', '6.77'],
    ['桁区切り', '65,000', '65000'],
    ['全角と全角の桁区切り', '１，２３４', '1234'],
    ['三角は負の数', '△5', '-5'],
    ['黒三角は負の数', '▲1,200.5', '-1200.5'],
    ['前後の空白', ' 　120 ', '120'],
    ['先頭の0は落とす', '007', '7'],
    ['0.5 はそのまま', '0.5', '0.5'],
    ['負の0は0', '-0', '0'],
    ['空は未入力', '　', null],
  ])('%s: 「%s」は %s', (_, text, value) => {
    expect(parseFigure(text, [])).toEqual({ ok: true, value });
  });

  it.each([
    ['約がつく', '約120', '120'],
    ['単位がつく', '120人', '120'],
    ['桁区切りの位置が違う', '1,23', undefined],
    ['言葉だけ', '未定', undefined],
    ['指数', '1e5', undefined],
    ['16桁', '1234567890123456', undefined],
  ])('%s: 「%s」は断り、候補 %s を添える', (_, text, suggestion) => {
    const result = parseFigure(text, ['令和6年度', '実績値']);
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'not-a-number',
        path: ['令和6年度', '実績値'],
        severity: 'error',
        params: { text, ...(suggestion === undefined ? {} : { suggestion }) },
      },
    });
  });
});
