import { errorAt, type Problem } from '../kernel/problem.ts';

interface Keyed {
  readonly key: string;
}

/** Two rows of a list with one key. */
export const doubleKeys = (rows: readonly Keyed[], path: Problem['path']): readonly Problem[] => {
  const seen = new Set<string>();
  return rows.flatMap(({ key }, at) => {
    const isDouble = seen.has(key);
    seen.add(key);
    return isDouble ? [errorAt('evaluation-scheme-key-twice', [...path, at, 'key'], { key })] : [];
  });
};

/** Keys that name none of the rows they should. `what`: 種類, 項目, 段階 … */
export const unknownKeys = (
  keys: readonly string[],
  rows: readonly Keyed[],
  path: Problem['path'],
  what: string,
): readonly Problem[] =>
  keys
    .filter((key) => !rows.some((row) => row.key === key))
    .map((key) => errorAt('evaluation-scheme-names-nothing', path, { what, key }));
