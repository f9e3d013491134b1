import type { ReactNode } from 'react';
import { sdgGoals } from '../../../domain/kernel/sdg-goals.data.ts';
import { differText } from '../../../domain/plan/difference-text.ts';
import type { PlanItem } from '../../../domain/plan/item.ts';
import type { Form } from '../../middleware/form.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { rowsOf } from '../forms/rows.ts';
import type { DeskPage } from './desk.ts';
import { FormerText } from './former-text.tsx';
import { investmentNames, itemFieldNames, partnerKinds } from './item-words.data.ts';
import { areaChoices, unitChoices } from './place-choices.ts';

export interface ItemFieldsProps {
  readonly desk: DeskPage;
  readonly item: PlanItem;
  readonly form: Form;
  readonly sentences: FieldSentences;
  /** The item in the revision before; null: new. */
  readonly former: PlanItem | null;
  /** Shown above a field two people changed. */
  readonly beside?: (field: string) => ReactNode;
}

type TextName = 'desiredState' | 'currentState' | 'issue' | 'approach';
const columns: readonly { readonly name: TextName; readonly hint: string }[] = [
  { name: 'desiredState', hint: 'どうなっていればよいか。「…している」と状態で。' },
  { name: 'currentState', hint: 'いまどうなっているか。数や声で。' },
  { name: 'issue', hint: 'ありたい姿といまの差。なぜ埋まらないか。' },
  { name: 'approach', hint: '差を埋めるために、誰と何をするか。' },
];

/** ありたい姿 → 現状 → 課題 → 方針: read from left to right, on a phone from top to bottom. */
export const TextColumns = ({ form, sentences, former, item, beside }: ItemFieldsProps) => (
  <div className="gap-columns">
    {columns.map(({ name, hint }) => (
      <div key={name} className="gap-columns__column">
        {beside?.(name)}
        <TextArea
          form={form}
          name={name}
          label={itemFieldNames[name]}
          hint={hint}
          sentences={sentences}
          rows={10}
        />
        {former !== null && former[name] !== item[name] && (
          <FormerText former={former[name]} segments={differText(former[name], item[name])} />
        )}
      </div>
    ))}
  </div>
);

const spanChoices = [
  { value: '', label: '決めていない' },
  { value: 'short', label: '短期集中' },
  { value: 'long', label: '長期継続' },
];

export const FocusFields = ({ desk, form, sentences, beside }: ItemFieldsProps) => (
  <>
    <div className="fields-row">
      <div>
        {beside?.('span')}
        <SelectField
          form={form}
          name="span"
          label={itemFieldNames.span}
          choices={spanChoices}
          sentences={sentences}
        />
      </div>
      <div>
        {beside?.('lifeStages')}
        <TextField
          form={form}
          name="lifeStages"
          label={itemFieldNames.lifeStages}
          hint="「、」で区切って。例: 乳幼児、小学生、子育て世代"
          sentences={sentences}
        />
      </div>
    </div>
    {beside?.('investmentKinds')}
    <ChoiceGroup
      form={form}
      name="investmentKinds"
      label={itemFieldNames.investmentKinds}
      choices={investmentNames}
      sentences={sentences}
    />
    {beside?.('sdgGoals')}
    <ChoiceGroup
      form={form}
      name="sdgGoals"
      label={itemFieldNames.sdgGoals}
      choices={sdgGoals.map(({ goal, name }) => ({ value: String(goal), label: `${goal} ${name}` }))}
      sentences={sentences}
    />
    {beside?.('areaKeys')}
    <ChoiceGroup
      form={form}
      name="areaKeys"
      label={itemFieldNames.areaKeys}
      hint="広域圏・市町村・地区や小学校区のうち、どこで行うか。"
      choices={areaChoices(desk.areas)}
      sentences={sentences}
    />
    {beside?.('reasonKeys')}
    <ChoiceGroup
      form={form}
      name="reasonKeys"
      label={itemFieldNames.reasonKeys}
      hint="この計画の「環境・強み・不安」から、この項目の理由になるもの。"
      choices={desk.loaded.content.header.situation.map((entry) => ({
        value: entry.entryKey,
        label: entry.text,
        note: `（${entry.theme}）`,
      }))}
      empty="「環境・強み・不安」のページに書くと、ここで選べます。"
      sentences={sentences}
    />
    {beside?.('indicatorKeys')}
    <ChoiceGroup
      form={form}
      name="indicatorKeys"
      label={itemFieldNames.indicatorKeys}
      choices={desk.indicators.map(({ indicatorKey, name, unit }) => ({
        value: indicatorKey,
        label: name,
        ...(unit === '' ? {} : { note: `（${unit}）` }),
      }))}
      empty="「指標」のページで指標を定めると、ここで選べます。"
      sentences={sentences}
    />
  </>
);

