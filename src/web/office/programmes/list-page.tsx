import type { ProgrammeList } from '../../../app/programme/read-programme-list.ts';
import type { StoredProgramme } from '../../../db/read-programme.ts';
import { may, mayAnywhere } from '../../../domain/access/may.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { ProgrammeRow } from '../../../domain/programme/list/programme-row.ts';
import { sumOf } from '../../../domain/programme/list/totals.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { type ListAddress, listQuery, pageSize } from './list-address.ts';
import { ListFilters } from './list-filters.tsx';
import { ProgrammesNav } from './programmes-nav.tsx';
import { amountCell, sumWords } from './sum-words.tsx';

type Row = ProgrammeRow<StoredProgramme>;

interface ListPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly list: ProgrammeList;
  readonly address: ListAddress;
  /** All that answer to the filter, in order. */
  readonly rows: readonly Row[];
  readonly notice: string | undefined;
  readonly problems: readonly string[];
}

interface Names {
  readonly unit: (key: string | null) => string;
  readonly type: (key: string | null) => string;
  readonly expenseClass: (key: string | null) => string;
}

const namesOf = (list: ProgrammeList): Names => {
  const units = new Map(list.units.map(({ unitKey, name }) => [unitKey, name]));
  const types = new Map(list.types.map(({ key, label }) => [key, label]));
  const classes = new Map(list.expenseClasses.map(({ key, label }) => [key, label]));
  const named = (names: ReadonlyMap<string, string>) => (key: string | null) =>
    key === null ? '―' : (names.get(key) ?? key);
  return { unit: named(units), type: named(types), expenseClass: named(classes) };
};

const Line = ({
  row,
  names,
  base,
  ticks,
}: {
  readonly row: Row;
  readonly names: Names;
  readonly base: string;
  readonly ticks: boolean;
}) => {
  const { programme, cost, unitKey, items } = row;
  return (
    <tr id={`p-${programme.programmeKey}`}>
      {ticks && (
        <td>
          <input
            type="checkbox"
            name="p"
            value={`${programme.programmeKey} ${programme.version}`}
            aria-label={`${programme.name}を選ぶ`}
          />
        </td>
      )}
      <td>{programme.number}</td>
      <th scope="row">
        <a href={`${base}/${encodeURIComponent(programme.programmeKey)}`}>{programme.name}</a>
        {programme.statedPlace !== '' && <span className="programme-place">{programme.statedPlace}</span>}
      </th>
      <td className="programme-unit">{names.unit(unitKey)}</td>
      <td>{names.type(programme.typeKey)}</td>
      <td>{names.expenseClass(programme.expenseClass)}</td>
      <td className="table__number">{items.length === 0 ? '―' : items.length}</td>
      <td className="table__number">{amountCell(cost.budget)}</td>
      <td className="table__number">{amountCell(cost.settled)}</td>
      <td className="table__number">{amountCell(cost.totalThousandYen)}</td>
    </tr>
  );
};

const SumRow = ({
  label,
  rows,
  ticks,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly ticks: boolean;
}) => (
  <tr>
    <th scope="row" colSpan={ticks ? 7 : 6}>
      {label}（{rows.length}事業）
    </th>
    {(['budget', 'settled', 'total'] as const).map((kind) => {
      const sum = sumOf(rows, kind);
      return (
        <td key={kind} className="table__number">
          {sum.counted === 0 ? '―' : amountCell(sum.thousandYen)}
          {sum.without > 0 && sum.counted > 0 && (
            <span className="programme-place">記載なし {sum.without}</span>
          )}
        </td>
      );
    })}
  </tr>
);

const Pages = ({
  address,
  count,
  base,
  label,
}: {
  readonly address: ListAddress;
  readonly count: number;
  readonly base: string;
  readonly label: string;
}) => {
  const last = Math.ceil(count / pageSize);
  if (last < 2) return null;
  return (
    <nav className="programme-pages no-print" aria-label={label}>
      {Array.from({ length: last }, (_, index) => index + 1).map((page) => (
        <a
          key={page}
          className="chip"
          href={`${base}${listQuery(address, { page })}`}
          aria-current={page === address.page ? 'page' : undefined}
        >
          {(page - 1) * pageSize + 1}–{Math.min(page * pageSize, count)}
        </a>
      ))}
    </nav>
  );
};

