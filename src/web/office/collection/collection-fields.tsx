import type { CollectionList } from '../../../app/collection/read-collection.ts';
import type { Form } from '../../middleware/form.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { type FieldSentences, TextArea, TextField } from '../forms/field.tsx';

interface FieldsProps {
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly units: readonly { readonly unitKey: string; readonly unitName: string; readonly asked: number }[];
}

/** Until when, with which words, and of whom. */
export const CollectionFields = ({ form, sentences, units }: FieldsProps) => (
  <>
    <TextField
      form={form}
      name="dueOn"
      label="期限"
      type="date"
      size="short"
      sentences={sentences}
      required
    />
    <TextArea
      form={form}
      name="note"
      label="課への伝言"
      hint="入力表のいちばん上と、督促のメールに載ります。"
      rows={3}
      sentences={sentences}
    />
    <ChoiceGroup
      form={form}
      name="unitKeys"
      label="尋ねる課"
      choices={units.map(({ unitKey, unitName, asked }) => ({
        value: unitKey,
        label: `${unitName}（${asked}件）`,
      }))}
      foldAbove={40}
      empty="指標を担当する課がありません。指標の「定義」で担当の組織を決めてください。"
      sentences={sentences}
    />
  </>
);

/** Units something is asked of, in the town's order. */
export const unitsToAsk = ({ units, asked }: Pick<CollectionList, 'units' | 'asked'>) =>
  units.flatMap(({ unitKey, name }) => {
    const count = asked.get(unitKey) ?? 0;
    return count === 0 ? [] : [{ unitKey, unitName: name, asked: count }];
  });
