import type { ReactNode } from 'react';
import { type Choice, FieldProblems, type FieldProps, fieldId } from './field.tsx';

interface ChoiceGroupProps extends Omit<FieldProps, 'required' | 'quietLabel'> {
  readonly choices: readonly (Choice & { readonly indent?: number; readonly note?: string })[];
  readonly kind?: 'checkbox' | 'radio';
  /** Many choices: those not chosen are folded away. */
  readonly foldAbove?: number;
  readonly empty?: string;
}

const Option = ({
  props,
  choice,
  index,
}: {
  readonly props: ChoiceGroupProps;
  readonly choice: ChoiceGroupProps['choices'][number];
  readonly index: number;
}) => {
  const { form, name, kind = 'checkbox' } = props;
  return (
    <label className="choice" data-indent={choice.indent || undefined}>
      <input
        type={kind}
        name={name}
        id={`${fieldId(name)}-${index}`}
        value={choice.value}
        defaultChecked={form.all(name).includes(choice.value)}
      />
      <span>
        {choice.label}
        {choice.note !== undefined && <span className="choice__note">{choice.note}</span>}
      </span>
    </label>
  );
};

/** Several answers to one question, as boxes. What is chosen stands first when there are many. */
export const ChoiceGroup = (props: ChoiceGroupProps) => {
  const { form, name, label, hint, sentences, choices, foldAbove = 12, empty } = props;
  const chosen = new Set(form.all(name));
  const fold = choices.length > foldAbove;
  const shown = fold ? choices.filter(({ value }) => chosen.has(value)) : choices;
  const folded = fold ? choices.filter(({ value }) => !chosen.has(value)) : [];
  const options = (list: typeof choices): ReactNode =>
    list.map((choice) => (
      <Option key={choice.value} props={props} choice={choice} index={choices.indexOf(choice)} />
    ));
  return (
    <fieldset
      className="field field--choices"
      id={fieldId(name)}
      aria-describedby={hint === undefined ? undefined : `${fieldId(name)}-hint`}
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <p className="field__hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {choices.length === 0 && <p className="quiet">{empty ?? '選べるものがまだありません。'}</p>}
      <div className="choices">{options(shown)}</div>
      {folded.length > 0 && (
        <details>
          <summary>
            {shown.length === 0 ? `選ぶ（${folded.length}）` : `ほかから選ぶ（${folded.length}）`}
          </summary>
          <div className="choices">{options(folded)}</div>
        </details>
      )}
      <FieldProblems name={name} sentences={sentences} />
    </fieldset>
  );
};
