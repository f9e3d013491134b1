import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { SettingsLayout } from './settings-layout.tsx';
import type { UnitChange } from './unit-change-form.ts';
import { indented, type UnitChoice } from './unit-choices.ts';

interface UnitChangePageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly change: UnitChange;
  readonly choices: readonly UnitChoice[];
  readonly form: Form;
  readonly problems?: readonly string[];
  readonly sentences?: FieldSentences | undefined;
}

type Fields = Pick<UnitChangePageProps, 'form' | 'choices' | 'sentences'>;

const UnitSelect = ({ form, choices, sentences, name, label }: Fields & { name: string; label: string }) => (
  <SelectField
    form={form}
    name={name}
    label={label}
    sentences={sentences}
    choices={[{ value: '', label: '選んでください' }, ...indented(choices)]}
  />
);

const NewUnitFields = ({ form, choices, sentences }: Fields) => (
  <>
    <div className="fields-row">
      <TextField form={form} name="name" label="新しい名前" required sentences={sentences} />
      <TextField
        form={form}
        name="kind"
        label="種別"
        hint="部、課、係など、この団体の呼び方で。"
        size="medium"
        required
        sentences={sentences}
      />
    </div>
    <SelectField
      form={form}
      name="parentKey"
      label="上の組織"
      sentences={sentences}
      choices={[{ value: '', label: 'なし（いちばん上）' }, ...indented(choices)]}
    />
  </>
);

const partRows = [0, 1, 2, 3];

const SplitFields = ({ form, sentences }: Fields) => (
  <fieldset className="field">
    <legend>分割した先（二つ以上）</legend>
    <p className="field__hint">上の組織は元と同じです。下の組織は、最初の行の組織の下に移ります。</p>
    {partRows.map((row) => (
      <div className="fields-row" key={row}>
        <TextField
          form={form}
          name={`parts.${row}.name`}
          label={`${row + 1}つ目の名前`}
          sentences={sentences}
        />
        <TextField form={form} name={`parts.${row}.kind`} label={`${row + 1}つ目の種別`} size="medium" />
      </div>
    ))}
  </fieldset>
);

const ChangeFields = (props: Fields & { readonly kind: UnitChange['kind'] }) => {
  const { kind, ...fields } = props;
  switch (kind) {
    case 'add':
      return <NewUnitFields {...fields} />;
    case 'rename':
      return (
        <>
          <UnitSelect {...fields} name="unitKey" label="今の組織" />
          <NewUnitFields {...fields} />
        </>
      );
    case 'merge':
      return (
        <>
          <ChoiceGroup
            form={fields.form}
            name="unitKeys"
            label="統合する組織（二つ以上）"
            choices={fields.choices}
            foldAbove={1000}
            sentences={fields.sentences}
          />
          <NewUnitFields {...fields} />
        </>
      );
    case 'split':
      return (
        <>
          <UnitSelect {...fields} name="unitKey" label="分割する組織" />
          <SplitFields {...fields} />
        </>
      );
    case 'transfer':
      return (
        <>
          <UnitSelect {...fields} name="unitKey" label="移す元" />
          <UnitSelect {...fields} name="toKey" label="移す先" />
        </>
      );
    case 'abolish':
      return <UnitSelect {...fields} name="unitKey" label="廃止する組織" />;
    default:
      return kind satisfies never;
  }
};

export const UnitChangePage = (props: UnitChangePageProps) => {
  const { town, viewer, change, choices, form, problems, sentences } = props;
  const fields = { form, choices, sentences };
  return (
    <SettingsLayout title={change.label} page="units" below town={town} viewer={viewer} problems={problems}>
      <form
        method="post"
        action={`/m/${town.municipality}/office/settings/units/${change.kind}`}
        className="form"
      >
        <CsrfField viewer={viewer} />
        <ChangeFields kind={change.kind} {...fields} />
        <TextField
          form={form}
          name="on"
          label="改編の日"
          hint="新しい体制の最初の日。元の組織は、その前の日で終わります。"
          type="date"
          size="medium"
          required
          sentences={sentences}
        />
        {change.kind !== 'add' && (
          <TextArea form={form} name="reason" label="理由" rows={3} required sentences={sentences} />
        )}
        <p>
          終わる組織の名前は、これまでの計画や履歴に残ります。終わる組織の役割は、引き継ぐ組織に自動で移ります。
        </p>
        <p className="actions">
          <button type="submit" className="button">
            {change.label}
          </button>
        </p>
      </form>
    </SettingsLayout>
  );
};
