import type { ReactNode } from 'react';
import type { ProgrammeChoices } from '../../../app/programme/read-programme-list.ts';
import { legalObligations } from '../../../domain/programme/programme.ts';
import type { Form } from '../../middleware/form.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { unitChoices } from '../plans/place-choices.ts';
import { itemChoices } from './list-filters.tsx';
import { obligationWords } from './words.ts';

interface ProgrammeFieldsProps {
  readonly form: Form;
  readonly choices: ProgrammeChoices;
  readonly sentences: FieldSentences;
  /** What somebody else has written meanwhile, beside a field. */
  readonly beside: (field: string) => ReactNode;
}

/** A key that is stored and not among the choices any more stays choosable: saving must not change it. */
const withStored = (choices: readonly { value: string; label: string }[], stored: string) =>
  stored === '' || choices.some(({ value }) => value === stored)
    ? choices
    : [...choices, { value: stored, label: stored }];

/** Everything of a programme but its years and its measures. */
export const ProgrammeFields = ({ form, choices, sentences, beside }: ProgrammeFieldsProps) => (
  <>
    {beside('number')}
    {beside('name')}
    <div className="fields-row">
      <TextField form={form} name="number" label="事業番号" size="short" sentences={sentences} />
      <TextField form={form} name="name" label="事業名" sentences={sentences} required />
    </div>
    {['unitKey', 'typeKey', 'expenseClass'].map((field) => (
      <div key={field}>{beside(field)}</div>
    ))}
    <div className="fields-row">
      <SelectField
        form={form}
        name="unitKey"
        label="担当の組織"
        sentences={sentences}
        choices={[
          { value: '', label: '（決めていない）' },
          ...unitChoices(choices.units, [form.text('unitKey')], choices.today).map(
            ({ value, label, indent }) => ({
              value,
              label: `${'　'.repeat(indent)}${label}`,
            }),
          ),
        ]}
      />
      <SelectField
        form={form}
        name="typeKey"
        label="事業種別"
        sentences={sentences}
        choices={[
          { value: '', label: '（決めていない）' },
          ...withStored(
            choices.types.map(({ key, label }) => ({ value: key, label })),
            form.text('typeKey'),
          ),
        ]}
      />
      <SelectField
        form={form}
        name="expenseClass"
        label="経費区分"
        sentences={sentences}
        choices={[
          { value: '', label: '（分けていない）' },
          ...withStored(
            choices.expenseClasses.map(({ key, label }) => ({ value: key, label })),
            form.text('expenseClass'),
          ),
        ]}
      />
    </div>
    {beside('targetGroup')}
    <TextArea form={form} name="targetGroup" label="対象（だれに・何に）" rows={2} sentences={sentences} />
    {beside('means')}
    <TextArea form={form} name="means" label="手段（どうやって）" rows={3} sentences={sentences} />
    {beside('intent')}
    <TextArea form={form} name="intent" label="意図（どうなってほしいか）" rows={3} sentences={sentences} />
    {beside('legalObligation')}
    {beside('legalBasis')}
    <div className="fields-row">
      <SelectField
        form={form}
        name="legalObligation"
        label="法定義務"
        sentences={sentences}
        choices={legalObligations.map((value) => ({ value, label: obligationWords[value] }))}
      />
      <TextField form={form} name="legalBasis" label="根拠法令" sentences={sentences} />
    </div>
    {beside('startFiscalYear')}
    {beside('endFiscalYear')}
    <div className="fields-row">
      <TextField
        form={form}
        name="startFiscalYear"
        label="開始年度"
        hint="令和6年度、R6 など"
        size="short"
        sentences={sentences}
      />
      <TextField
        form={form}
        name="endFiscalYear"
        label="終了年度"
        hint="終わる事業の最後の年度"
        size="short"
        sentences={sentences}
      />
    </div>
    {beside('planItems')}
    <ChoiceGroup
      form={form}
      name="planItems"
      label="計画項目（いくつでも。なくてもよい）"
      choices={itemChoices(choices.items)}
      sentences={sentences}
      empty="計画の項目がまだありません。"
    />
    {beside('statedPlace')}
    <TextField
      form={form}
      name="statedPlace"
      label="施策（出典の記載）"
      hint="もとの資料での位置。計画項目とのつながりとは別に、そのまま残します。"
      sentences={sentences}
    />
    {beside('note')}
    <TextArea form={form} name="note" label="備考" rows={2} sentences={sentences} />
    <h2>出典</h2>
    {beside('source')}
    <TextField form={form} name="source.document" label="資料の名前" sentences={sentences} />
    <div className="fields-row">
      <TextField form={form} name="source.publisher" label="発行者" />
      <TextField form={form} name="source.place" label="資料の中の場所" />
      <TextField form={form} name="source.date" label="発行年月" size="short" />
    </div>
    <TextField form={form} name="source.url" label="アドレス（URL）" sentences={sentences} />
  </>
);
