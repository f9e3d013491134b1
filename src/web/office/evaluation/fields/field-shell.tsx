import type { ReactNode } from 'react';
import { originWords } from './field-words.ts';
import { idOf, type Sheet, useSheet } from './sheet-context.ts';

interface Shell {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Under which condition it is answered; '' for none. */
  readonly condition?: string;
  /** How far the words go; '' for no limit told. */
  readonly limit?: string;
}

/** Ids of what is read out with a control. */
export const describedBy = (sheet: Sheet, { name, hint = '', condition = '' }: Shell): string | undefined => {
  const id = idOf(sheet, name);
  const ids = [
    ...(hint === '' ? [] : [`${id}-hint`]),
    ...(condition === '' ? [] : [`${id}-when`]),
    ...((sheet.problems.get(name)?.length ?? 0) > 0 ? [`${id}-problem`] : []),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
};

export const isWrong = ({ problems }: Sheet, name: string): boolean => (problems.get(name)?.length ?? 0) > 0;

/** Their condition says when they are required; 任意 would say otherwise. */
const underCondition: ReadonlySet<string> = new Set(['direction-reason', 'grade-reason']);

/** 必須, and where the answer came from. */
export const Marks = ({ name }: { readonly name: string }) => {
  const sheet = useSheet();
  const origin = sheet.prefilled[name];
  const asked = sheet.asked.get(name);
  return (
    <>
      {asked?.required === true && !sheet.readOnly && <span className="sheet-mark">必須</span>}
      {asked !== undefined && !asked.required && !sheet.readOnly && !underCondition.has(asked.kind) && (
        <span className="sheet-mark sheet-mark--quiet">任意</span>
      )}
      {origin !== undefined && origin !== '' && (
        <span className="sheet-mark sheet-mark--from" data-prefilled={name}>
          {originWords(origin)}
        </span>
      )}
    </>
  );
};

const Notes = ({ name, hint = '', condition = '', limit = '' }: Shell) => {
  const sheet = useSheet();
  const id = idOf(sheet, name);
  return (
    <>
      {hint !== '' && (
        <p className="sheet-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {condition !== '' && (
        <p className="sheet-field__when" id={`${id}-when`}>
          {condition}
        </p>
      )}
      {limit !== '' && !sheet.readOnly && <p className="sheet-field__hint">{limit}</p>}
    </>
  );
};

export const Problems = ({ name }: { readonly name: string }) => {
  const sheet = useSheet();
  const own = sheet.problems.get(name) ?? [];
  return own.length === 0 ? null : (
    <ul className="field__problem" id={`${idOf(sheet, name)}-problem`}>
      {own.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};

/** A question with several controls: its label is the legend. */
export const GroupShell = ({ children, ...shell }: Shell & { readonly children: ReactNode }) => {
  const sheet = useSheet();
  return (
    <fieldset
      className="sheet-field"
      id={idOf(sheet, shell.name)}
      data-field={shell.name}
      aria-describedby={describedBy(sheet, shell)}
    >
      <legend className="sheet-field__label">
        {shell.label} <Marks name={shell.name} />
      </legend>
      <div className="sheet-field__body">
        <Notes {...shell} />
        {children}
        <Problems name={shell.name} />
      </div>
    </fieldset>
  );
};

/** A question with one control. */
export const LineShell = ({ children, ...shell }: Shell & { readonly children: ReactNode }) => {
  const sheet = useSheet();
  const id = idOf(sheet, shell.name);
  return (
    <div className="sheet-field" data-field={shell.name}>
      <div className="sheet-field__label">
        {sheet.readOnly ? (
          <span id={`${id}-label`}>{shell.label}</span>
        ) : (
          <label htmlFor={id}>{shell.label}</label>
        )}{' '}
        <Marks name={shell.name} />
      </div>
      <div className="sheet-field__body">
        <Notes {...shell} />
        {children}
        <Problems name={shell.name} />
      </div>
    </div>
  );
};
