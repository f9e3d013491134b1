import type { Problem } from '../../../domain/kernel/problem.ts';
import type { RowOf } from '../forms/rows.ts';

/** Rows by the number typed beside them; without one, or with the same, as they stand. `index`: where it stands. */
export const inTypedOrder = <Row extends RowOf<'order'>>(
  rows: readonly Row[],
): readonly { readonly row: Row; readonly index: number }[] => {
  const place = (row: Row): number => {
    const number = Number(row.order.normalize('NFKC').trim() || 'NaN');
    return Number.isFinite(number) ? number : Number.POSITIVE_INFINITY;
  };
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => {
      const [first, second] = [place(a.row), place(b.row)];
      return first === second ? a.index - b.index : first - second;
    });
};

/** Field of the form for ['header', part, 2, 'label']: `part.2.label`. */
export const rowNameOf =
  (part: string) =>
  (path: Problem['path']): string | null => {
    const at = path.indexOf(part);
    const [index, field] = path.slice(at + 1);
    return at === -1 || typeof index !== 'number' || typeof field !== 'string'
      ? null
      : `${part}.${index}.${field}`;
  };
