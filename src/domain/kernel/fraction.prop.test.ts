import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, formatDecimal, subtractDecimals } from './decimal.ts';
import {
  absoluteFraction,
  addFractions,
  compareFractions,
  divideFractions,
  exactDecimal,
  type Fraction,
  fractionOf,
  multiplyFractions,
  negateFraction,
  roundFraction,
  signOfFraction,
  subtractFractions,
} from './fraction.ts';

/** Short and long figures, so that both the quick way and the long one are taken, and mixed. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.bigInt(0n, 999n), fc.bigInt(0n, 10n ** 15n), fc.bigInt(0n, 10n ** 25n)),
    fc.nat(6),
  )
  .map(([negative, digits, places]) => {
    const text = String(digits).padStart(places + 1, '0');
    const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    return negative && digits !== 0n ? `-${whole}` : whole;
  });

const same = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) === 0;

/** Both parts safe integers, or both bigint; the denominator positive; never -0. */
const isSound = ({ numerator, denominator }: Fraction): boolean =>
  typeof numerator === typeof denominator &&
  denominator > 0 &&
  !Object.is(numerator, -0) &&
  (typeof numerator === 'bigint' || (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)));

describe('分数の性質', () => {
  it('読んで書けば元の文字、比較と引き算は十進数のそれと同じ', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [fractionOf(a), fractionOf(b)];
        expect(compareDecimals(exactDecimal(x) ?? '', a)).toBe(0);
        expect(compareFractions(x, y)).toBe(compareDecimals(a, b));
        expect(same(subtractFractions(x, y), fractionOf(subtractDecimals(a, b)))).toBe(true);
      }),
    );
  });

  it('15桁までは、与えられた桁のまま書ける', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        fc.pre(text.replace(/[-.]/g, '').length <= 15);
        expect(exactDecimal(fractionOf(text))).toBe(text);
      }),
    );
  });

  it('四則は交換・結合・分配の法則に従い、戻せる。どの結果も正しい形', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const [x, y, z] = [fractionOf(a), fractionOf(b), fractionOf(c)];
        expect(same(addFractions(x, y), addFractions(y, x))).toBe(true);
        expect(same(addFractions(addFractions(x, y), z), addFractions(x, addFractions(y, z)))).toBe(true);
        expect(same(subtractFractions(addFractions(x, y), y), x)).toBe(true);
        const spread = addFractions(multiplyFractions(x, y), multiplyFractions(x, z));
        expect(same(multiplyFractions(x, addFractions(y, z)), spread)).toBe(true);
        const quotient = divideFractions(x, y);
        expect(quotient === null).toBe(signOfFraction(y) === 0);
        if (quotient !== null) expect(same(multiplyFractions(quotient, y), x)).toBe(true);
        for (const value of [
          x,
          y,
          addFractions(x, y),
          multiplyFractions(x, y),
          spread,
          quotient,
          negateFraction(x),
        ])
          if (value !== null) expect(isSound(value)).toBe(true);
      }),
    );
  });

  it('順序は推移し、負にすれば逆になる', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [fractionOf(a), fractionOf(b)];
        expect(compareFractions(x, y)).toBe(-compareFractions(y, x) + 0);
        expect(compareFractions(negateFraction(x), negateFraction(y))).toBe(compareFractions(y, x));
        expect(signOfFraction(absoluteFraction(x))).toBeGreaterThanOrEqual(0);
        expect(signOfFraction(subtractFractions(x, y))).toBe(compareFractions(x, y));
      }),
    );
  });

  it('四捨五入は十進数の表示と同じで、丸めた差は半分の桁を超えない', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.nat(4), (a, b, places) => {
        const x = fractionOf(a);
        const printed = roundFraction(x, places, 'half-away');
        expect(compareDecimals(printed, formatDecimal(a, places).replaceAll(',', ''))).toBe(0);
        const quotient = divideFractions(x, fractionOf(b));
        if (quotient === null) return;
        const unit = fractionOf(places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`);
        for (const [rounding, share] of [
          ['half-away', '0.5'],
          ['half-even', '0.5'],
          ['down', '1'],
        ] as const) {
          const off = absoluteFraction(
            subtractFractions(quotient, fractionOf(roundFraction(quotient, places, rounding))),
          );
          expect(compareFractions(off, multiplyFractions(unit, fractionOf(share)))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
