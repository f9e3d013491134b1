import { randomBytes } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A key nobody has yet, short enough to be read out: ten of 31 signs, without those that look alike. */
export const newKey = (): string =>
  `k${[...randomBytes(9)].map((byte) => letters[byte % letters.length]).join('')}`;
