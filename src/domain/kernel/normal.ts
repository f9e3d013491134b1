/** φ(z), density of the standard normal distribution. */
const normalDensity = (z: number): number => Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Mills' ratio (1 − Φ(z)) ÷ φ(z) for z ≥ 2 as Laplace's continued fraction, from the far end. */
const millsRatio = (z: number): number => {
  let rest = z;
  for (let term = 160; term >= 1; term -= 1) rest = z + term / rest;
  return 1 / rest;
};

/**
 * Φ(z), cumulative standard normal distribution; tails keep their relative precision. Series and continued fraction of
 * Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.11 and 26.2.14.
 * @example normalCdf(-1.96) // => 0.0249978951482…
 */
export const normalCdf = (z: number): number => {
  if (z > 2) return 1 - normalCdf(-z);
  if (z < -2) return normalDensity(z) * millsRatio(-z);
  let [sum, term] = [z, z];
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
};
