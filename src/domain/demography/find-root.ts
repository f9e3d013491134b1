/** Where a function was looked for and not found to change its sign: its values at both ends. */
export interface NoRoot {
  readonly atLow: number;
  readonly atHigh: number;
}

const mostRounds = 200;

/**
 * Root of a continuous function between `low` and `high` by Brent's method (Algorithms for Minimization Without
 * Derivatives, 1973, ch. 4). Same sign at both ends: the two values, no root.
 */
export const findRoot = (
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-13,
): number | NoRoot => {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fa * fb > 0 || Number.isNaN(fa * fb)) return { atLow: fa, atHigh: fb };
  let [c, fc, d, e] = [a, fa, b - a, b - a];
  for (let round = 0; round < mostRounds && fb !== 0; round += 1) {
    if (fb * fc > 0) [c, fc, d, e] = [a, fa, b - a, b - a];
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const small = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const middle = (c - b) / 2;
    if (Math.abs(middle) <= small) break;
    const [step, before] = interpolated(a, b, c, fa, fb, fc, { middle, small, d, e });
    [d, e] = [step, before];
    [a, fa] = [b, fb];
    b += Math.abs(d) > small ? d : Math.sign(middle) * small;
    fb = f(b);
  }
  return b;
};

interface Bracket {
  readonly middle: number;
  readonly small: number;
  readonly d: number;
  readonly e: number;
}

/** Next step and the one before it: secant or inverse quadratic where they help, else halving. */
const interpolated = (
  a: number,
  b: number,
  c: number,
  fa: number,
  fb: number,
  fc: number,
  { middle, small, d, e }: Bracket,
): readonly [number, number] => {
  if (Math.abs(e) < small || Math.abs(fa) <= Math.abs(fb)) return [middle, middle];
  const s = fb / fa;
  const [q0, r] = [fa / fc, fb / fc];
  let [p, q] =
    a === c
      ? [2 * middle * s, 1 - s]
      : [s * (2 * middle * q0 * (q0 - r) - (b - a) * (r - 1)), (q0 - 1) * (r - 1) * (s - 1)];
  if (p > 0) q = -q;
  else p = -p;
  return 2 * p < Math.min(3 * middle * q - Math.abs(small * q), Math.abs(e * q))
    ? [p / q, d]
    : [middle, middle];
};
