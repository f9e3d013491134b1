/** Decimal numbers as PostgreSQL prints them, compared and subtracted without floats. */
interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** @throws where the text is no plain decimal: figures are parsed where they come in. */
const scale = (text: string): Scaled => {
  const match = decimalPattern.exec(text);
  if (match === null) throw new Error(`a decimal number is required, not ${text}`);
  const fraction = match[3] ?? '';
  return { digits: BigInt(`${match[1]}${match[2]}${fraction}`), places: fraction.length };
};

const align = (a: Scaled, b: Scaled): readonly [bigint, bigint, number] => {
  const places = Math.max(a.places, b.places);
  const grow = (value: Scaled): bigint => value.digits * 10n ** BigInt(places - value.places);
  return [grow(a), grow(b), places];
};

const print = (digits: bigint, places: number): string => {
  const negative = digits < 0n;
  const text = String(negative ? -digits : digits).padStart(places + 1, '0');
  const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return negative ? `-${whole}` : whole;
};

/** -1, 0 or 1. @example compareDecimals('6.70', '6.7') // => 0 */
export const compareDecimals = (a: string, b: string): -1 | 0 | 1 => {
  const [left, right] = align(scale(a), scale(b));
  return left < right ? -1 : left > right ? 1 : 0;
};

/** a − b. @example subtractDecimals('6.77', '6.8') // => '-0.03' */
export const subtractDecimals = (a: string, b: string): string => {
  const [left, right, places] = align(scale(a), scale(b));
  return print(left - right, places);
};

export const absoluteDecimal = (text: string): string => text.replace(/^-/, '');

/**
 * Rounded half away from zero to `places`, thousands separated, △ left to tables.
 * @example formatDecimal('63200', 0) // => '63,200'; formatDecimal('6.765', 2) // => '6.77'
 */
export const formatDecimal = (text: string, places: number): string => {
  const value = scale(text);
  let digits = value.digits;
  if (value.places > places) {
    const unit = 10n ** BigInt(value.places - places);
    const half = unit / 2n;
    digits = (digits < 0n ? digits - half : digits + half) / unit;
  } else {
    digits *= 10n ** BigInt(places - value.places);
  }
  const [whole = '0', fraction] = print(digits, places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};
