/**
 * Exact rational numbers, so that a figure on a bound is on it: 0.32 ÷ 0.40 is 0.8, and 0.1 + 0.2 is 0.3.
 * Both parts are safe integers, or both bigint; the denominator is positive. Not reduced while it fits: '35.0' stays
 * 350/10, and prints as it was given. Compare with `compareFractions`, never by parts.
 */
export interface Fraction {
  readonly numerator: number | bigint;
  readonly denominator: number | bigint;
}

/** Half away from zero (四捨五入), half to even, and towards zero (切捨て). */
export type FractionRounding = 'half-away' | 'half-even' | 'down';

const greatest = Number.MAX_SAFE_INTEGER;
const isSafe = (value: number): boolean => value <= greatest && value >= -greatest;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

const divisor = (a: bigint, b: bigint): bigint => {
  let [greater, smaller] = [magnitude(a), magnitude(b)];
  while (smaller !== 0n) [greater, smaller] = [smaller, greater % smaller];
  return greater;
};

/** Lowest terms, back in plain numbers where they fit. */
const settle = (numerator: bigint, denominator: bigint): Fraction => {
  const shared = divisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  const [top, bottom] = [(sign * numerator) / shared, (sign * denominator) / shared];
  return magnitude(top) <= BigInt(greatest) && bottom <= BigInt(greatest)
    ? { numerator: Number(top), denominator: Number(bottom) }
    : { numerator: top, denominator: bottom };
};

/** The numerator may not be -0, which would print a sign. */
const plain = (numerator: number, denominator: number): Fraction => ({
  numerator: numerator === 0 ? 0 : numerator,
  denominator,
});

const isPlain = (value: Fraction): value is { readonly numerator: number; readonly denominator: number } =>
  typeof value.numerator === 'number';

const big = (value: Fraction): readonly [bigint, bigint] => [
  BigInt(value.numerator),
  BigInt(value.denominator),
];

const powersOfTen: readonly number[] = Array.from({ length: 16 }, (_, places) => 10 ** places);
const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/;

const longDecimal = (text: string): Fraction | null => {
  const match = decimalPattern.exec(text);
  if (match === null) return null;
  const places = match[3] ?? '';
  return settle(BigInt(`${match[1]}${match[2]}${places}`), 10n ** BigInt(places.length));
};

/** Decimal string to a fraction; null where the text is no plain decimal. @example '35.0' // => 350/10 */
export const readFraction = (text: string): Fraction | null => {
  const length = text.length;
  // Fifteen digits always fit; read by hand, because millions of figures are.
  if (length > 17) return longDecimal(text);
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let [digits, point] = [0, -1];
  for (let at = start; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === -2 && point < 0 && at > start && at < length - 1) point = at;
    else return null;
  }
  if (length === start) return null;
  if (length - start - (point < 0 ? 0 : 1) > 15) return longDecimal(text);
  return plain(start === 1 ? -digits : digits, point < 0 ? 1 : (powersOfTen[length - 1 - point] ?? 1));
};

/** @throws where the text is no plain decimal: figures are parsed where they come in. */
export const fractionOf = (text: string): Fraction => {
  const read = readFraction(text);
  if (read === null) throw new Error(`a decimal number is required, not ${text}`);
  return read;
};

/** @throws where the number is no safe integer. */
export const wholeFraction = (value: number): Fraction => {
  if (!Number.isSafeInteger(value)) throw new Error(`a whole number is required, not ${value}`);
  return plain(value, 1);
};

const added = (a: Fraction, b: Fraction, sign: 1 | -1): Fraction => {
  if (isPlain(a) && isPlain(b)) {
    if (a.denominator === b.denominator) {
      const sum = a.numerator + sign * b.numerator;
      if (isSafe(sum)) return plain(sum, a.denominator);
    } else {
      const left = a.numerator * b.denominator;
      const right = sign * b.numerator * a.denominator;
      const bottom = a.denominator * b.denominator;
      if (isSafe(left) && isSafe(right) && isSafe(left + right) && isSafe(bottom))
        return align(a, b, left + right, bottom);
    }
  }
  const [an, ad] = big(a);
  const [bn, bd] = big(b);
  return settle(an * bd + BigInt(sign) * bn * ad, ad * bd);
};

