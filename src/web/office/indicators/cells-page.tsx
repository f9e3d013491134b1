import { shownCells } from '../../../app/indicator/enter-cells.ts';
import { shownValue } from '../../../app/indicator/enter-values.ts';
import type { IndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import type { KeptTyping } from '../../../db/autosave.ts';
import { cellKey } from '../../../domain/indicator/breakdown-cell.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { formatFigure } from '../../text/figures.ts';
import { describe, FieldProblems, type FieldSentences } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { KeptNotice } from '../plans/kept-notice.tsx';
import { tableName, tablePath } from './breakdowns-page.tsx';
import { type CellTable, cellsOf, tablesOf, yearsWithCells } from './cell-rows.ts';
import { IndicatorLayout } from './indicator-layout.tsx';
import { valueStatuses } from './indicator-words.data.ts';

export interface CellsPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: IndicatorDesk;
  readonly table: CellTable;
  /** Of one dimension, newest first; of two dimensions the one year. */
  readonly years: readonly number[];
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly formKey: string;
  readonly kept: KeptTyping | null;
  readonly notice: string | undefined;
  readonly mayEnter: boolean;
}

interface CellProps {
  readonly page: CellsPageProps;
  readonly name: string;
  readonly label: string;
  readonly column: string;
}

const Cell = ({ page: { form, sentences }, name, label, column }: CellProps) => (
  <td>
    <input
      {...describe({ name, sentences })}
      className="input value-cell"
      aria-label={label}
      defaultValue={form.text(name)}
      autoComplete="off"
      data-column={column}
    />
    <FieldProblems name={name} sentences={sentences} />
  </td>
);

const Status = ({
  page: { form },
  index,
  label,
  id,
}: {
  readonly page: CellsPageProps;
  readonly index: number;
  /** Where no label stands beside it. */
  readonly label?: string;
  readonly id?: string;
}) => (
  <select
    name={`years.${index}.status`}
    id={id}
    aria-label={label}
    className="input"
    defaultValue={form.text(`years.${index}.status`)}
    data-column="status"
  >
    {valueStatuses.map(({ value, label: word }) => (
      <option key={value} value={value}>
        {word}
      </option>
    ))}
  </select>
);

const Hidden = ({ page: { form }, index }: { readonly page: CellsPageProps; readonly index: number }) => (
  <>
    <input type="hidden" name={`years.${index}.fiscalYear`} value={form.text(`years.${index}.fiscalYear`)} />
    <input type="hidden" name={`years.${index}.seen`} value={form.text(`years.${index}.seen`)} />
  </>
);

/** The whole's figure beside its parts. */
const wholeOf = ({ desk }: CellsPageProps, year: number): string => {
  const whole = shownValue(desk.loaded.values, year);
  return whole === null ? '' : (formatFigure(whole, desk.loaded.indicator, 'ja') ?? '');
};

const hasDraft = ({ desk, table }: CellsPageProps, year: number): boolean =>
  shownCells(desk.loaded.values, year, cellsOf(table)).some(({ stage }) => stage === 'draft');

const State = ({ page, year }: { readonly page: CellsPageProps; readonly year: number }) =>
  hasDraft(page, year) ? <span className="tag status-tag status-tag--draft">下書きあり</span> : null;

