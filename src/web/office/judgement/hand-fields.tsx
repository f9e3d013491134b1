import type { Form } from '../../middleware/form.ts';
import type { Viewer } from '../../middleware/session.ts';
import { type FieldSentences, SelectField, TextArea } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { fieldOf, type HandSubject } from './hand-form.ts';

interface HandFieldsProps {
  readonly viewer: Viewer;
  /** The indicator's own page of judgement, which takes the form. */
  readonly action: string;
  readonly fiscalYear: number;
  readonly subjects: readonly HandSubject[];
  readonly form: Form;
  readonly sentences: FieldSentences;
  /** Where the page is that shows the form: 'sheet' comes back to the sheet. */
  readonly back: 'sheet' | 'indicator';
}

/** 人による判定 of one indicator's year: marks, and another grade than the machine's with its reason. */
export const HandFields = (props: HandFieldsProps) => {
  const { viewer, action, fiscalYear, subjects, sentences, back } = props;
  return (
    <form method="post" action={action} className="form hand-form no-print">
      <CsrfField viewer={viewer} />
      <input type="hidden" name="fiscalYear" value={fiscalYear} />
      <input type="hidden" name="back" value={back} />
      {subjects.map((one) => {
        const field = fieldOf(one);
        return (
          <fieldset className="scheme-row" key={field}>
            <legend>{one.kind === 'mark' ? one.name : `「${one.name}」を計算と違う判定にする`}</legend>
            <input type="hidden" name={`${field}.seen`} value={props.form.text(`${field}.seen`)} />
            <SelectField
              form={props.form}
              name={`${field}.choice`}
              label={one.kind === 'mark' ? '評価' : '判定'}
              choices={[
                { value: '', label: one.kind === 'mark' ? 'まだ付けない' : '計算のとおり' },
                ...one.choices,
              ]}
              sentences={sentences}
            />
            <TextArea
              form={props.form}
              name={`${field}.reason`}
              label="理由"
              rows={2}
              hint={one.kind === 'mark' ? undefined : '計算と違う判定にするときは必ず'}
              sentences={sentences}
            />
          </fieldset>
        );
      })}
      <button type="submit" className="button button--small">
        人による判定を保存する
      </button>
    </form>
  );
};
