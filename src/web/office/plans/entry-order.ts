import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import { isBlankRow, type RowOf, rowsOf } from '../forms/rows.ts';

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

/** Rows something was typed into, in their typed order: what a list is read from, and what its refusals count. */
export const typedRowsOf = <Field extends string>(
  form: Form,
  part: string,
  fields: readonly (Field | 'order')[],
  /** Fields that always have a value. */
  ignoring: readonly (Field | 'order')[],
): readonly { readonly row: RowOf<Field | 'order'>; readonly index: number }[] =>
  inTypedOrder(rowsOf(form, part, fields)).filter(({ row }) => !isBlankRow(row, ignoring));

/** A list of the form: `part` as in the names of its fields and in the paths of its refusals. */
export interface TypedList<Edit> {
  readonly part: string;
  /** Where each entry that was read stands in the form, from 0. */
  readonly indexes: (form: Form) => readonly number[];
  /** Keys of the entries as read, where refusals name an entry by its key. */
  readonly keys?: (edit: Edit) => readonly string[];
}

/** Refusals count the entries as they were read, the person sees the rows as they stand: the paths are turned to those. */
export const atTypedRows = <Edit>(
  problems: readonly Problem[],
  list: TypedList<Edit>,
  form: Form,
  edit: Edit,
): readonly Problem[] => {
  const indexes = list.indexes(form);
  const keys = list.keys?.(edit) ?? [];
  return problems.map((problem) => {
    const at = problem.path.indexOf(list.part);
    const entry = problem.path[at + 1];
    if (at === -1 || entry === undefined) return problem;
    const index = indexes[typeof entry === 'number' ? entry : keys.indexOf(entry)];
    return index === undefined ? problem : { ...problem, path: problem.path.with(at + 1, index) };
  });
};

/** Field of the form for ['header', part, 2, 'label']: `part.2.label`; what belongs to a source stands in the row itself. */
export const rowNameOf =
  (part: string) =>
  (path: Problem['path']): string | null => {
    const at = path.indexOf(part);
    const [index, field] = path.slice(at + 1).filter((each) => each !== 'source');
    return at === -1 || typeof index !== 'number' || typeof field !== 'string'
      ? null
      : `${part}.${index}.${field}`;
  };
