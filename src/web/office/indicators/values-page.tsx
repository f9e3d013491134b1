import { shownValue } from '../../../app/indicator/enter-values.ts';
import { enteredOf, type IndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { draftsMark } from '../../../app/indicator/seen-values.ts';
import type { KeptTyping } from '../../../db/autosave.ts';
import { cellName } from '../../../domain/indicator/breakdown-cell.ts';
import { reasonNames } from '../../../domain/indicator/collection/reason-names.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { formatFigure, formatTarget } from '../../text/figures.ts';
import { describe, FieldProblems, type FieldSentences, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence } from '../plan-sentences.ts';
import { KeptNotice } from '../plans/kept-notice.tsx';
import { ComputedValues } from './computed-values.tsx';
import { IndicatorLayout } from './indicator-layout.tsx';
import { valueStatuses } from './indicator-words.data.ts';

export interface ValuesPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: IndicatorDesk;
  /** What the table is of: 実績値, or a projection by its name. */
  readonly series: { readonly series: string; readonly name: string };
  readonly years: readonly number[];
  /** Whether the column of 標準誤差 is there. */
  readonly withErrors: boolean;
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly problems: readonly Problem[];
  /** Sentences about years somebody else changed, with what is stored now. */
  readonly met: readonly string[];
  readonly formKey: string;
  readonly kept: KeptTyping | null;
  readonly notice: string | undefined;
  readonly mayEnter: boolean;
  readonly mayPublish: boolean;
}

const stageWords = { draft: '下書き', published: '公開済み' } as const;

interface CellProps {
  readonly form: Form;
  readonly name: string;
  readonly label: string;
  readonly sentences: FieldSentences;
  readonly inputMode?: 'decimal';
  readonly column: string;
}

const Cell = ({ form, name, label, sentences, inputMode, column }: CellProps) => (
  <td>
    <input
      {...describe({ name, sentences })}
      className="input value-cell"
      aria-label={label}
      inputMode={inputMode}
      defaultValue={form.text(name)}
      autoComplete="off"
      data-column={column}
    />
    <FieldProblems name={name} sentences={sentences} />
  </td>
);