/** 6.77 − 6.8 is −0.03, not −0.030: of two decimals the longer one's places are kept. */
const align = (
  a: { readonly denominator: number },
  b: { readonly denominator: number },
  numerator: number,
  denominator: number,
): Fraction => {
  const [longer, shorter] =
    a.denominator > b.denominator ? [a.denominator, b.denominator] : [b.denominator, a.denominator];
  return longer % shorter === 0 ? plain(numerator / shorter, longer) : plain(numerator, denominator);
};

export const addFractions = (a: Fraction, b: Fraction): Fraction => added(a, b, 1);

export const subtractFractions = (a: Fraction, b: Fraction): Fraction => added(a, b, -1);

export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => {
  if (isPlain(a) && isPlain(b)) {
    const top = a.numerator * b.numerator;
    const bottom = a.denominator * b.denominator;
    if (isSafe(top) && isSafe(bottom)) return plain(top, bottom);
  }
  const [an, ad] = big(a);
  const [bn, bd] = big(b);
  return settle(an * bn, ad * bd);
};

/** a ÷ b; null where b is zero. */
export const divideFractions = (a: Fraction, b: Fraction): Fraction | null => {
  if (isPlain(a) && isPlain(b)) {
    if (b.numerator === 0) return null;
    // Figures of one indicator mostly have the same places: 3.2 ÷ 10.0 is 32/100.
    const same = a.denominator === b.denominator;
    const top = same ? a.numerator : a.numerator * b.denominator;
    const bottom = same ? b.numerator : a.denominator * b.numerator;
    if (isSafe(top) && isSafe(bottom)) return bottom < 0 ? plain(-top, -bottom) : plain(top, bottom);
  }
  const [an, ad] = big(a);
  const [bn, bd] = big(b);
  return bn === 0n ? null : settle(an * bd, ad * bn);
};

/** -1, 0 or 1 */
export const compareFractions = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  if (isPlain(a) && isPlain(b)) {
    const left = a.numerator * b.denominator;
    const right = b.numerator * a.denominator;
    if (isSafe(left) && isSafe(right)) return left < right ? -1 : left > right ? 1 : 0;
  }
  const [an, ad] = big(a);
  const [bn, bd] = big(b);
  const [left, right] = [an * bd, bn * ad];
  return left < right ? -1 : left > right ? 1 : 0;
};

export const signOfFraction = ({ numerator }: Fraction): -1 | 0 | 1 =>
  numerator < 0 ? -1 : numerator > 0 ? 1 : 0;

export const negateFraction = (value: Fraction): Fraction =>
  isPlain(value)
    ? plain(-value.numerator, value.denominator)
    : { numerator: -value.numerator, denominator: value.denominator };

export const absoluteFraction = (value: Fraction): Fraction =>
  value.numerator < 0 ? negateFraction(value) : value;

/** Nearest double: for charts and square roots, never for a comparison. */
export const approximateFraction = ({ numerator, denominator }: Fraction): number => {
  if (typeof numerator === 'number') return numerator / Number(denominator);
  // Shifted so that parts beyond a double's range still have a ratio.
  const bottom = BigInt(denominator);
  const shift = BigInt(
    Math.max(0, magnitude(bottom).toString(2).length - magnitude(numerator).toString(2).length + 64),
  );
  return Number((numerator << shift) / bottom) / 2 ** Number(shift);
};

const dividedTo = (top: bigint, bottom: bigint, rounding: FractionRounding): bigint => {
  const [quotient, rest] = [top / bottom, magnitude(top % bottom) * 2n];
  if (rounding === 'down' || rest < bottom) return quotient;
  if (rest === bottom && rounding === 'half-even' && quotient % 2n === 0n) return quotient;
  return quotient + (top < 0n ? -1n : 1n);
};

/** Decimal string with exactly `places` places. @example roundFraction(2/3, 3, 'half-away') // => '0.667' */
export const roundFraction = (value: Fraction, places: number, rounding: FractionRounding): string => {
  const [top, bottom] = big(value);
  const digits = dividedTo(top * 10n ** BigInt(places), bottom, rounding);
  const text = String(magnitude(digits)).padStart(places + 1, '0');
  const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return digits < 0n ? `-${whole}` : whole;
};

/** The decimal string that is exactly the fraction, with the places it was given; null where none is (1/3). */
export const exactDecimal = (value: Fraction): string | null => {
  const [top, bottom] = big(value);
  const given = /^10*$/.test(String(bottom)) ? String(bottom).length - 1 : null;
  if (given !== null) return roundFraction(value, given, 'down');
  let rest = bottom / divisor(top, bottom);
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? roundFraction(value, Math.max(twos, fives), 'down') : null;
};
