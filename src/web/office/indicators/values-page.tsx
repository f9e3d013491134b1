import { shownValue } from '../../../app/enter-values.ts';
import type { IndicatorDesk } from '../../../app/read-indicator-desk.ts';
import { draftsMark } from '../../../app/seen-values.ts';
import type { KeptTyping } from '../../../db/autosave.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { formatFigure, formatTarget } from '../../text/figures.ts';
import { describe, FieldProblems, type FieldSentences } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence } from '../plan-sentences.ts';
import { KeptNotice } from '../plans/kept-notice.tsx';
import { IndicatorLayout } from './indicator-layout.tsx';
import { valueStatuses } from './indicator-words.data.ts';

export interface ValuesPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: IndicatorDesk;
  readonly years: readonly number[];
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
  const stored = shownValue(loaded.values, year);
  const published = loaded.values.find(
    (value) =>
      value.stage === 'published' &&
      value.series === 'actual' &&
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
      </th>
      <td className="quiet">{target === undefined ? '' : formatTarget(target, loaded.indicator, 'ja')}</td>
      <Cell {...cell} name={`${row}.figure`} label={`${name}の実績値`} inputMode="decimal" column="figure" />
      {loaded.indicator.direction === 'milestone' && (
        <Cell {...cell} name={`${row}.text`} label={`${name}の段階`} column="text" />
      )}
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

const heads = ['年度', '目標', '実績値', '段階', '確定の別', '出典', '出典の場所', '時点', '備考', '状態'];

const Publish = ({ page, href }: { readonly page: ValuesPageProps; readonly href: string }) => {
  const { loaded } = page.desk;
  const drafts = loaded.values.filter((value) => value.stage === 'draft');
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
              {formatFiscalYear(value.fiscalYear, 'wareki')}:{' '}
              {formatFigure(value, loaded.indicator, 'ja') ?? '（値なし）'}
            </li>
          ))}
        </ul>
      )}
      {page.mayPublish ? (
        <form method="post" action={`${href}/publish`}>
          <CsrfField viewer={page.viewer} />
          <input type="hidden" name="seen" value={draftsMark(loaded.values)} />
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

/** 実績値: one indicator by years, entered like a table. */
export const ValuesPage = (page: ValuesPageProps) => {
  const { town, viewer, desk, formKey, kept } = page;
  const { indicator } = desk.loaded;
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
  const shown = heads.filter((head) => head !== '段階' || indicator.direction === 'milestone');
  return (
    <IndicatorLayout
      town={town}
      viewer={viewer}
      loaded={desk.loaded}
      section="values"
      title="実績値"
      notice={page.notice}
      problems={[...page.met, ...page.problems.map(placedSentence)]}
      scripts={page.mayEnter ? ['autosave.js', 'value-entry.js'] : []}
    >
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
          Enter で下の年度へ、Tab
          で右の欄へ。表計算から、同じ列の値をまとめて貼り付けられます。保存しても、公開するまで市民には見えません。
        </p>
        {/* The frame that scrolls lies outside: inside a disabled fieldset it would be out of reach. */}
        <TableScroll label="年度ごとの実績値">
          <fieldset className="plain" disabled={!page.mayEnter}>
            <legend className="visually-hidden">年度ごとの実績値</legend>
            <table className="table value-table" data-value-table>
              <caption className="visually-hidden">{indicator.name}の実績値</caption>
              <thead>
                <tr>
                  {shown.map((head) => (
                    <th key={head} scope="col">
                      {head}
                      {head === '実績値' && indicator.unit !== '' ? `（${indicator.unit}）` : ''}
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
      <Publish page={page} href={href} />
    </IndicatorLayout>
  );
};
