import type { ReactNode } from 'react';
import type { SheetView } from '../../../app/collection/read-sheet.ts';
import { countSheet } from '../../../domain/indicator/collection/asked.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { Exchange } from './exchange.tsx';
import { SheetRow } from './sheet-row.tsx';
import { SheetSteps } from './sheet-steps.tsx';
import { stateTags, stateWords } from './words.ts';

export interface SheetPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: SheetView;
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
}

export const sheetHref = (
  town: SheetPageProps['town'],
  at: { readonly fiscalYear: number; readonly unitKey: string },
): string =>
  `/m/${town.municipality}/office/collections/${at.fiscalYear}/units/${encodeURIComponent(at.unitKey)}`;

/** What stands on top: the state, until when, what was asked, and why it came back. */
const Head = ({ view }: { readonly view: SheetView }) => {
  const { sheet, collection, dueOn, late } = view;
  const counts = countSheet(view.records, collection.fiscalYear);
  return (
    <>
      <div className="desk-head">
        <p className="desk-head__state">
          <span className={`tag status-tag status-tag--${stateTags[sheet.state]}`}>
            {stateWords[sheet.state]}
          </span>
          <span>
            期限 {formatJapaneseDate(dueOn)}
            {late && <strong className="sheet__late">（過ぎています）</strong>}
          </span>
          <span role="status" data-counts>
            {counts.asked}件のうち 値 <b data-count="entered">{counts.entered}</b>、理由{' '}
            <b data-count="missing">{counts.missing}</b>、空き <b data-count="blank">{counts.blank}</b>
          </span>
        </p>
      </div>
      {sheet.state === 'returned' && (
        <div className="notice notice--problem">
          <p>
            <strong>差し戻されました。</strong>直して、もう一度提出してください。
          </p>
          <p className="sheet__reason">{sheet.reason}</p>
        </div>
      )}
      {collection.closedAt !== null && <p className="notice">この照会は締め切られています。見るだけです。</p>}
      {collection.note !== '' && <p className="sheet__note">{collection.note}</p>}
    </>
  );
};

const Heading = ({ children }: { readonly children: ReactNode }) => <th scope="col">{children}</th>;

/** 入力表: one row an indicator, like a spreadsheet. */
export const SheetPage = (page: SheetPageProps) => {
  const { town, viewer, view, form, sentences } = page;
  const { collection, unitName, records } = view;
  const { fiscalYear } = collection;
  const year = formatFiscalYear(fiscalYear, 'wareki');
  const list = `/m/${town.municipality}/office/collections`;
  const href = sheetHref(town, view.sheet);
  return (
    <OfficeLayout
      title={`${year}の実績値（${unitName}）`}
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: `/m/${town.municipality}/office/indicators` },
        { label: '実績の照会', href: list },
        { label: year, href: `${list}/${fiscalYear}` },
      ]}
      notice={page.notice}
      problems={page.problems}
      scripts={view.writable ? ['sheet.js'] : []}
    >
      <Head view={view} />
      {records.length === 0 && <p className="quiet">この課に尋ねる指標は、いまありません。</p>}
      <form method="post" action={href} data-sheet data-paste={`${href}/paste`}>
        <CsrfField viewer={viewer} />
        {view.writable && (
          <p className="quiet">
            矢印キーで動き、入力すると書き換わります。Enter で下へ、Tab で右へ、F2 で欄の中を直し、Esc
            で元に戻します。Ctrl＋D で上の値を写し、Ctrl＋Z
            で取り消します。欄を離れると、その行だけがすぐに保存されます。表計算からまとめて貼り付けることもできます。
          </p>
        )}
        <TableScroll label="実績値の入力表">
          <table className="table sheet">
            <caption className="visually-hidden">
              {unitName}の{year}の実績値
            </caption>
            <thead>
              <tr>
                <Heading>指標</Heading>
                <Heading>{formatFiscalYear(fiscalYear - 2, 'short')}</Heading>
                <Heading>{formatFiscalYear(fiscalYear - 1, 'short')}</Heading>
                <Heading>道筋</Heading>
                <Heading>実績値（{formatFiscalYear(fiscalYear, 'short')}）</Heading>
                <Heading>状態</Heading>
                <Heading>値がない理由</Heading>
                <Heading>確定の別</Heading>
                <Heading>出典</Heading>
                <Heading>備考</Heading>
              </tr>
            </thead>
            <tbody>
              {records.map((record, index) => (
                <SheetRow
                  key={record.indicator.indicatorKey}
                  view={view}
                  record={record}
                  index={index}
                  form={form}
                  sentences={sentences}
                  indicatorsHref={`/m/${town.municipality}/office/indicators`}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
        {view.writable && records.length > 0 && (
          <div className="save-bar">
            <button type="submit" className="button button--quiet">
              入力をまとめて保存する
            </button>
            <span className="save-bar__state" role="status" data-sheet-state />
          </div>
        )}
      </form>
      <SheetSteps page={page} href={href} />
      <Exchange page={page} href={href} />
    </OfficeLayout>
  );
};
