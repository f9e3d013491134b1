import { createContext, useContext } from 'react';
import type { Form } from '../../../middleware/form.ts';
import type { Choice, FieldSentences } from '../../forms/field.tsx';
import { type Branch, branchOf, partOf, rowsOf, textOf } from '../form/branch.ts';

/** What every part of the editor looks at: the form as it stands and what is wrong with it. */
export interface Editing {
  readonly form: Form;
  readonly root: Branch;
  readonly sentences: FieldSentences;
  readonly href: string;
  /** The row just added or moved: it stands open. */
  readonly touched: string;
}

export const editingOf = (form: Form, sentences: FieldSentences, href: string, touched: string): Editing => ({
  form,
  root: branchOf(form.entries),
  sentences,
  href,
  touched,
});

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

export const useEditing = (): Editing => {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('fields of a scheme stand inside its editor');
  return editing;
};

/** A part that is wrong, or has just been worked on, is not folded away. */
export const isOpen = ({ sentences, touched }: Editing, prefix: string): boolean =>
  touched === prefix ||
  touched.startsWith(`${prefix}.`) ||
  [...sentences.keys()].some((name) => name === prefix || name.startsWith(`${prefix}.`));

const named = (rows: readonly Branch[], key: string, name: string): readonly Choice[] =>
  rows.map((row) => ({
    value: textOf(row, key),
    label: textOf(row, name).trim() || `（名前のない ${textOf(row, key)}）`,
  }));

export const measureChoices = ({ root }: Editing): readonly Choice[] =>
  named(rowsOf(root, 'measures'), 'key', 'name');
export const markChoices = ({ root }: Editing): readonly Choice[] =>
  named(rowsOf(root, 'marks'), 'key', 'name');
export const choicesOfMark = ({ root }: Editing, mark: string): readonly Choice[] => {
  const row = rowsOf(root, 'marks').find((each) => textOf(each, 'key') === mark);
  return row === undefined ? [] : named(rowsOf(row, 'choices'), 'key', 'label');
};
export const axisChoices = ({ root }: Editing): readonly Choice[] =>
  named(rowsOf(root, 'axes'), 'axisKey', 'name');

const gradeLabel = (row: Branch): string => {
  const [symbol, label] = [textOf(row, 'symbol').trim(), textOf(row, 'label').trim()];
  if (label === '') return symbol === '' ? `（名前のない段階 ${textOf(row, 'key')}）` : symbol;
  return symbol === '' || symbol === label ? label : `${symbol} ${label}`;
};

/** Grades of the axis at a place. */
export const gradeChoices = ({ root }: Editing, axis: number): readonly Choice[] =>
  rowsOf(partOf(root, 'axes', String(axis)), 'grades').map((row) => ({
    value: textOf(row, 'key'),
    label: gradeLabel(row),
  }));

/** Place of the axis of the headline; -1 where there is none. */
export const overallPlace = ({ root }: Editing): number => {
  const axes = rowsOf(root, 'axes');
  const wanted = textOf(root, 'overall');
  return wanted === '' ? axes.length - 1 : axes.findIndex((axis) => textOf(axis, 'axisKey') === wanted);
};
