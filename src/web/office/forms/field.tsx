import type { ReactNode } from 'react';
import type { Form } from '../../middleware/form.ts';

/** Sentences about fields, by field name. Shown beside the field and read with it. */
export type FieldSentences = ReadonlyMap<string, readonly string[]>;

export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

interface FrameProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly sentences?: FieldSentences | undefined;
  readonly required?: boolean | undefined;
  /** A repeated field in a table: the label is read, not shown. */
  readonly quietLabel?: boolean | undefined;
  readonly children?: ReactNode;
}

/** Attributes that tie a control to its hint and to what is wrong with it. */
export const describe = ({ name, hint, sentences }: Pick<FrameProps, 'name' | 'hint' | 'sentences'>) => {
  const id = fieldId(name);
  const wrong = (sentences?.get(name)?.length ?? 0) > 0;
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(wrong ? [`${id}-problem`] : [])];
  return {
    id,
    name,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(wrong ? { 'aria-invalid': true as const } : {}),
  };
};

export const FieldProblems = ({ name, sentences }: Pick<FrameProps, 'name' | 'sentences'>) => {
  const own = sentences?.get(name) ?? [];
  return own.length === 0 ? null : (
    <ul className="field__problem" id={`${fieldId(name)}-problem`}>
      {own.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};

export const FieldFrame = ({ name, label, hint, sentences, required, quietLabel, children }: FrameProps) => (
  <div className="field">
    <label htmlFor={fieldId(name)} className={quietLabel ? 'visually-hidden' : undefined}>
      {label}
      {required && <span className="field__required">必須</span>}
    </label>
    {hint !== undefined && (
      <p className="field__hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    )}
    {children}
    <FieldProblems name={name} sentences={sentences} />
  </div>
);

export interface FieldProps extends Omit<FrameProps, 'children'> {
  readonly form: Form;
  readonly readOnly?: boolean | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'date' | 'url';
  readonly inputMode?: 'decimal' | 'numeric';
  readonly size?: 'short' | 'medium' | 'wide';
  /** Id of a list of suggestions on the page. */
  readonly list?: string;
}

export const TextField = ({
  form,
  readOnly,
  type = 'text',
  inputMode,
  size = 'wide',
  list,
  ...frame
}: TextFieldProps) => (
  <FieldFrame {...frame}>
    <input
      {...describe(frame)}
      type={type}
      inputMode={inputMode}
      list={list}
      className={`input input--${size}`}
      defaultValue={form.text(frame.name)}
      readOnly={readOnly}
      aria-required={frame.required}
      autoComplete="off"
    />
  </FieldFrame>
);

export const TextArea = ({ form, readOnly, rows = 6, ...frame }: FieldProps & { readonly rows?: number }) => (
  <FieldFrame {...frame}>
    <textarea
      {...describe(frame)}
      className="input input--area"
      rows={rows}
      defaultValue={form.text(frame.name)}
      readOnly={readOnly}
      aria-required={frame.required}
    />
  </FieldFrame>
);

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export const SelectField = ({
  form,
  choices,
  ...frame
}: FieldProps & { readonly choices: readonly Choice[] }) => (
  <FieldFrame {...frame}>
    <select {...describe(frame)} className="input input--medium" defaultValue={form.text(frame.name)}>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </FieldFrame>
);