const Row = ({
  page,
  index,
  year,
}: {
  readonly page: ValuesPageProps;
  readonly index: number;
  readonly year: number;
}) => {
  const { form, sentences, desk } = page;
  const { loaded } = desk;
  const { series, name: seriesName } = page.series;
  const stored = shownValue(loaded.values, year, series);
  const published = loaded.values.find(
    (value) =>
      value.stage === 'published' &&
      value.series === series &&
      value.breakdown === '' &&
      value.fiscalYear === year,
  );
  const target = loaded.targets.find((each) => each.fiscalYear === year);
  const name = formatFiscalYear(year, 'wareki');
  const row = `rows.${index}`;
  const cell = { form, sentences };
  return (
    <tr id={`y${year}`}>
      <th scope="row">
        {name}
        <input type="hidden" name={`${row}.fiscalYear`} value={year} />
        <input type="hidden" name={`${row}.seen`} value={form.text(`${row}.seen`)} />
        {!page.withErrors && (
          <input type="hidden" name={`${row}.standardError`} value={form.text(`${row}.standardError`)} />
        )}
      </th>
      <td className="quiet">{target === undefined ? '' : formatTarget(target, loaded.indicator, 'ja')}</td>
      <Cell
        {...cell}
        name={`${row}.figure`}
        label={`${name}の${seriesName}`}
        inputMode="decimal"
        column="figure"
      />
      {loaded.indicator.direction === 'milestone' && (
        <Cell {...cell} name={`${row}.text`} label={`${name}の段階`} column="text" />
      )}
      <td>
        <select
          {...describe({ name: `${row}.missing`, sentences })}
          aria-label={`${name}の値がない理由`}
          className="input"
          defaultValue={form.text(`${row}.missing`)}
          data-column="missing"
        >
          <option value="">―</option>
          {Object.entries(reasonNames).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <FieldProblems name={`${row}.missing`} sentences={sentences} />
      </td>
      {page.withErrors ? (
        <Cell
          {...cell}
          name={`${row}.standardError`}
          label={`${name}の標準誤差`}
          inputMode="decimal"
          column="standardError"
        />
      ) : null}
      <td>
        <select
          name={`${row}.status`}
          aria-label={`${name}の確定の別`}
          className="input"
          defaultValue={form.text(`${row}.status`)}
          data-column="status"
        >
          {valueStatuses.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <Cell {...cell} name={`${row}.sourceDocument`} label={`${name}の出典`} column="sourceDocument" />
      <Cell {...cell} name={`${row}.sourcePlace`} label={`${name}の出典の場所`} column="sourcePlace" />
      <Cell {...cell} name={`${row}.asOf`} label={`${name}の時点`} column="asOf" />
      <Cell {...cell} name={`${row}.note`} label={`${name}の備考`} column="note" />
      <td className="table__nowrap">
        {stored === null ? (
          <span className="quiet">未入力</span>
        ) : (
          <span className={`tag status-tag status-tag--${stored.stage === 'draft' ? 'draft' : 'in-force'}`}>
            {stageWords[stored.stage]}
          </span>
        )}
        {stored?.stage === 'draft' && published !== undefined && (
          <p className="small quiet">公開中: {formatFigure(published, loaded.indicator, 'ja') ?? '―'}</p>
        )}
      </td>
    </tr>
  );
};

const figureHead = '値';
const heads = [
  '年度',
  '目標',
  figureHead,
  '段階',
  '値がない理由',
  '標準誤差',
  '確定の別',
  '出典',
  '出典の場所',
  '時点',
  '備考',
  '状態',
];

/** Which series and cell a draft is of, where it is not the actual figure of the whole. */
const draftPlace = (
  loaded: IndicatorDesk['loaded'],
  value: { series: string; breakdown: string },
): string => {
  const series = loaded.referenceSeries.find((each) => each.series === value.series)?.name ?? '';
  const cell = cellName(loaded.indicator.breakdowns, value.breakdown);
  const parts = [series, cell].filter((part) => part !== '');
  return parts.length === 0 ? '' : `（${parts.join('、')}）`;
};

const Publish = ({ page, href }: { readonly page: ValuesPageProps; readonly href: string }) => {
  const { loaded } = page.desk;
  const entered = enteredOf(loaded);
  const drafts = entered.filter((value) => value.stage === 'draft');
  if (drafts.length === 0 && loaded.publishedAt !== null) return null;
  return (
    <section className="section" aria-labelledby="publish-title">
      <h2 id="publish-title">公開する</h2>
      <p>
        {drafts.length === 0
          ? '値の下書きはありません。指標そのものを公開します。'
          : `下書きの値が${drafts.length}件あります。押すと、すぐに公開画面に出ます。前の値は監査証跡に残ります。`}
      </p>
      {drafts.length > 0 && (
        <ul>
          {drafts.map((value) => (
            <li key={`${value.series} ${value.fiscalYear} ${value.breakdown}`}>
              {formatFiscalYear(value.fiscalYear, 'wareki')}
              {draftPlace(loaded, value)}: {formatFigure(value, loaded.indicator, 'ja') ?? '（値なし）'}
            </li>
          ))}
        </ul>
      )}
      {page.mayPublish ? (
        <form method="post" action={`${href}/publish`}>
          <CsrfField viewer={page.viewer} />
          <input type="hidden" name="seen" value={draftsMark(entered)} />
          <p className="actions">
            <button type="submit" className="button">
              下書きの値を公開する
            </button>
          </p>
        </form>
      ) : (
        <p className="quiet">公開できるのは、担当の課長・部長と企画担当です。</p>
      )}
    </section>
  );
};

interface EntryTableProps {
  readonly page: ValuesPageProps;
  readonly href: string;
  readonly heads: readonly string[];
}

/** The years of one series as a table to type into. */
const EntryTable = ({ page, href, heads: shown }: EntryTableProps) => {
  const { town, viewer, desk, form, sentences, formKey, series } = page;
  const { indicator } = desk.loaded;
  return (
    <form
      method="post"
      action={href}
      data-autosave={`/m/${town.municipality}/office/plans/autosave`}
      data-autosave-key={formKey}
      data-autosave-version={desk.loaded.version}
    >
      <CsrfField viewer={viewer} />
      <p className="quiet">
        Enter で下の年度へ、Tab
        で右の欄へ。表計算から、同じ列の値をまとめて貼り付けられます。値がないときは理由を選びます（値の欄に「秘匿」「調査なし」などと書いても読み取ります）。保存しても、公開するまで市民には見えません。
      </p>
      {/* The frame that scrolls lies outside: inside a disabled fieldset it would be out of reach. */}
      <TableScroll label={`年度ごとの${series.name}`}>
        <fieldset className="plain" disabled={!page.mayEnter}>
          <legend className="visually-hidden">{`年度ごとの${series.name}`}</legend>
          <table className="table value-table" data-value-table>
            <caption className="visually-hidden">{`${indicator.name}の${series.name}`}</caption>
            <thead>
              <tr>
                {shown.map((head) => (
                  <th key={head} scope="col">
                    {head}
                    {head === figureHead && indicator.unit !== '' ? `（${indicator.unit}）` : ''}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.years.map((year, index) => (
                <Row key={year} page={page} index={index} year={year} />
              ))}
            </tbody>
          </table>
        </fieldset>
      </TableScroll>
      {page.mayEnter && (
        <div className="fields-row value-more">
          <TextField
            form={form}
            name="addYear"
            label="表にない年度"
            hint="例: 令和12"
            size="short"
            sentences={sentences}
          />
          <p className="actions">
            <button type="submit" name="then" value="year" className="button button--quiet button--small">
              この年度の行を加える
            </button>
            {!page.withErrors && (
              <button type="submit" name="then" value="errors" className="button button--quiet button--small">
                標準誤差の欄を出す
              </button>
            )}
          </p>
        </div>
      )}
      {page.mayEnter ? (
        <div className="save-bar">
          <button type="submit" className="button">
            下書きとして保存する
          </button>
          <span className="save-bar__state" role="status" data-autosave-state />
        </div>
      ) : (
        <p className="quiet">見るだけです。入力できるのは、担当の組織の職員と企画担当です。</p>
      )}
    </form>
  );
};

/** 実績値: one indicator by years, entered like a table. */
export const ValuesPage = (page: ValuesPageProps) => {
  const { town, viewer, desk, formKey, kept } = page;
  const { indicator } = desk.loaded;
  const { series, name: seriesName } = page.series;
  const office = `/m/${town.municipality}/office`;
  const own = `${office}/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
  const href = series === 'actual' ? own : `${own}/series/${encodeURIComponent(series)}`;
  const shown = heads.filter(
    (head) =>
      (head !== '段階' || indicator.direction === 'milestone') && (head !== '標準誤差' || page.withErrors),
  );
  const isComputed = series === 'actual' && indicator.computed !== null;
  return (
    <IndicatorLayout
      town={town}
      viewer={viewer}
      loaded={desk.loaded}
      section={series === 'actual' ? 'values' : 'series'}
      title={seriesName}
      notice={page.notice}
      problems={[...page.met, ...page.problems.map(placedSentence)]}
      scripts={page.mayEnter ? ['autosave.js', 'value-entry.js'] : []}
    >
      {isComputed && <ComputedValues desk={desk} list={`${office}/indicators`} />}
      {!isComputed && kept !== null && (
        <KeptNotice kept={kept} viewer={viewer} href={href} formKey={formKey} office={office} />
      )}
      {!isComputed && <EntryTable page={page} href={href} heads={shown} />}
      <Publish page={page} href={own} />
    </IndicatorLayout>
  );
};
