import type { ReactNode } from 'react';
import type { ProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { fundingParts } from '../../../domain/programme/list/totals.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import {
  describe,
  FieldProblems,
  type FieldSentences,
  SelectField,
  TextArea,
  TextField,
} from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { unitChoices } from '../plans/place-choices.ts';
import { ProgrammeLayout, programmeHref } from './programme-layout.tsx';
import { fundingWords, personnelWords } from './words.ts';
import { YearChips, yearsToShow } from './year-chips.tsx';
import { codeRowCount, yearName } from './year-form.ts';

export interface YearPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: ProgrammeDesk;
  readonly fiscalYear: number;
  readonly form: Form;
  readonly version: number;
  readonly marks: string;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
  readonly top: ReactNode;
  readonly beside: (field: string) => ReactNode;
}

const Cell = ({
  form,
  name,
  label,
  readOnly,
  sentences,
}: {
  readonly form: Form;
  readonly name: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly sentences: FieldSentences;
}) => (
  <td>
    <input
      {...describe({ name, sentences })}
      className="input programme-amount"
      aria-label={label}
      inputMode="numeric"
      defaultValue={form.text(name)}
      readOnly={readOnly}
      autoComplete="off"
    />
    <FieldProblems name={name} sentences={sentences} />
  </td>
);

const Amounts = ({
  form,
  readOnly,
  sentences,
}: Pick<YearPageProps, 'form' | 'sentences'> & { readonly readOnly: boolean }) => (
  <TableScroll label="予算額・決算額と財源">
    <table className="table programme-amounts">
      <caption>予算額・決算額と財源（千円）。財源は、分からなければすべて空のままにします。</caption>
      <thead>
        <tr>
          <th scope="col">区分</th>
          <th scope="col">総額</th>
          {fundingParts.map((part) => (
            <th key={part} scope="col">
              {fundingWords[part]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(
          [
            ['budget', '予算額'],
            ['settled', '決算額'],
          ] as const
        ).map(([field, label]) => (
          <tr key={field}>
            <th scope="row">{label}</th>
            <Cell
              form={form}
              name={field}
              label={`${label} 総額（千円）`}
              readOnly={readOnly}
              sentences={sentences}
            />
            {fundingParts.map((part) => (
              <Cell
                key={part}
                form={form}
                name={`${field}.${part}`}
                label={`${label} ${fundingWords[part]}（千円）`}
                readOnly={readOnly}
                sentences={sentences}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

const codeNames = { account: '会計', kan: '款', kou: '項', moku: '目', jigyou: '事業' } as const;

const Codes = ({ form, readOnly }: { readonly form: Form; readonly readOnly: boolean }) => (
  <TableScroll label="予算科目">
    <table className="table">
      <caption>予算科目（いくつでも）</caption>
      <thead>
        <tr>
          {Object.values(codeNames).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: codeRowCount(form) }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are known by their number
          <tr key={row}>
            {(Object.keys(codeNames) as (keyof typeof codeNames)[]).map((part) => (
              <td key={part}>
                <input
                  name={`codes.${row}.${part}`}
                  className="input input--short"
                  aria-label={`予算科目${row + 1} ${codeNames[part]}`}
                  defaultValue={form.text(`codes.${row}.${part}`)}
                  readOnly={readOnly}
                  autoComplete="off"
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

/** 年度の記録: money, sources, hours and codes of one year. */
export const YearPage = (page: YearPageProps) => {
  const { town, viewer, desk, fiscalYear, form, sentences, beside } = page;
  const href = `${programmeHref(town.municipality, desk.programme.programmeKey)}/years`;
  const isSettled = desk.settledYears.has(fiscalYear);
  const rate = desk.rates.find((each) => each.fiscalYear === fiscalYear);
  return (
    <ProgrammeLayout
      town={town}
      viewer={viewer}
      desk={desk}
      page="year"
      title={`${yearName(fiscalYear)}の記録`}
      notice={page.notice}
      problems={page.problems}
    >
      <YearChips years={yearsToShow(desk, fiscalYear)} chosen={fiscalYear} href={href} />
      {page.top}
      {isSettled && (
        <p className="notice">
          {yearName(fiscalYear)}
          の決算は確定しています。直すには、企画担当か財政担当が理由を書いて決算を開き直します。
        </p>
      )}
      <form method="post" action={`${href}?year=${fiscalYear}`} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="marks" value={page.marks} />
        {beside('budget')}
        {beside('settled')}
        <Amounts form={form} readOnly={isSettled} sentences={sentences} />
        {beside('unitKey')}
        <SelectField
          form={form}
          name="unitKey"
          label="この年度の担当"
          sentences={sentences}
          choices={[
            { value: '', label: '（決めていない）' },
            ...unitChoices(desk.units, [form.text('unitKey')], desk.today).map(
              ({ value, label, indent }) => ({
                value,
                label: `${'　'.repeat(indent)}${label}`,
              }),
            ),
          ]}
        />
        {beside('staffHours')}
        {beside('personnelIncluded')}
        <div className="fields-row">
          <TextField
            form={form}
            name="staffHours"
            label="従事時間（職員の合計）"
            hint={
              rate === undefined
                ? 'この年度の人件費の単価は決まっていません（年度サイクルで決めます）。'
                : `1時間 ${rate.yenPerHour.toLocaleString('ja-JP')}円`
            }
            inputMode="decimal"
            size="short"
            sentences={sentences}
            readOnly={isSettled}
          />
          <SelectField
            form={form}
            name="personnelIncluded"
            label="予算額・決算額に人件費を"
            sentences={sentences}
            choices={Object.entries(personnelWords).map(([value, label]) => ({ value, label }))}
          />
        </div>
        {beside('budgetCodes')}
        <Codes form={form} readOnly={isSettled} />
        {beside('note')}
        <TextArea form={form} name="note" label="備考" rows={2} sentences={sentences} readOnly={isSettled} />
        <h2>出典</h2>
        {beside('source')}
        <TextField form={form} name="source.document" label="資料の名前" sentences={sentences} />
        <div className="fields-row">
          <TextField form={form} name="source.publisher" label="発行者" />
          <TextField form={form} name="source.place" label="資料の中の場所" />
          <TextField form={form} name="source.date" label="発行年月" size="short" />
        </div>
        <TextField form={form} name="source.url" label="アドレス（URL）" sentences={sentences} />
        {!isSettled && (
          <p className="actions">
            <button type="submit" className="button">
              {yearName(fiscalYear)}の記録を保存する
            </button>
          </p>
        )}
      </form>
    </ProgrammeLayout>
  );
};
