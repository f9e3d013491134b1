import { hash, parseOptions, verify } from '@node-rs/argon2';

/**
 * Argon2id with the parameters OWASP recommends (19 MiB, two passes, one lane).
 * Raising them here is enough: a stored hash made with others is renewed at the next login.
 */
const parameters = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

/** The number the library uses for Argon2id; its enum cannot be imported under isolatedModules. */
const argon2id = 2;

/** NFKC: the same word typed full-width, half-width or by another input method gives the same bytes. */
const bytesOf = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(bytesOf(password), parameters);

export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, bytesOf(password));

/** True when the hash was made with parameters that are no longer ours. */
export const needsRehash = (stored: string): boolean => {
  const made = parseOptions(stored);
  return (
    made.algorithm !== argon2id ||
    made.memoryCost !== parameters.memoryCost ||
    made.timeCost !== parameters.timeCost ||
    made.parallelism !== parameters.parallelism
  );
};

let dummy: Promise<string> | undefined;

/** Takes as long as a real check, so that an unknown login is not told from a known one by the clock. */
export const verifyAgainstNobody = async (password: string): Promise<false> => {
  dummy ??= hashPassword('no user has this password');
  await verifyPassword(await dummy, password);
  return false;
};