/** One dimension: years down, categories across. */
const YearsTable = ({ page }: { readonly page: CellsPageProps }) => {
  const [dimension] = page.table.dimensions;
  if (dimension === undefined) return null;
  return (
    <table className="table value-table cell-table" data-value-table>
      <caption className="visually-hidden">{`${dimension.name}ごとの値`}</caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col">全体</th>
          {dimension.categories.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">確定の別</th>
          <th scope="col">出典</th>
          <th scope="col">出典の場所</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {page.years.map((year, index) => {
          const name = formatFiscalYear(year, 'wareki');
          return (
            <tr key={year} id={`y${year}`}>
              <th scope="row">
                {name}
                <Hidden page={page} index={index} />
              </th>
              <td className="quiet">{wholeOf(page, year)}</td>
              {dimension.categories.map((category) => (
                <Cell
                  key={category.key}
                  page={page}
                  name={`cells.${index}.${cellKey([dimension], { [dimension.key]: category.key })}`}
                  label={`${name}の${category.name}`}
                  column={`c-${category.key}`}
                />
              ))}
              <td>
                <Status page={page} index={index} label={`${name}の確定の別`} />
              </td>
              <Cell
                page={page}
                name={`years.${index}.sourceDocument`}
                label={`${name}の出典`}
                column="sourceDocument"
              />
              <Cell
                page={page}
                name={`years.${index}.sourcePlace`}
                label={`${name}の出典の場所`}
                column="sourcePlace"
              />
              <td className="table__nowrap">
                <State page={page} year={year} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** Two dimensions of one year: the first down, the second across. */
const CrossTable = ({ page, year }: { readonly page: CellsPageProps; readonly year: number }) => {
  const [rows, columns] = page.table.dimensions;
  if (rows === undefined || columns === undefined) return null;
  return (
    <table className="table value-table cell-table" data-value-table>
      <caption className="visually-hidden">{`${formatFiscalYear(year, 'wareki')}の${tableName(page.table)}`}</caption>
      <thead>
        <tr>
          <th scope="col">{rows.name}</th>
          {columns.categories.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.categories.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {columns.categories.map((column) => (
              <Cell
                key={column.key}
                page={page}
                name={`cells.0.${cellKey([rows, columns], { [rows.key]: row.key, [columns.key]: column.key })}`}
                label={`${row.name}・${column.name}`}
                column={`c-${column.key}`}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What the cells of the one year have in common. */
const CrossOrigin = ({ page, year }: { readonly page: CellsPageProps; readonly year: number }) => {
  const { form, sentences } = page;
  const text = (field: string, label: string) => {
    const name = `years.0.${field}`;
    return (
      <div className="field">
        <label htmlFor={describe({ name }).id}>{label}</label>
        <input
          {...describe({ name, sentences })}
          className="input"
          defaultValue={form.text(name)}
          autoComplete="off"
        />
        <FieldProblems name={name} sentences={sentences} />
      </div>
    );
  };
  return (
    <fieldset className="plain" disabled={!page.mayEnter}>
      <legend className="visually-hidden">この表の値に共通のこと</legend>
      <Hidden page={page} index={0} />
      <p>
        <State page={page} year={year} /> 全体: {wholeOf(page, year) || '値なし'}
      </p>
      <div className="fields-row">
        <div className="field">
          <label htmlFor="cells-status">確定の別</label>
          <Status page={page} index={0} id="cells-status" />
        </div>
        {text('sourceDocument', '出典')}
        {text('sourcePlace', '出典の場所')}
      </div>
    </fieldset>
  );
};

const Years = ({ page, own }: { readonly page: CellsPageProps; readonly own: string }) => {
  const { desk, table, years } = page;
  const known = yearsWithCells(desk.loaded, table);
  const [year] = years;
  return (
    <form method="get" action={`${own}/breakdowns/${table.axes}`} className="cell-years">
      {table.dimensions.length > 1 && known.length > 0 && (
        <p>
          {known.map((each) => (
            <a
              key={each}
              href={`${own}${tablePath(table, each)}`}
              {...(each === year ? { 'aria-current': 'page' as const } : {})}
            >
              {formatFiscalYear(each, 'wareki')}
            </a>
          ))}
        </p>
      )}
      <div className="fields-row">
        <div className="field">
          <label htmlFor="cell-year">
            {table.dimensions.length > 1 ? 'ほかの年度を開く' : '表にない年度を加える'}
          </label>
          <input id="cell-year" name="year" className="input input--short" autoComplete="off" />
        </div>
        <p className="actions">
          <button type="submit" className="button button--quiet button--small">
            {table.dimensions.length > 1 ? '開く' : '加える'}
          </button>
        </p>
      </div>
    </form>
  );
};

/** 内訳の値, as a table to type into. */
export const CellsPage = (page: CellsPageProps) => {
  const { town, viewer, desk, table, formKey, kept, years } = page;
  const { indicator } = desk.loaded;
  const office = `/m/${town.municipality}/office`;
  const own = `${office}/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
  const isCross = table.dimensions.length > 1;
  const [year] = years;
  const href = `${own}${tablePath(table, year ?? null)}`;
  return (
    <IndicatorLayout
      town={town}
      viewer={viewer}
      loaded={desk.loaded}
      section="breakdowns"
      title={`内訳: ${tableName(table)}${isCross && year !== undefined ? `（${formatFiscalYear(year, 'wareki')}）` : ''}`}
      notice={page.notice}
      problems={page.problems}
      scripts={page.mayEnter ? ['autosave.js', 'value-entry.js'] : []}
    >
      <nav className="desk-nav" aria-label="内訳の表">
        <ul>
          {tablesOf(indicator.breakdowns).map((each) => (
            <li key={each.axes}>
              <a
                href={`${own}${tablePath(each, yearsWithCells(desk.loaded, each)[0] ?? null)}`}
                {...(each.axes === table.axes ? { 'aria-current': 'page' as const } : {})}
              >
                {tableName(each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Years page={page} own={own} />
      {kept !== null && (
        <KeptNotice kept={kept} viewer={viewer} href={href} formKey={formKey} office={office} />
      )}
      <form
        method="post"
        action={href}
        data-autosave={`${office}/plans/autosave`}
        data-autosave-key={formKey}
        data-autosave-version={desk.loaded.version}
      >
        <CsrfField viewer={viewer} />
        <p className="quiet">
          値がないときは「秘匿」「調査のない年」などの理由を書きます。標準誤差は「6.8±0.12」のように続けて書きます。表計算から、まとめて貼り付けられます。公開は「実績値」の画面で、ほかの下書きと一緒にします。
        </p>
        <TableScroll label="内訳の値">
          <fieldset className="plain" disabled={!page.mayEnter}>
            <legend className="visually-hidden">内訳の値</legend>
            {isCross && year !== undefined ? (
              <CrossTable page={page} year={year} />
            ) : (
              <YearsTable page={page} />
            )}
          </fieldset>
        </TableScroll>
        {isCross && year !== undefined && <CrossOrigin page={page} year={year} />}
        {page.mayEnter ? (
          <div className="save-bar">
            <button type="submit" className="button">
              下書きとして保存する
            </button>
            <span className="save-bar__state" role="status" data-autosave-state />
          </div>
        ) : (
          <p className="quiet">
            {indicator.computed === null
              ? '見るだけです。入力できるのは、担当の組織の職員と企画担当です。'
              : '計算する指標です。内訳の値は入力しません。'}
          </p>
        )}
      </form>
    </IndicatorLayout>
  );
};
