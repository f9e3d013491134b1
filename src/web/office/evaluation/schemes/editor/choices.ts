import type { Choice } from '../../../forms/field.tsx';
import type { Editing } from '../../../judgement/editor/editing.ts';
import { type Branch, rowsOf, textOf } from '../../../judgement/form/branch.ts';

export const keyOf = (row: Branch): string => textOf(row, 'key');

const named = (rows: readonly Branch[], name = 'label'): readonly Choice[] =>
  rows.map((row) => ({
    value: keyOf(row),
    label: textOf(row, name).trim() || `（名前のない ${keyOf(row)}）`,
  }));

/** Rows of a list of the form, to choose from. */
export const choicesOf = ({ root }: Editing, list: string): readonly Choice[] => named(rowsOf(root, list));

/** The criteria before a place with their levels: what a condition may look at. */
export const criteriaBefore = (
  { root }: Editing,
  place: number,
): readonly { readonly key: string; readonly label: string; readonly levels: readonly Choice[] }[] =>
  rowsOf(root, 'criteria')
    .slice(0, place)
    .map((row) => ({
      key: keyOf(row),
      label: textOf(row, 'label').trim() || `（名前のない ${keyOf(row)}）`,
      levels: named(rowsOf(row, 'levels')),
    }));
