import type { ImplementationDesk } from '../../../app/implementation/read-implementation.ts';
import { yearsOf } from '../../../domain/implementation/implementation-plan.ts';
import { totalsBy } from '../../../domain/implementation/totals.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { tableYen } from '../../text/yen.ts';

interface TotalsTableProps {
  readonly desk: ImplementationDesk;
  /** What the first column holds. */
  readonly head: string;
  readonly groupsOf: (programmeKey: string) => readonly string[];
  readonly nameOf: (key: string) => string;
  readonly hrefOf?: (key: string) => string;
  /** Whether groups together are the whole. */
  readonly addsUp: boolean;
}

/** Sums by year of one grouping, in thousand yen. */
export const TotalsTable = ({ desk, head, groupsOf, nameOf, hrefOf, addsUp }: TotalsTableProps) => {
  const years = yearsOf(desk.plan);
  const totals = totalsBy(desk.cells.values(), groupsOf);
  const [whole] = totalsBy(desk.cells.values(), () => ['']);
  const row = (total: (typeof totals)[number], name: string, href?: string) => (
    <tr key={total.key}>
      <th scope="row">{href === undefined ? name : <a href={href}>{name}</a>}</th>
      <td className="table__number">{total.programmes}</td>
      {years.map((year) => (
        <td key={year} className="table__number">
          {tableYen(total.byYear.get(year) ?? 0)}
        </td>
      ))}
      <td className="table__number">{tableYen(total.totalThousandYen)}</td>
      <td className="table__number">
        {total.generalThousandYen === null ? '—' : tableYen(total.generalThousandYen)}
      </td>
    </tr>
  );
  return (
    <TableScroll label={`${head}ごとの合計`}>
      <table className="table">
        <caption className="visually-hidden">{head}ごとの合計（千円）</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">事業</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {formatFiscalYear(year, 'wareki')}
              </th>
            ))}
            <th scope="col">合計</th>
            <th scope="col">うち一般財源</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => row(total, nameOf(total.key), hrefOf?.(total.key)))}
          {addsUp && whole !== undefined && row({ ...whole, key: 'whole' }, '全体')}
        </tbody>
      </table>
    </TableScroll>
  );
};
