/** Those whose key an earlier one has. */
export const repeated = <T>(entries: readonly T[], keyOf: (entry: T) => string): readonly T[] => {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
};
