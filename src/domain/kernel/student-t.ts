/** Γ(a + ½) ÷ Γ(a): raised by the recurrence to where the asymptotic series is exact in a double. */
const gammaStep = (a: number): number => {
  let [shifted, product] = [a, 1];
  for (; shifted < 100; shifted += 1) product *= shifted / (shifted + 0.5);
  const u = 1 / shifted;
  const series =
    1 +
    u *
      (-1 / 8 +
        u * (1 / 128 + u * (5 / 1024 + u * (-21 / 32768 + u * (-399 / 262144 + (u * 869) / 4194304)))));
  return product * Math.sqrt(shifted) * series;
};

/**
 * Continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method as changed by
 * Thompson and Barnett. Converges quickly for x < (a + 1) ÷ (a + b + 2).
 */
const betaFraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300;
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1) || tiny)];
  let value = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const coefficient of [even, odd]) {
      d = 1 / (1 + coefficient * d || tiny);
      c = 1 + coefficient / c || tiny;
      change = c * d;
      value *= change;
    }
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
};

/** P(T > t) for t ≥ 0, as half the incomplete beta function of df ÷ (df + t²); relative precision kept far out. */
const upperTail = (t: number, df: number, step: number): number => {
  if (t === Number.POSITIVE_INFINITY) return 0;
  const square = (t * t) / df;
  const [a, x, rest] = [df / 2, 1 / (1 + square), square / (1 + square)];
  const front = (Math.exp(-a * Math.log1p(square)) * Math.sqrt(rest) * step) / Math.sqrt(Math.PI);
  return x < (a + 1) / (a + 2.5)
    ? (front * betaFraction(x, a, 0.5)) / (2 * a)
    : 0.5 - front * betaFraction(rest, 0.5, a);
};

const requireDegrees = (df: number): void => {
  if (!(df > 0 && Number.isFinite(df))) throw new Error(`degrees of freedom lie above zero, not at ${df}`);
};

/**
 * P(T ≤ t), Student's t distribution with `df` > 0 degrees of freedom (need not be whole).
 * Abramowitz and Stegun 26.7.1; to 1e-12 up to a million degrees. @throws where df is not above zero. @example studentCdf(-1.5, 4) // => 0.104
 */
export const studentCdf = (t: number, df: number): number => {
  requireDegrees(df);
  const tail = upperTail(Math.abs(t), df, gammaStep(df / 2));
  return t > 0 ? 1 - tail : tail;
};

/**
 * The t with P(T ≤ t) = `probability`, by Newton's method kept between bounds.
 * @throws where the probability is not between 0 and 1. @example studentQuantile(0.9, 4) // => 1.5332062740589…
 */
export const studentQuantile = (probability: number, df: number): number => {
  requireDegrees(df);
  if (!(probability > 0 && probability < 1))
    throw new Error(`a probability lies between 0 and 1, not at ${probability}`);
  if (probability === 0.5) return 0;
  const target = Math.min(probability, 1 - probability);
  const step = gammaStep(df / 2);
  let [low, high] = [0, 1];
  while (upperTail(high, df, step) > target) [low, high] = [high, high * 2];
  let t = (low + high) / 2;
  for (let round = 0; round < 200; round += 1) {
    const surplus = upperTail(t, df, step) - target;
    if (surplus > 0) low = t;
    else high = t;
    const density = (step / Math.sqrt(Math.PI * df)) * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
    const newton = t + surplus / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const settled = Math.abs(next - t) <= 4e-16 * Math.abs(next);
    t = next;
    if (settled) break;
  }
  return probability < 0.5 ? -t : t;
};
