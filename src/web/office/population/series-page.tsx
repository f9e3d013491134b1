import { broadAgesOf } from '../../../domain/population/broad-ages.ts';
import { type PopulationTable, type SeriesWithTables, wholeTown } from '../../../domain/population/series.ts';
import { seriesKindNames } from '../../../domain/population/series-kind-names.data.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatDate } from '../../text/dates.ts';
import { ageName, wholePersons } from '../../text/population-names.ts';
import { StateTag } from './state-tag.tsx';

const cellOf = (persons: number | null | undefined): string =>
  persons === null || persons === undefined ? '―' : wholePersons(persons);

export const SeriesFactsList = ({
  series,
  writer,
}: {
  readonly series: SeriesWithTables['series'];
  readonly writer: string;
}) => {
  const rows: readonly (readonly [string, string])[] = [
    ['種類', seriesKindNames[series.kind]],
    ['公表した機関', series.publisher],
    ['出典', series.source],
    ['公表日', series.publishedOn],
    ...(series.baseYear === null ? [] : ([['推計の基準年', `${series.baseYear}年`]] as const)),
    ['利用条件', series.terms],
    ['注', series.note],
    ['最後に変えた人', writer],
  ];
  return (
    <dl className="facts section">
      <div>
        <dt>状態</dt>
        <dd>
          <StateTag isPublic={series.state === 'published'} />
        </dd>
      </div>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' ? <span className="quiet">書いていない</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
};

const NumberHeads = ({ names }: { readonly names: readonly string[] }) =>
  names.map((name) => (
    <th key={name} scope="col" className="number">
      {name}
    </th>
  ));

const TotalRow = ({
  table: { date, counts },
  tellsHouseholds,
}: {
  readonly table: PopulationTable;
  readonly tellsHouseholds: boolean;
}) => {
  const broad = broadAgesOf(counts);
  return (
    <tr>
      <th scope="row">{formatDate(date, 'ja')}</th>
      <td className="number">{wholePersons(counts.total)}</td>
      <td className="number">{cellOf(counts.totalMale)}</td>
      <td className="number">{cellOf(counts.totalFemale)}</td>
      <td className="number">{cellOf(broad?.children)}</td>
      <td className="number">{cellOf(broad?.workingAge)}</td>
      <td className="number">{cellOf(broad?.aged)}</td>
      {tellsHouseholds && <td className="number">{cellOf(counts.households)}</td>}
    </tr>
  );
};

/** One line a day: totals and the three ages. */
const TotalsTable = ({ tables }: { readonly tables: readonly PopulationTable[] }) => {
  const tellsHouseholds = tables.some(({ counts }) => counts.households !== null);
  return (
    <TableScroll label="日ごとの人数">
      <table className="table">
        <caption className="visually-hidden">総数と年齢三区分（人）</caption>
        <thead>
          <tr>
            <th scope="col">基準日</th>
            <NumberHeads
              names={[
                '総数',
                '男',
                '女',
                '0～14歳',
                '15～64歳',
                '65歳以上',
                ...(tellsHouseholds ? ['世帯数'] : []),
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <TotalRow key={table.date} table={table} tellsHouseholds={tellsHouseholds} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const AgesTable = ({ table: { date, counts } }: { readonly table: PopulationTable }) => {
  const { ages, male, female, both, unknownAge } = counts;
  const day = formatDate(date, 'ja');
  const bothAt = (at: number): number | null =>
    both?.[at] ?? (male === null || female === null ? null : (male[at] ?? 0) + (female[at] ?? 0));
  return (
    <details>
      <summary>{day}の年齢別の人数</summary>
      <TableScroll label={`${day}の年齢別の人数`}>
        <table className="table">
          <caption className="visually-hidden">{day}の年齢別の人数（人）</caption>
          <thead>
            <tr>
              <th scope="col">年齢</th>
              <NumberHeads names={['男', '女', '男女計']} />
            </tr>
          </thead>
          <tbody>
            {ages.map((age, at) => (
              <tr key={age}>
                <th scope="row">{ageName(age, 'ja')}</th>
                <td className="number">{cellOf(male?.[at])}</td>
                <td className="number">{cellOf(female?.[at])}</td>
                <td className="number">{cellOf(bothAt(at))}</td>
              </tr>
            ))}
            {unknownAge !== null && (
              <tr>
                <th scope="row">年齢不詳</th>
                <td className="number">{wholePersons(unknownAge.male)}</td>
                <td className="number">{wholePersons(unknownAge.female)}</td>
                <td className="number">{wholePersons(unknownAge.male + unknownAge.female)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
};

/** Areas by their newest day; all their figures are in the CSV. */
const Districts = ({ tables }: { readonly tables: readonly PopulationTable[] }) => {
  const newest = tables.reduce((last, { date }) => (date > last ? date : last), '');
  const rows = tables.filter(({ date }) => date === newest);
  return (
    <section className="section" aria-labelledby="districts-title">
      <h2 id="districts-title">地区（{formatDate(newest, 'ja')}）</h2>
      <TableScroll label="地区の人数">
        <table className="table">
          <caption className="visually-hidden">地区の総数と世帯数</caption>
          <thead>
            <tr>
              <th scope="col">地区</th>
              <NumberHeads names={['総数', '男', '女', '世帯数']} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ areaKey, areaName, counts }) => (
              <tr key={areaKey}>
                <th scope="row">{areaName === '' ? areaKey : areaName}</th>
                <td className="number">{wholePersons(counts.total)}</td>
                <td className="number">{cellOf(counts.totalMale)}</td>
                <td className="number">{cellOf(counts.totalFemale)}</td>
                <td className="number">{cellOf(counts.households)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};

/** The figures of a series as they were taken in. */
export const SeriesFigures = ({
  tables,
  unreadable = [],
  csvHref,
}: Omit<SeriesWithTables, 'series'> & { readonly csvHref: string }) => {
  const town = tables.filter(({ areaKey }) => areaKey === wholeTown);
  const districts = tables.filter(({ areaKey }) => areaKey !== wholeTown);
  return (
    <>
      <section className="section" aria-labelledby="figures-title">
        <h2 id="figures-title">数値（人）</h2>
        {unreadable.length > 0 && (
          <p>
            このプログラムでは読めない表があります（
            {unreadable.map(({ areaName, date }) => `${areaName}${formatDate(date, 'ja')}`).join('、')}
            ）。別の版のプログラムが書いたか、壊れています。元のファイルから取り込み直してください。
          </p>
        )}
        {town.length === 0 ? <p>全域の表はありません。</p> : <TotalsTable tables={town} />}
        <p className="after-table">
          <a href={csvHref} download>
            すべての数値をCSVで保存
          </a>
        </p>
        {town
          .filter(({ counts }) => counts.ages.length > 0)
          .map((table) => (
            <AgesTable key={table.date} table={table} />
          ))}
      </section>
      {districts.length > 0 && <Districts tables={districts} />}
    </>
  );
};
