import type { BudgetDesk } from '../../../app/budget/read-budget-desk.ts';
import type { BudgetYearText } from '../../../db/write-budget.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Form } from '../../middleware/form.ts';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { typedAmount } from './words.ts';

interface Props {
  readonly form: Form;
  readonly desk: BudgetDesk;
  readonly sentences: FieldSentences;
}

/** What a budget year rests on: rule, base year, evaluation, revenue. */
export const YearFields = ({ form, desk, sentences }: Props) => (
  <>
    <SelectField
      form={form}
      name="schemeKey"
      label="枠配分の規則"
      hint="採用した版だけが使えます"
      choices={desk.schemes
        .filter(({ state }) => state === 'adopted')
        .map(({ schemeKey, schemeVersion, name }) => ({
          value: `${schemeKey} ${schemeVersion}`,
          label: `${name}（第${schemeVersion}版）`,
        }))}
      sentences={sentences}
      required
    />
    <SelectField
      form={form}
      name="baseFiscalYear"
      label="基準年度"
      hint="この年度の事業の額から枠を計算します"
      choices={desk.baseYears.map((year) => ({
        value: String(year),
        label: formatFiscalYear(year, 'wareki'),
      }))}
      sentences={sentences}
      required
    />
    <SelectField
      form={form}
      name="roundKey"
      label="もとにする評価"
      choices={[
        { value: '', label: '評価をもとにしない' },
        ...desk.rounds
          .filter(({ target }) => target === 'programme')
          .map(({ roundKey, title }) => ({ value: roundKey, label: title })),
      ]}
      sentences={sentences}
    />
    <TextField
      form={form}
      name="revenueThousandYen"
      label="歳入見込み（千円）"
      hint="枠の合計の上限になる一般財源。まだなら空けておきます"
      inputMode="numeric"
      size="medium"
      sentences={sentences}
    />
    <TextArea form={form} name="note" label="覚え" rows={2} sentences={sentences} />
  </>
);

export const typedYear = (form: Form): BudgetYearText => {
  const [schemeKey = '', version = ''] = form.text('schemeKey').split(' ');
  return {
    schemeKey,
    schemeVersion: /^\d{1,6}$/u.test(version) ? Number(version) : 0,
    baseFiscalYear: /^\d{4}$/u.test(form.text('baseFiscalYear')) ? Number(form.text('baseFiscalYear')) : 0,
    roundKey: form.text('roundKey') === '' ? null : form.text('roundKey'),
    revenueThousandYen: typedAmount(form, 'revenueThousandYen'),
    note: form.text('note').trim(),
  };
};
