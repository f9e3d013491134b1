import type { Form } from '../../middleware/form.ts';
import { type FieldSentences, TextField } from '../forms/field.tsx';

interface RowSourceProps {
  readonly form: Form;
  /** Name of the row's fields up to the dot. */
  readonly row: string;
  readonly number: number;
  readonly sentences: FieldSentences;
}

/** 出典 of one entry of the header. */
export const RowSource = ({ form, row, number, sentences }: RowSourceProps) => (
  <div className="fields-row">
    <TextField form={form} name={`${row}.document`} label={`記載${number}の出典`} sentences={sentences} />
    <TextField form={form} name={`${row}.place`} label={`記載${number}の出典の場所`} sentences={sentences} />
  </div>
);
