/** What a button beside a row asks for: 'add', 'remove 2', 'up 2', 'down 2'. Nothing is saved by it. */
export type RowStep =
  | { readonly do: 'add' }
  | { readonly do: 'remove' | 'up' | 'down'; readonly row: number };

export const readRowStep = (then: string): RowStep | null => {
  if (then === 'add') return { do: 'add' };
  const [, what, row] = /^(remove|up|down) (\d{1,3})$/u.exec(then) ?? [];
  return what === 'remove' || what === 'up' || what === 'down' ? { do: what, row: Number(row) } : null;
};

/** The rows with one added at the end, taken away, or changed with its neighbour. */
export const withRowStep = <Row>(rows: readonly Row[], step: RowStep, fresh: Row): readonly Row[] => {
  if (step.do === 'add') return [...rows, fresh];
  if (step.do === 'remove') return rows.toSpliced(step.row, 1);
  const other = step.do === 'up' ? step.row - 1 : step.row + 1;
  const [a, b] = [rows[step.row], rows[other]];
  return a === undefined || b === undefined ? rows : rows.with(step.row, b).with(other, a);
};