const Empty = ({ manages, office }: { readonly manages: boolean; readonly office: string }) => (
  <div className="empty">
    <p className="empty__title">まだ事務事業がありません</p>
    {manages ? (
      <p>
        <a href={`${office}/programmes/import`}>ファイルを取り込む</a>か、
        <a href={`${office}/programmes/new`}>一つずつ加えます</a>。
      </p>
    ) : (
      <p>企画担当か財政担当が、ファイルの取込みか「事業を加える」で登録します。</p>
    )}
  </div>
);

/** 事務事業の一覧: found, sorted, added up; the ticked ones are changed together. */
export const ListPage = ({ town, viewer, list, address, rows, notice, problems }: ListPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const base = `${office}/programmes`;
  const names = namesOf(list);
  const ticks = may(viewer.actor, 'programme.manage');
  const shown = rows.slice((address.page - 1) * pageSize, address.page * pageSize);
  const year = formatFiscalYear(list.fiscalYear, 'wareki');
  const query = listQuery(address);
  return (
    <OfficeLayout
      title={`事務事業（${year}）`}
      town={town}
      viewer={viewer}
      current="programmes"
      notice={notice}
      problems={problems}
    >
      <ProgrammesNav office={office} viewer={viewer} current="list" />
      {list.rows.length === 0 ? (
        <Empty manages={ticks} office={office} />
      ) : (
        <>
          <ListFilters list={list} address={address} href={base} />
          <p role="status">
            {list.rows.length}事業のうち{rows.length}事業。決算額 {sumWords(sumOf(rows, 'settled'))}。
            {list.settled !== null && '決算は確定しています。'}
          </p>
          <form method="post" action={`${base}/bulk`}>
            <CsrfField viewer={viewer} />
            <input type="hidden" name="back" value={query} />
            <Pages address={address} count={rows.length} base={base} label="ページ（表の上）" />
            <TableScroll label="事務事業の一覧">
              <table className="table programme-table">
                <caption className="visually-hidden">{year}の事務事業（金額は千円）</caption>
                <thead>
                  <tr>
                    {ticks && (
                      <th scope="col" className="table__nowrap">
                        選ぶ
                      </th>
                    )}
                    <th scope="col">番号</th>
                    <th scope="col">事業</th>
                    <th scope="col">担当</th>
                    <th scope="col" className="table__nowrap">
                      種別
                    </th>
                    <th scope="col" className="table__nowrap">
                      経費区分
                    </th>
                    <th scope="col" className="table__number">
                      計画項目
                    </th>
                    <th scope="col" className="table__number">
                      予算額（千円）
                    </th>
                    <th scope="col" className="table__number">
                      決算額（千円）
                    </th>
                    <th scope="col" className="table__number">
                      総事業費（千円）
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((row) => (
                    <Line
                      key={row.programme.programmeKey}
                      row={row}
                      names={names}
                      base={base}
                      ticks={ticks}
                    />
                  ))}
                </tbody>
                <tfoot>
                  {shown.length < rows.length && <SumRow label="このページの計" rows={shown} ticks={ticks} />}
                  <SumRow
                    label={rows.length === list.rows.length ? '合計' : 'しぼった事業の合計'}
                    rows={rows}
                    ticks={ticks}
                  />
                </tfoot>
              </table>
            </TableScroll>
            <p className="quiet small">
              ―:
              分からないもの（0とは違います）。総事業費は、決算額に人件費（従事時間×単価）を加えた額です。決算額に人件費を含むかが分からない事業では出していません。
            </p>
            <Pages address={address} count={rows.length} base={base} label="ページ（表の下）" />
            {ticks && (
              <p className="actions no-print">
                <button type="submit" className="button button--quiet" name="which" value="ticked">
                  印を付けた事業をまとめて変える
                </button>
                <button type="submit" className="button button--quiet" name="which" value="filtered">
                  しぼった{rows.length}事業をまとめて変える
                </button>
              </p>
            )}
          </form>
        </>
      )}
      <p className="actions no-print">
        {mayAnywhere(viewer.actor, 'programme.edit') && (
          <a className="button" href={`${base}/new`}>
            事業を加える
          </a>
        )}
        {list.rows.length > 0 && (
          <>
            <a href={`${base}/programmes.csv${query}`} download>
              この一覧を CSV で書き出す
            </a>
            <a href={`${base}/programmes.json`} download>
              すべてを JSON で書き出す
            </a>
          </>
        )}
      </p>
    </OfficeLayout>
  );
};
