import type { DistrictRow } from '../../../domain/population/district-figures.ts';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { districtWords } from '../../text/districts.ts';
import { wholePersons } from '../../text/population-names.ts';
import { tableLabel } from '../../text/table-label.ts';
import type { PublicDistricts } from './load-districts.ts';

interface TableProps {
  readonly frame: TownFrame;
  readonly districts: PublicDistricts;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;

const changeOf = (before: number, after: number): string => {
  if (before === 0) return '—';
  const change = (100 * (after - before)) / before;
  const shown = Math.abs(change).toFixed(1);
  return shown === '0.0' ? '±0.0%' : `${change > 0 ? '+' : '−'}${shown}%`;
};

const Row = ({
  row,
  name,
  lang,
}: {
  readonly row: DistrictRow;
  readonly name: string;
  readonly lang?: 'ja';
}) => {
  const [base, last] = [row.figures[0], row.figures.at(-1)];
  return (
    <tr>
      <th scope="row" lang={lang} className="table__nowrap">
        {name}
      </th>
      {row.figures.map(({ total }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one cell a year, in the order of the years
        <td key={at} className="number">
          {wholePersons(total)}
        </td>
      ))}
      <td className="number">{changeOf(base?.total ?? 0, last?.total ?? 0)}</td>
      <td className="number">{percent(last?.children ?? 0, last?.total ?? 0)}</td>
      <td className="number">{percent(last?.aged ?? 0, last?.total ?? 0)}</td>
    </tr>
  );
};

/** 地区別の人口の表: totals of every year, and what the last year comes to. */
export const DistrictsTable = ({ frame: { language }, districts }: TableProps) => {
  const words = districtWords(language);
  const { years, shown, together, whole } = districts;
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  const inLast = (name: string) => `${name}（${last}）`;
  return (
    <TableScroll label={tableLabel(words.table, language)}>
      <table className="table">
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.district}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="number">
                {year}
              </th>
            ))}
            <th scope="col" className="number">
              {`${words.change}（${first}–${last}）`}
            </th>
            <th scope="col" className="number">
              {inLast(words.childShare)}
            </th>
            <th scope="col" className="number">
              {inLast(words.agedShare)}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.areaKeys.join(' ')} row={row} name={row.names.join('、')} lang="ja" />
          ))}
          {together === null ? null : <Row row={together} name={words.together(together.areaKeys.length)} />}
          <Row row={whole} name={words.whole} />
        </tbody>
      </table>
    </TableScroll>
  );
};
