import type { ReactNode } from 'react';
import { type Choice, fieldId } from '../../../forms/field.tsx';
import { useEditing } from '../../../judgement/editor/editing.ts';
import { GroupProblems, Kept, RowButton, RowTools, Select, Text } from '../../../judgement/editor/fields.tsx';
import { partOf, rowsOf } from '../../../judgement/form/branch.ts';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly size?: 'short' | 'medium' | 'wide';
  /** A choice instead of words. */
  readonly choices?: readonly Choice[];
  /** What choosing nothing is called. */
  readonly none?: string;
}

interface RowTableProps {
  /** Place of the list in the form: 'types', 'criteria.0.levels' */
  readonly list: string;
  /** 種類 */
  readonly what: string;
  readonly columns: readonly Column[];
  /** Whether rows have a key that is kept. */
  readonly keyed?: boolean;
  readonly hint?: ReactNode;
}

const Cell = ({
  row,
  at,
  what,
  column,
}: {
  readonly row: string;
  readonly at: number;
  readonly what: string;
  readonly column: Column;
}) => {
  const name = `${row}.${column.name}`;
  const label = `${what}${at + 1}の${column.label}`;
  return column.choices === undefined ? (
    <Text name={name} label={label} size={column.size ?? 'wide'} quietLabel />
  ) : (
    <Select
      name={name}
      label={label}
      choices={column.choices}
      {...(column.none === undefined ? {} : { none: column.none })}
      quietLabel
    />
  );
};

/** A list of like rows: a table of fields with its buttons; on a phone the rows stand under one another. */
export const RowTable = ({ list, what, columns, keyed = true, hint }: RowTableProps) => {
  const { root } = useEditing();
  const names = list.split('.');
  const rows = rowsOf(partOf(root, ...names.slice(0, -1)), names.at(-1) ?? '');
  return (
    <div id={fieldId(list)} className="grades">
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      <GroupProblems name={list} />
      {rows.length > 0 && (
        <div className="edit-rows">
          <table className="table table--edit">
            <caption className="visually-hidden">{what}</caption>
            <thead>
              <tr>
                {columns.map(({ name, label }) => (
                  <th scope="col" key={name}>
                    {label}
                  </th>
                ))}
                <th scope="col">行</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((_, at) => {
                const row = `${list}.${at}`;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
                  <tr key={at}>
                    {columns.map((column, nth) => (
                      <td key={column.name} id={nth === 0 ? fieldId(row) : undefined}>
                        {nth === 0 && keyed && <Kept name={`${row}.key`} />}
                        {nth === 0 && <GroupProblems name={row} />}
                        {nth === 0 && keyed && <GroupProblems name={`${row}.key`} />}
                        <Cell row={row} at={at} what={what} column={column} />
                      </td>
                    ))}
                    <td>
                      <RowTools list={list} row={at} length={rows.length} what={`${what}${at + 1}`} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <RowButton then={`add ${list}`} to={list}>
        {what}を加える
      </RowButton>
    </div>
  );
};
