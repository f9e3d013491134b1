/** PostgreSQL takes 65,535 parameters a statement: rows of many columns go in groups of `size`. */
export const inChunks = async <Row>(
  rows: readonly Row[],
  size: number,
  write: (chunk: Row[]) => Promise<unknown>,
): Promise<void> => {
  for (let start = 0; start < rows.length; start += size) await write(rows.slice(start, start + size));
};