export const OwnerFields = ({ desk, form, sentences, beside }: ItemFieldsProps) => (
  <>
    {desk.mayEdit && (
      <>
        {beside?.('leadUnitKeys')}
        <ChoiceGroup
          form={form}
          name="leadUnitKeys"
          label={itemFieldNames.leadUnitKeys}
          choices={unitChoices(desk.units, form.all('leadUnitKeys'), desk.today)}
          empty="「設定」の組織のページに組織を登録すると、ここで選べます。"
          sentences={sentences}
        />
      </>
    )}
    {beside?.('supportUnitKeys')}
    <ChoiceGroup
      form={form}
      name="supportUnitKeys"
      label={itemFieldNames.supportUnitKeys}
      choices={unitChoices(desk.units, form.all('supportUnitKeys'), desk.today)}
      sentences={sentences}
    />
  </>
);

/** Rows for what is there, and `more` empty ones to write in. */
const rowCount = (form: Form, part: string, more: number): readonly number[] => {
  const filled = rowsOf(form, part, ['name', 'body']).length;
  return Array.from({ length: filled + more }, (_, index) => index);
};

export const PartnerFields = ({ form, sentences, beside }: ItemFieldsProps) => (
  <fieldset className="field row-group">
    <legend>{itemFieldNames.partners}</legend>
    <p className="field__hint">行政のほかに誰と進めるか。消すときは、行を空にします。</p>
    {beside?.('partners')}
    {rowCount(form, 'partners', 2).map((index) => (
      <div key={index} className="row-group__row row-group__row--partner">
        <SelectField
          form={form}
          name={`partners.${index}.kind`}
          label={`主体${index + 1}の種類`}
          choices={partnerKinds}
          quietLabel
        />
        <TextField
          form={form}
          name={`partners.${index}.name`}
          label={`主体${index + 1}の名前`}
          sentences={sentences}
        />
        <TextField
          form={form}
          name={`partners.${index}.role`}
          label={`主体${index + 1}の役割`}
          sentences={sentences}
        />
      </div>
    ))}
  </fieldset>
);

export const VoiceFields = ({ form, sentences, beside }: ItemFieldsProps) => (
  <fieldset className="field row-group">
    <legend>{itemFieldNames.voices}</legend>
    <p className="field__hint">
      個人の名前は書きません。同意のない声は職員だけが読み、公開画面には出ません。消すときは、行を空にします。
    </p>
    {beside?.('voices')}
    {rowCount(form, 'voices', 1).map((index) => (
      <div key={index} className="row-group__row row-group__row--voice">
        <TextArea
          form={form}
          name={`voices.${index}.body`}
          label={`声${index + 1}`}
          rows={2}
          sentences={sentences}
        />
        <TextField
          form={form}
          name={`voices.${index}.origin`}
          label={`声${index + 1}を聞いた場`}
          sentences={sentences}
        />
        <TextField
          form={form}
          name={`voices.${index}.heardOn`}
          label={`声${index + 1}を聞いた日`}
          size="short"
          sentences={sentences}
        />
        <label className="choice">
          <input
            type="checkbox"
            name={`voices.${index}.consent`}
            value="yes"
            defaultChecked={form.text(`voices.${index}.consent`) === 'yes'}
          />
          <span>声{index + 1}: 公開の同意あり</span>
        </label>
      </div>
    ))}
  </fieldset>
);
