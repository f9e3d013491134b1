import type { IndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence } from '../plan-sentences.ts';
import { AxesFields } from './axes-fields.tsx';
import { type CellTable, tablesOf, yearsWithCells } from './cell-rows.ts';
import { IndicatorLayout } from './indicator-layout.tsx';

interface BreakdownsPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: IndicatorDesk;
  readonly form: Form;
  readonly version: number;
  readonly sentences: FieldSentences;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
  readonly mayDefine: boolean;
}

export const tableName = ({ dimensions }: CellTable): string => dimensions.map(({ name }) => name).join('×');

/** The address of a table below the indicator: its years, or the one year of two dimensions. */
export const tablePath = (table: CellTable, year: number | null): string =>
  `/breakdowns/${table.axes}${table.dimensions.length > 1 && year !== null ? `/${year}` : ''}`;

const Tables = ({ desk, href }: { readonly desk: IndicatorDesk; readonly href: string }) => {
  const { loaded } = desk;
  const tables = tablesOf(loaded.indicator.breakdowns);
  if (tables.length === 0)
    return (
      <div className="empty">
        <p className="empty__title">内訳の軸がまだありません</p>
        <p>年代、性別、地区などの軸と区分を定めると、その表に値を入力できます。</p>
      </div>
    );
  return (
    <ul className="link-list">
      {tables.map((table) => {
        const years = yearsWithCells(loaded, table);
        return (
          <li key={table.axes}>
            <a href={`${href}${tablePath(table, years[0] ?? null)}`}>{tableName(table)}</a>{' '}
            <span className="quiet">
              {years.length === 0
                ? '値はまだありません'
                : years.map((year) => formatFiscalYear(year, 'wareki')).join('、')}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

/** 内訳: the tables there are, and what the figures are divided into. */
export const BreakdownsPage = (page: BreakdownsPageProps) => {
  const { town, viewer, desk, form, sentences } = page;
  const { indicator } = desk.loaded;
  const href = `/m/${town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
  return (
    <IndicatorLayout
      town={town}
      viewer={viewer}
      loaded={desk.loaded}
      section="breakdowns"
      title="内訳"
      notice={page.notice}
      problems={page.problems.map(placedSentence)}
    >
      <section className="section" aria-labelledby="tables-title">
        <h2 id="tables-title">内訳の表</h2>
        <Tables desk={desk} href={href} />
      </section>
      {page.mayDefine && (
        <section className="section" aria-labelledby="axes-title">
          <h2 id="axes-title">軸と区分</h2>
          <p>
            名前は、いつでも変えられます。区分を外すときは、名前を空にします。値のある区分は外せません。公開中の指標では、保存するとすぐに公開画面も変わります。英語の名前がなければ、英語の画面にも日本語の名前を出します。
          </p>
          <form method="post" action={`${href}/breakdowns`} className="form">
            <CsrfField viewer={viewer} />
            <input type="hidden" name="version" value={page.version} />
            <AxesFields form={form} sentences={sentences} />
            <button type="submit" className="button">
              軸と区分を保存する
            </button>
          </form>
        </section>
      )}
    </IndicatorLayout>
  );
};
