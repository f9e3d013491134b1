import { confirmationOf } from '../../../app/collection/move-sheet.ts';
import type { SheetView } from '../../../app/collection/read-sheet.ts';
import type { Confirmation } from '../../../db/confirmed-figures.ts';
import type { LoadedIndicator } from '../../../db/read-indicator.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { figureOf } from '../../../domain/indicator/collection/asked.ts';
import { availableMonth } from '../../../domain/indicator/collection/available-month.ts';
import { warningOf } from '../../../domain/indicator/collection/check-sheet.ts';
import { expectedOnPath } from '../../../domain/indicator/collection/expected-on-path.ts';
import { lastKnownBefore } from '../../../domain/indicator/collection/last-known.ts';
import { reasonNames, statusNames } from '../../../domain/indicator/collection/reason-names.ts';
import type { IndicatorValue } from '../../../domain/indicator/indicator.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { Form } from '../../middleware/form.ts';
import { formatAmount, formatFigure, formatTarget } from '../../text/figures.ts';
import { japanTime } from '../../text/japan-time.ts';
import { describe, FieldProblems, type FieldSentences, fieldId } from '../forms/field.tsx';

/** 「調査のない年」 where there is no figure; '―' where nothing was said. */
export const figureWords = (
  value: IndicatorValue | null,
  indicator: LoadedIndicator['indicator'],
): string => {
  if (value === null) return '―';
  if (value.missing !== null) return reasonNames[value.missing];
  return formatFigure(value, indicator, 'ja') ?? '―';
};

/** 「値がわかるのは令和9年1月ごろ」: why a figure may not be there yet. */
const availableWords = (
  { availableAfterMonths }: LoadedIndicator['indicator'],
  fiscalYear: number,
): string | null => {
  const at = availableMonth(fiscalYear, availableAfterMonths);
  if (at === null) return null;
  const day = formatJapaneseDate(`${at.year}-${String(at.month).padStart(2, '0')}-01`);
  return `値がわかるのは${day.replace(/1日$/u, '')}ごろ`;
};

export const savedWords = (record: LoadedIndicator, fiscalYear: number): string => {
  const value = figureOf(record.values, fiscalYear);
  if (value === null) return '未入力';
  return value.stage === 'draft' ? '保存済み' : '公開済み';
};

/** 「確かめた 小林 令和8年6月1日 9:05」; '' when nobody has. */
export const confirmedWords = (confirmation: Confirmation | undefined): string =>
  confirmation === undefined ? '' : `確かめた：${confirmation.by ?? '職員'} ${japanTime(confirmation.at)}`;

const Path = ({ record, fiscalYear }: { readonly record: LoadedIndicator; readonly fiscalYear: number }) => {
  const { indicator, baseline, targets } = record;
  const expected = expectedOnPath(record, fiscalYear);
  const target = targets.find((each) => each.fiscalYear >= fiscalYear) ?? targets.at(-1);
  const before = lastKnownBefore(record.values, fiscalYear);
  return (
    <dl className="sheet__path">
      {before !== null && (
        <div>
          <dt>前回 {formatFiscalYear(before.fiscalYear, 'short')}</dt>
          <dd>{formatFigure(before, indicator, 'ja')}</dd>
        </div>
      )}
      {baseline !== null && baseline.value !== null && (
        <div>
          <dt>基準 {formatFiscalYear(baseline.fiscalYear, 'short')}</dt>
          <dd>{formatAmount(baseline.value, indicator, 'ja')}</dd>
        </div>
      )}
      {expected !== null && (
        <div>
          <dt>今年の見込み</dt>
          <dd>{formatAmount(expected, indicator, 'ja')}</dd>
        </div>
      )}
      {target !== undefined && (
        <div>
          <dt>目標 {formatFiscalYear(target.fiscalYear, 'short')}</dt>
          <dd>{formatTarget(target, indicator, 'ja')}</dd>
        </div>
      )}
    </dl>
  );
};

interface RowProps {
  readonly view: SheetView;
  readonly record: LoadedIndicator;
  readonly index: number;
  readonly form: Form;
  readonly sentences: FieldSentences;
  /** Where the town's indicators are kept. */
  readonly indicatorsHref: string;
}

