import type { AdoptedScheme, RoundsView } from '../../../../app/evaluation/read-rounds.ts';
import type { TypedRound } from '../../../../domain/evaluation/round-setup.ts';
import { parseFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../../domain/kernel/japanese-date.ts';
import type { Form } from '../../../middleware/form.ts';
import { type FieldSentences, SelectField, TextArea, TextField } from '../../forms/field.tsx';
import { actorWords } from './words.ts';

export const schemeValue = ({
  schemeKey,
  schemeVersion,
}: Pick<AdoptedScheme, 'schemeKey' | 'schemeVersion'>) => `${schemeKey}@${schemeVersion}`;

/** Fiscal year −1 where none can be read: refused with the others. */
export const readTypedRound = (form: Form): TypedRound => {
  const year = parseFiscalYear(form.text('fiscalYear'));
  const [schemeKey = '', version = ''] = form.text('scheme').split('@');
  return {
    title: form.text('title'),
    fiscalYear: year.ok ? year.value : -1,
    schemeKey,
    schemeVersion: Number(version) || 0,
    planKey: form.text('planKey') === '' ? null : form.text('planKey'),
    dueOn: Object.fromEntries(
      form.entries
        .filter(([name]) => name.startsWith('dueOn.'))
        .map(([name, value]) => [name.slice('dueOn.'.length), value]),
    ),
    note: form.text('note'),
  };
};

/** The days of the stages of one scheme. */
export const DueFields = ({
  scheme,
  form,
  sentences,
}: {
  readonly scheme: AdoptedScheme['scheme'];
  readonly form: Form;
  readonly sentences: FieldSentences;
}) => (
  <fieldset className="fieldset">
    <legend>段階ごとの期限</legend>
    {scheme.stages.map(({ key, label, actor, subjects }) => (
      <TextField
        key={key}
        form={form}
        name={`dueOn.${key}`}
        label={`${label}の期限`}
        hint={`${actorWords(actor)}が書きます${subjects === 'some' ? '（選んだものだけ）' : ''}。例: 令和8年6月30日、2026-06-30`}
        size="short"
        sentences={sentences}
        required
      />
    ))}
  </fieldset>
);

export const TitleFields = ({
  form,
  sentences,
}: {
  readonly form: Form;
  readonly sentences: FieldSentences;
}) => (
  <>
    <TextField
      form={form}
      name="title"
      label="題名"
      hint="例: 令和6年度 事後評価"
      sentences={sentences}
      required
    />
    <TextArea
      form={form}
      name="note"
      label="職員への連絡"
      hint="シートと督促のメールに出ます。"
      rows={3}
      sentences={sentences}
    />
  </>
);

export const SchemeField = ({
  view,
  form,
  sentences,
}: {
  readonly view: RoundsView;
  readonly form: Form;
  readonly sentences: FieldSentences;
}) => (
  <>
    <SelectField
      form={form}
      name="scheme"
      label="評価の様式"
      hint="決定済みの様式から選びます。何を、いつ（事前・事中・事後）、どの段階で評価するかは、様式が決めます。"
      sentences={sentences}
      choices={view.schemes.map((each) => ({
        value: schemeValue(each),
        label: `${each.scheme.name}（第${each.schemeVersion}版、${each.scheme.stages.length}段階）`,
      }))}
    />
    {view.schemes.some(({ scheme }) => scheme.target === 'plan-item') && (
      <SelectField
        form={form}
        name="planKey"
        label="計画"
        hint="施策や部局の目標を評価する様式のときに選びます。"
        sentences={sentences}
        choices={[
          { value: '', label: '（事務事業の評価）' },
          ...view.plans.map(({ planKey, title }) => ({ value: planKey, label: title })),
        ]}
      />
    )}
  </>
);

export const dueText = (day: string | undefined): string =>
  day === undefined ? '' : formatJapaneseDate(day);
