import type { KeptReading } from '../../../documents/population-tables/recognised-json.ts';
import { type CellChange, cellChanges } from '../../../domain/population/cell-changes.ts';
import type { TableChange } from '../../../domain/population/import-changes.ts';
import { type PopulationSeries, wholeTown } from '../../../domain/population/series.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatDate } from '../../text/dates.ts';
import { ageName, wholePersons } from '../../text/population-names.ts';

/** So many lines of a table are shown; the rest is a number. */
const most = 200;

const kindNames: Readonly<Record<TableChange['kind'], string>> = {
  new: '新しく入る',
  changed: '変わる',
  same: '同じ数',
};

const cellNames: Readonly<Record<CellChange['what'], string>> = {
  male: '男',
  female: '女',
  both: '男女計',
  total: '総数',
  households: '世帯数',
  unknown: '年齢不詳',
};

/** So many cells of one table are told. */
const cellsTold = 4;

/** 変わる数: each cell with what stands there and what will. */
const changedCells = ({ before, table }: TableChange): string => {
  if (before === null) return '';
  const cells = cellChanges(before.counts, table.counts);
  const figure = (value: number | null): string => (value === null ? '―' : wholePersons(value));
  const lines = cells
    .slice(0, cellsTold)
    .map(
      ({ what, age, before: old, after }) =>
        `${age === null ? '' : `${ageName(age, 'ja')}・`}${cellNames[what]} ${figure(old)}→${figure(after)}`,
    );
  const rest = cells.length > cellsTold ? ` ほか${cells.length - cellsTold}` : '';
  return lines.length === 0 ? '年齢の区切り・書き方' : `${lines.join('、')}${rest}`;
};

const Facts = ({ reading }: { readonly reading: KeptReading }) => {
  const { layout, encoding, sheets, ages, tables } = reading;
  const days = [...new Set(tables.map(({ date }) => date))].toSorted();
  const areas = new Set(tables.filter(({ areaKey }) => areaKey !== wholeTown).map(({ areaKey }) => areaKey));
  const [first, last] = [days[0], days.at(-1)];
  const rows: readonly (readonly [string, string])[] = [
    ['表の形', layout],
    ['文字・形式', encoding],
    [
      '読んだ行',
      sheets
        .map(
          ({ name, rows: own, otherRows }) =>
            `${name === '' ? '' : `シート「${name}」の`}${own}行${otherRows === 0 ? '' : `（ほかの団体の${otherRows}行は読みません）`}`,
        )
        .join('、'),
    ],
    [
      '基準日',
      first === undefined || last === undefined
        ? ''
        : first === last
          ? formatDate(first, 'ja')
          : `${formatDate(first, 'ja')}～${formatDate(last, 'ja')}（${days.length}時点）`,
    ],
    [
      '年齢',
      ages.length === 0
        ? '総数だけ'
        : `${ageName(ages[0] ?? '', 'ja')}から${ageName(ages.at(-1) ?? '', 'ja')}まで（${ages.length}区分）`,
    ],
    ['地区', areas.size === 0 ? '全域だけ' : `${areas.size}地区と全域`],
  ];
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Columns = ({ columns }: Pick<KeptReading, 'columns'>) => (
  <details>
    <summary>列をどう読んだか（{columns.length}列）</summary>
    <TableScroll label="列の読み方">
      <table className="table">
        <caption className="visually-hidden">列の読み方</caption>
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">見出し</th>
            <th scope="col">読み方</th>
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, most).map(({ sheet, column, heading, meaning }) => (
            <tr key={`${sheet} ${column}`}>
              <th scope="row">{sheet === '' ? column : `${sheet} ${column}`}</th>
              <td>{heading === '' ? '（見出しなし）' : heading}</td>
              <td>{meaning ?? '読まない'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
    {columns.length > most && <p>ほか{columns.length - most}列</p>}
  </details>
);

/** Every cell of a table, to be held against the file. */
const Cells = ({ change: { table } }: { readonly change: TableChange }) => {
  const { ages, male, female, both } = table.counts;
  const name = `${formatDate(table.date, 'ja')} ${table.areaName}`;
  return (
    <details>
      <summary>{name}の年齢別の人数</summary>
      <TableScroll label={`${name}の年齢別の人数`}>
        <table className="table">
          <caption className="visually-hidden">{name}の年齢別の人数</caption>
          <thead>
            <tr>
              <th scope="col">年齢</th>
              {(male === null ? ['男女計'] : ['男', '女']).map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ages.map((age, index) => (
              <tr key={age}>
                <th scope="row">{ageName(age, 'ja')}</th>
                {(male === null ? [both] : [male, female]).map((side, at) => (
                  <td key={at === 0 ? 'first' : 'second'} className="number">
                    {wholePersons(side?.[index] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
};

const Changes = ({ changes }: { readonly changes: readonly TableChange[] }) => (
  <TableScroll label="取り込む表">
    <table className="table">
      <caption>取り込む表{changes.length > most && `（はじめの${most}）`}（人）</caption>
      <thead>
        <tr>
          <th scope="col">基準日</th>
          <th scope="col">地区</th>
          <th scope="col" className="number">
            いま
          </th>
          <th scope="col" className="number">
            取り込んだあと
          </th>
          <th scope="col">違い</th>
        </tr>
      </thead>
      <tbody>
        {changes.slice(0, most).map((change) => (
          <tr key={`${change.table.date} ${change.table.areaKey}`}>
            <th scope="row">{formatDate(change.table.date, 'ja')}</th>
            <td>{change.table.areaKey === wholeTown ? '全域' : change.table.areaName}</td>
            <td className="number">
              {change.before === null ? '―' : wholePersons(change.before.counts.total)}
            </td>
            <td className="number">{wholePersons(change.table.counts.total)}</td>
            <td>
              {kindNames[change.kind]}
              {change.kind === 'changed' && `: ${changedCells(change)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

/** 取り込むものがない: the same figures a second time. */
export const NothingNew = ({ holder }: { readonly holder: PopulationSeries | null }) => (
  <span>
    {holder !== null && `系列「${holder.name}」に、すべて同じ数で入っています。`}
    同じ数なので、取り込むものはありません。何も変わりません。
  </span>
);

/** 読み取った内容: what the file was taken for, what is doubtful, and what would be stored. */
export const ImportPreview = ({
  reading,
  changes,
}: {
  readonly reading: KeptReading;
  readonly changes: readonly TableChange[];
}) => {
  const count = (kind: TableChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length;
  const [town] = changes.filter(({ table }) => table.areaKey === wholeTown && table.counts.ages.length > 0);
  return (
    <>
      <Facts reading={reading} />
      {reading.remarks.length > 0 && (
        <>
          <h3>確かめてください</h3>
          <ul className="check-list">
            {[...new Set(reading.remarks)].slice(0, most).map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
            {reading.remarks.length > most && <li>ほか{reading.remarks.length - most}件</li>}
          </ul>
        </>
      )}
      <p>
        新しく入る表 <b>{count('new')}</b>、変わる表 <b>{count('changed')}</b>、同じ数の表 {count('same')}
      </p>
      <Changes changes={changes} />
      {town !== undefined && <Cells change={town} />}
      <Columns columns={reading.columns} />
    </>
  );
};