/** The warning stands beside the figure; the script moves it when another figure is saved. */
const Warning = ({ view, record, form }: Pick<RowProps, 'view' | 'record' | 'form'>) => {
  const { fiscalYear } = view.collection;
  const warning = warningOf(record, fiscalYear, view.today);
  const confirmed = confirmedWords(view.confirmations.get(record.indicator.indicatorKey));
  const confirmation = confirmationOf(record, fiscalYear);
  return (
    <div className="sheet__warning" data-warning hidden={warning === null}>
      <p data-warning-text>{warning === null ? '' : problemSentence(warning.problem)}</p>
      <p data-warning-confirmed hidden={confirmed === ''}>
        {confirmed}
      </p>
      {view.writable && (
        <label data-warning-confirm hidden={warning?.explained === true || confirmed !== ''}>
          <input
            type="checkbox"
            name="confirmed"
            form="submit-sheet"
            value={confirmation}
            defaultChecked={form.all('confirmed').includes(confirmation)}
          />
          確かめた
        </label>
      )}
    </div>
  );
};

/** One indicator: what was, what is expected, and the cells to fill. */
export const SheetRow = ({ view, record, index, form, sentences, indicatorsHref }: RowProps) => {
  const { indicator, values } = record;
  const { fiscalYear } = view.collection;
  const row = `rows.${index}`;
  const available = availableWords(indicator, fiscalYear);
  const nameId = `name-${index}`;
  const cell = (field: string, label: string) => ({
    ...describe({ name: `${row}.${field}`, sentences }),
    defaultValue: form.text(`${row}.${field}`),
    'aria-label': `${indicator.name}の${label}`,
    'data-column': field,
    disabled: !view.writable,
  });
  const problems = (field: string) => <FieldProblems name={`${row}.${field}`} sentences={sentences} />;
  return (
    <tr data-row={indicator.indicatorKey} id={fieldId(row)}>
      <th scope="row" id={nameId}>
        {indicator.name}
        {indicator.unit !== '' && <span className="sheet__unit">（{indicator.unit}）</span>}
        {available !== null && <span className="sheet__available">{available}</span>}
        {indicator.breakdowns.length > 0 && (
          <span className="sheet__available">
            ここには全体の値。
            <a href={`${indicatorsHref}/${encodeURIComponent(indicator.indicatorKey)}/breakdowns`}>
              {indicator.breakdowns.map(({ name }) => name).join('・')}別の値
            </a>
          </span>
        )}
        <input type="hidden" name={`${row}.key`} value={indicator.indicatorKey} />
        <input type="hidden" name={`${row}.seen`} value={form.text(`${row}.seen`)} data-seen />
      </th>
      <td className="sheet__before" data-label={formatFiscalYear(fiscalYear - 2, 'short')}>
        {figureWords(figureOf(values, fiscalYear - 2), indicator)}
      </td>
      <td className="sheet__before" data-label={formatFiscalYear(fiscalYear - 1, 'short')}>
        {figureWords(figureOf(values, fiscalYear - 1), indicator)}
      </td>
      <td data-label="道筋">
        <Path record={record} fiscalYear={fiscalYear} />
      </td>
      <td data-label="実績値">
        <input
          {...cell('figure', '実績値')}
          name={`${row}.figure`}
          className="input sheet__figure"
          inputMode={indicator.direction === 'milestone' ? 'text' : 'decimal'}
          autoComplete="off"
        />
        {problems('figure')}
        <Warning view={view} record={record} form={form} />
      </td>
      <td className="sheet__state" data-label="状態" data-state>
        <span data-state-word>{savedWords(record, fiscalYear)}</span>
        {sentences.get(`${row}.key`)?.map((sentence) => (
          <p key={sentence} className="field__problem">
            {sentence}
          </p>
        ))}
      </td>
      <td data-label="値がない理由">
        <select {...cell('missing', '値がない理由')} name={`${row}.missing`} className="input sheet__choice">
          <option value="">（値あり）</option>
          {Object.entries(reasonNames).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        {problems('missing')}
      </td>
      <td data-label="確定の別">
        <select {...cell('status', '確定の別')} name={`${row}.status`} className="input sheet__status">
          {Object.entries(statusNames).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        {problems('status')}
      </td>
      <td data-label="出典">
        <input
          {...cell('sourceDocument', '出典')}
          name={`${row}.sourceDocument`}
          className="input sheet__text"
          autoComplete="off"
        />
        {problems('sourceDocument')}
      </td>
      <td data-label="備考">
        <input
          {...cell('note', '備考')}
          name={`${row}.note`}
          className="input sheet__text"
          autoComplete="off"
        />
        {problems('note')}
      </td>
    </tr>
  );
};
