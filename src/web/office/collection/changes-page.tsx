import type { SheetView } from '../../../app/collection/read-sheet.ts';
import { rowMark } from '../../../app/collection/sheet-mark.ts';
import type { ChangedRow } from '../../../app/collection/sheet-rows.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { TypedRow } from '../../../domain/indicator/collection/decide-row.ts';
import { implausible } from '../../../domain/indicator/collection/implausible.ts';
import { statusNames } from '../../../domain/indicator/collection/reason-names.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { sheetHref } from './sheet-page.tsx';
import { figureWords } from './sheet-row.tsx';

interface ChangesPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: SheetView;
  /** Where it comes from: 貼り付ける内容, or the name of a file. */
  readonly from: string;
  readonly how: string;
  readonly rows: readonly TypedRow[];
  readonly changed: readonly ChangedRow[];
  readonly problems: readonly string[];
}

const fields = [
  'figure',
  'missing',
  'status',
  'sourceDocument',
  'sourcePlace',
  'asOf',
  'standardError',
  'note',
] as const;

/** What is sent to be kept: the rows that change, with what was seen of them now. */
const KeptRow = ({
  row,
  change,
  index,
  fiscalYear,
}: {
  readonly row: TypedRow;
  readonly change: ChangedRow;
  readonly index: number;
  readonly fiscalYear: number;
}) => (
  <>
    <input type="hidden" name={`rows.${index}.key`} value={row.indicatorKey} />
    <input type="hidden" name={`rows.${index}.seen`} value={rowMark(change.record, fiscalYear)} />
    {fields.map((field) => {
      const value = row[field];
      return (
        value !== undefined && (
          <input key={field} type="hidden" name={`rows.${index}.${field}`} value={value} />
        )
      );
    })}
  </>
);

const Change = ({ change, view }: { readonly change: ChangedRow; readonly view: SheetView }) => {
  const { record, before, after } = change;
  const { indicator } = record;
  const warning =
    after.value === null ? null : implausible(record, view.collection.fiscalYear, after.value, view.today);
  const others = [
    ...(before?.status === after.status ? [] : [statusNames[after.status]]),
    ...(before?.source?.document === after.source?.document
      ? []
      : [`出典 ${after.source?.document ?? 'なし'}`]),
    ...((before?.note ?? '') === after.note ? [] : [`備考 ${after.note === '' ? 'なし' : after.note}`]),
  ];
  return (
    <tr>
      <th scope="row">{indicator.name}</th>
      <td>{figureWords(before, indicator)}</td>
      <td>
        <b>{figureWords(after, indicator)}</b>
        {warning !== null && <p className="sheet__warning">{problemSentence(warning)}</p>}
      </td>
      <td>{others.join('、')}</td>
    </tr>
  );
};

/** What a pasted block or a file would change. Nothing is written yet, and nothing can be while a cell is refused. */
export const ChangesPage = (page: ChangesPageProps) => {
  const { town, viewer, view, changed, problems, rows } = page;
  const href = sheetHref(town, view.sheet);
  const byKey = new Map(rows.map((row) => [row.indicatorKey, row]));
  return (
    <OfficeLayout
      title="変わるところを確かめる"
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[{ label: `実績値（${view.unitName}）`, href }]}
      problems={
        problems.length === 0
          ? []
          : [
              ...problems,
              `誤りが${problems.length}件あります。何も変わっていません。直して、もう一度お試しください。`,
            ]
      }
    >
      {/* The script shows this part over the sheet. */}
      <section data-question>
        <h2>{page.from}</h2>
        <p>{page.how}</p>
        {problems.length > 0 && (
          <ul className="check-list" data-question-problems>
            {problems.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {problems.length === 0 && changed.length === 0 && (
          <p>いまの内容と同じです。変わるところはありません。</p>
        )}
        {changed.length > 0 && (
          <TableScroll label="変わるところ">
            <table className="table">
              <caption>
                {changed.length}行が変わります（同じ内容の行は{rows.length - changed.length}行）
              </caption>
              <thead>
                <tr>
                  <th scope="col">指標</th>
                  <th scope="col">いま</th>
                  <th scope="col">変えたあと</th>
                  <th scope="col">ほかの変更</th>
                </tr>
              </thead>
              <tbody>
                {changed.map((change) => (
                  <Change key={change.record.indicator.indicatorKey} change={change} view={view} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
        {problems.length === 0 && changed.length > 0 ? (
          <form method="post" action={`${href}/keep`} data-leaves>
            <CsrfField viewer={viewer} />
            {changed.map((change, index) => {
              const row = byKey.get(change.record.indicator.indicatorKey);
              return (
                row !== undefined && (
                  <KeptRow
                    key={row.indicatorKey}
                    row={row}
                    change={change}
                    index={index}
                    fiscalYear={view.collection.fiscalYear}
                  />
                )
              );
            })}
            <p className="actions">
              <button type="submit" className="button">
                この{changed.length}行を保存する
              </button>
              <a href={href} data-cancel>
                やめる
              </a>
            </p>
          </form>
        ) : (
          <p className="actions">
            <a href={href} data-cancel>
              入力表に戻る
            </a>
          </p>
        )}
      </section>
    </OfficeLayout>
  );
};
