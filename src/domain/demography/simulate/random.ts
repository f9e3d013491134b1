/** Uniform numbers in [0, 1), the same for the same seed on every machine. */
export type Uniform = () => number;

/** xoshiro128** of Blackman and Vigna, seeded by splitmix32. Not for secrets. */
export const seeded = (seed: number): Uniform => {
  let mixed = seed | 0;
  const next = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let word = mixed ^ (mixed >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return word ^ (word >>> 15);
  };
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 4294967296;
  };
};

/** Standard normal numbers by Marsaglia's polar method. Shape: `length`. */
export const normals = (length: number, uniform: Uniform): Float64Array => {
  const values = new Float64Array(length);
  for (let index = 0; index < length; ) {
    const [u, v] = [2 * uniform() - 1, 2 * uniform() - 1];
    const size = u * u + v * v;
    if (size >= 1 || size === 0) continue;
    const factor = Math.sqrt((-2 * Math.log(size)) / size);
    values[index] = u * factor;
    if (index + 1 < length) values[index + 1] = v * factor;
    index += 2;
  }
  return values;
};
