import type { ReactNode } from 'react';
import { ChoiceGroup } from '../../forms/choices.tsx';
import { type Choice, FieldProblems, fieldId, SelectField, TextArea, TextField } from '../../forms/field.tsx';
import { isOpen, useEditing } from './editing.ts';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** In a table: the label is read, not shown. */
  readonly quietLabel?: boolean;
}

export const Text = (
  props: Named & { readonly size?: 'short' | 'medium' | 'wide'; readonly list?: string },
) => {
  const { form, sentences } = useEditing();
  return <TextField form={form} sentences={sentences} {...props} />;
};

export const Area = (props: Named & { readonly rows?: number }) => {
  const { form, sentences } = useEditing();
  return <TextArea form={form} sentences={sentences} {...props} />;
};

/** A choice that is no longer among those offered stays chosen, and is said to be gone. */
export const Select = ({
  choices,
  none,
  ...props
}: Named & { readonly choices: readonly Choice[]; readonly none?: string }) => {
  const { form, sentences } = useEditing();
  const chosen = form.text(props.name);
  const offered = none === undefined ? choices : [{ value: '', label: none }, ...choices];
  const isKnown = offered.some(({ value }) => value === chosen);
  return (
    <SelectField
      form={form}
      sentences={sentences}
      choices={isKnown ? offered : [...offered, { value: chosen, label: `（なくなった選択肢 ${chosen}）` }]}
      {...props}
    />
  );
};

export const Boxes = (props: Named & { readonly choices: readonly Choice[]; readonly empty?: string }) => {
  const { form, sentences } = useEditing();
  const gone = form
    .all(props.name)
    .filter((value) => !props.choices.some((choice) => choice.value === value))
    .map((value) => ({ value, label: `（なくなった選択肢 ${value}）` }));
  return (
    <ChoiceGroup
      form={form}
      sentences={sentences}
      foldAbove={40}
      {...props}
      choices={[...props.choices, ...gone]}
    />
  );
};

export const Kept = ({ name }: { readonly name: string }) => {
  const { form } = useEditing();
  return <input type="hidden" name={name} value={form.text(name)} />;
};

/** What is wrong with a group as a whole. */
export const GroupProblems = ({ name }: { readonly name: string }) => {
  const { sentences } = useEditing();
  return <FieldProblems name={name} sentences={sentences} />;
};

interface RowButtonProps {
  readonly then: string;
  /** The place the page comes back to. */
  readonly to: string;
  readonly children: ReactNode;
  readonly label?: string;
}

/** Sends the form as it stands, to have a row added, removed or moved; nothing is saved. */
export const RowButton = ({ then, to, children, label }: RowButtonProps) => {
  const { href } = useEditing();
  return (
    <button
      type="submit"
      name="then"
      value={then}
      formAction={`${href}#${fieldId(to)}`}
      className="button button--quiet button--small"
      aria-label={label}
    >
      {children}
    </button>
  );
};

interface FoldProps {
  /** Field or list it holds; also where a row button comes back to. */
  readonly name: string;
  readonly title: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A long part, folded to its title; open where something is wrong or has just been added. */
export const Fold = ({ name, title, open = false, children }: FoldProps) => {
  const editing = useEditing();
  return (
    <details className="scheme-fold" id={fieldId(name)} open={open || isOpen(editing, name)}>
      <summary>{title}</summary>
      <div className="scheme-fold__body">{children}</div>
    </details>
  );
};

interface RowToolsProps {
  readonly list: string;
  readonly row: number;
  readonly length: number;
  /** 段階「達成」 */
  readonly what: string;
  readonly movable?: boolean;
  /** Of a large part: what the button takes away, in words on it. */
  readonly removes?: string;
}

export const RowTools = ({ list, row, length, what, movable = true, removes = '' }: RowToolsProps) => (
  <span className="row-tools">
    {movable && row > 0 && (
      <RowButton then={`up ${list}.${row}`} to={list} label={`${what}を上へ`}>
        ↑ 上へ
      </RowButton>
    )}
    {movable && row < length - 1 && (
      <RowButton then={`down ${list}.${row}`} to={list} label={`${what}を下へ`}>
        ↓ 下へ
      </RowButton>
    )}
    <RowButton
      then={`remove ${list}.${row}`}
      to={list}
      label={removes === '' ? `${what}を消す` : `${removes}を消す（${what}）`}
    >
      {removes === '' ? '消す' : `${removes}を消す`}
    </RowButton>
  </span>
);
