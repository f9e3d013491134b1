import { describe, expect, it } from 'vitest';
import { absoluteDecimal, compareDecimals, formatDecimal, subtractDecimals } from './decimal.ts';

describe('十進数', () => {
  it.each([
    ['小数の桁がちがっても同じ値', '6.70', '6.7', 0],
    ['小さい', '6.7', '6.77', -1],
    ['負の数どうし', '-1.5', '-1.25', -1],
    ['浮動小数では区別できない大きさ', '9007199254740993', '9007199254740992', 1],
  ] as const)('%s', (_, a, b, expected) => {
    expect(compareDecimals(a, b)).toBe(expected);
  });

  it.each([
    ['0.1+0.2 の誤差が出ない', '0.3', '0.1', '0.2'],
    ['負になる', '6.77', '6.8', '-0.03'],
    ['整数', '65000', '63200', '1800'],
  ])('引き算: %s', (_, a, b, expected) => {
    expect(subtractDecimals(a, b)).toBe(expected);
  });

  it.each([
    ['桁区切り', '1234567', 0, '1,234,567'],
    ['桁を足す', '6.7', 2, '6.70'],
    ['四捨五入', '6.765', 2, '6.77'],
    ['負の四捨五入は0から遠い方へ', '-0.5', 0, '-1'],
    ['千に満たない', '999', 0, '999'],
    ['負の桁区切り', '-1234.5', 1, '-1,234.5'],
  ])('表示: %s', (_, text, places, expected) => {
    expect(formatDecimal(text, places)).toBe(expected);
  });

  it('数でない文字は受け付けない', () => {
    expect(() => formatDecimal('約120', 0)).toThrow('a decimal number is required, not 約120');
  });

  it('絶対値', () => {
    expect(absoluteDecimal('-0.03')).toBe('0.03');
  });
});
