import type { Entries } from '../../../forms/entries.ts';
import type { RowOperation } from '../../../judgement/form/row-operation.ts';

/** Fields that hold keys of a list's rows; what they hold goes with the row. */
const holders: Readonly<Record<string, RegExp>> = {
  types: /\.(?:types|exceptTypes)$/u,
  criteria: /^stages\.\d+\.criteria$/u,
  texts: /^stages\.\d+\.texts$/u,
};

/**
 * The form without what pointed at a row that is about to go: a stage does not ask a question that is no more. A grade
 * or an axis that is chosen one by one stays, and is told to be gone.
 */
export const withoutReferences = (entries: Entries, operation: RowOperation): Entries => {
  if (operation.do !== 'remove') return entries;
  const { list, row } = operation;
  const key = entries.find(([name]) => name === `${list}.${row}.key`)?.[1];
  const holder = holders[list];
  if (key === undefined) return entries;
  return entries.filter(
    ([name, value]) =>
      !(holder?.test(name) === true && value === key) &&
      !(list === 'criteria' && name.endsWith(`.when.${key}`)),
  );
};
