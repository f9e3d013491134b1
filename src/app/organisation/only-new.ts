import { isDeepStrictEqual } from 'node:util';

/** Which of `given` are not stored yet, and which are stored under the same key but say something else. */
export const onlyNew = <T>(
  stored: readonly T[],
  given: readonly T[],
  keyOf: (entry: T) => string,
): { readonly added: readonly T[]; readonly differing: readonly T[] } => {
  const known = new Map(stored.map((entry) => [keyOf(entry), entry]));
  return {
    added: given.filter((entry) => !known.has(keyOf(entry))),
    differing: given.filter((entry) => {
      const there = known.get(keyOf(entry));
      return there !== undefined && !isDeepStrictEqual({ ...there }, { ...entry });
    }),
  };
};
