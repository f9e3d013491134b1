import { describe, expect, it } from 'vitest';
import {
  approximateFraction,
  divideFractions,
  exactDecimal,
  fractionOf,
  readFraction,
  roundFraction,
  subtractFractions,
  wholeFraction,
} from './fraction.ts';

describe('分数', () => {
  it.each([
    ['桁はそのまま残る', '35.0', { numerator: 350, denominator: 10 }],
    ['負の数', '-0.5', { numerator: -5, denominator: 10 }],
    ['負の0は0', '-0', { numerator: 0, denominator: 1 }],
    ['15桁', '123456789012.345', { numerator: 123456789012345, denominator: 1000 }],
    ['浮動小数に入らない桁', '9007199254740993', { numerator: 9007199254740993n, denominator: 1n }],
  ])('読み取り: %s', (_, text, expected) => {
    expect(readFraction(text)).toStrictEqual(expected);
  });

  it.each(['', '-', '.', '1.', '.5', '1.2.3', '1,000', '1e5', '約120', '--1', ' 1', '１', '1-2'])(
    '「%s」は数ではない',
    (text) => {
      expect(readFraction(text)).toBeNull();
      expect(() => fractionOf(text)).toThrow(`a decimal number is required, not ${text}`);
    },
  );

  it.each([
    ['四捨五入', '2', '3', 3, 'half-away', '0.667'],
    ['ちょうど半分は0から遠い方へ', '1', '8', 2, 'half-away', '0.13'],
    ['負でも0から遠い方へ', '-1', '8', 2, 'half-away', '-0.13'],
    ['偶数への丸め', '1', '8', 2, 'half-even', '0.12'],
    ['偶数への丸め（奇数は上がる）', '3', '8', 2, 'half-even', '0.38'],
    ['切捨て', '2', '3', 2, 'down', '0.66'],
    ['負の切捨ては0へ', '-2', '3', 2, 'down', '-0.66'],
    ['0に丸まれば符号は付かない', '-1', '300', 1, 'half-away', '0.0'],
    ['負の数で割る', '1', '-4', 2, 'half-away', '-0.25'],
  ] as const)('丸め: %s', (_, top, bottom, places, rounding, expected) => {
    const quotient = divideFractions(fractionOf(top), fractionOf(bottom));
    if (quotient === null) throw new Error('should be divided');
    expect(roundFraction(quotient, places, rounding)).toBe(expected);
  });

  it.each([
    ['引き算は長いほうの桁', subtractFractions(fractionOf('6.77'), fractionOf('6.8')), '-0.03'],
    ['与えられた桁のまま', fractionOf('35.00'), '35.00'],
    ['割り切れる', divideFractions(fractionOf('1'), fractionOf('8')), '0.125'],
    ['割り切れない', divideFractions(fractionOf('1'), fractionOf('3')), null],
  ])('そのままの十進数: %s', (_, value, expected) => {
    if (value === null) throw new Error('should be divided');
    expect(exactDecimal(value)).toBe(expected);
  });

  it('0では割れず、割れないことを値で返す', () => {
    expect(divideFractions(wholeFraction(1), fractionOf('0.0'))).toBeNull();
    expect(divideFractions(fractionOf('9007199254740993'), fractionOf('0'))).toBeNull();
  });

  it('整数でないものから整数の分数は作らない', () => {
    expect(() => wholeFraction(0.5)).toThrow('a whole number is required, not 0.5');
  });

  it('とても長い分数も、近い小数になる', () => {
    const long = divideFractions(fractionOf(`1${'0'.repeat(400)}1`), fractionOf(`3${'0'.repeat(400)}`));
    if (long === null) throw new Error('should be divided');
    expect(approximateFraction(long)).toBeCloseTo(10 / 3, 12);
  });
});
