import type { ImplementationDesk } from '../../../app/implementation/read-implementation.ts';
import { cellOf } from '../../../domain/implementation/cells.ts';
import { yearsOf } from '../../../domain/implementation/implementation-plan.ts';
import { totalsBy } from '../../../domain/implementation/totals.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { tableYen } from '../../text/yen.ts';
import { periodText } from './list-page.tsx';
import { PlanLayout, stateText } from './plan-layout.tsx';

interface PrintPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: ImplementationDesk;
}

interface UnitRowsProps {
  readonly desk: ImplementationDesk;
  readonly unitKey: string | null;
  readonly name: string;
}

const UnitRows = ({ desk, unitKey, name }: UnitRowsProps) => {
  const years = yearsOf(desk.plan);
  const own = desk.programmes.filter(
    (each) =>
      each.unitKey === unitKey && years.some((year) => desk.cells.has(cellOf(each.programmeKey, year))),
  );
  if (own.length === 0) return null;
  const keys = new Set(own.map(({ programmeKey }) => programmeKey));
  const [sum] = totalsBy(
    [...desk.cells.values()].filter(({ programmeKey }) => keys.has(programmeKey)),
    () => [''],
  );
  return (
    <tbody>
      <tr className="implementation-print__unit">
        <th scope="rowgroup" colSpan={3}>
          {name}（{own.length}事業）
        </th>
        {years.map((year) => (
          <td key={year} className="table__number">
            {tableYen(sum?.byYear.get(year) ?? 0)}
          </td>
        ))}
        <td className="table__number">{tableYen(sum?.totalThousandYen ?? 0)}</td>
        <td />
      </tr>
      {own.map(({ programmeKey, number, name: title }) => {
        const cells = years.map((year) => desk.cells.get(cellOf(programmeKey, year)));
        const reasons = cells
          .flatMap((cell) => cell?.corrections ?? [])
          .map(({ correction, reason }) => `第${correction}次補正 ${reason}`);
        return (
          <tr key={programmeKey}>
            <td className="table__nowrap">{number}</td>
            <th scope="row">{title}</th>
            <td>{(desk.items.get(programmeKey) ?? []).map((item) => item.title).join('、')}</td>
            {cells.map((cell, at) => (
              <td key={years[at]} className="table__number">
                {cell === undefined ? '' : tableYen(cell.amountThousandYen)}
                {cell !== undefined && cell.corrections.length > 0 && (
                  <span className="cycle__about">
                    （{cell.original === null ? 'なし' : tableYen(cell.original.amountThousandYen)}）
                  </span>
                )}
              </td>
            ))}
            <td className="table__number">
              {tableYen(cells.reduce((total, cell) => total + (cell?.amountThousandYen ?? 0), 0))}
            </td>
            <td>{[...new Set(reasons)].join('。')}</td>
          </tr>
        );
      })}
    </tbody>
  );
};

/** 印刷する表: A4 横, unit by unit, with the first amounts of what was corrected in brackets. */
export const PrintPage = ({ town, viewer, desk }: PrintPageProps) => {
  const { plan } = desk;
  const years = yearsOf(plan);
  const [whole] = totalsBy(desk.cells.values(), () => ['']);
  return (
    <PlanLayout plan={plan} page="print" {...{ town, viewer }}>
      <section className="implementation-print">
        <p>
          {town.name} {periodText(plan)}・{stateText(plan)}。単位は千円。
          {plan.correction > 0 && '（ ）は、はじめに確定した額。'}
        </p>
        {desk.cells.size === 0 ? (
          <p className="quiet">額はまだありません。</p>
        ) : (
          <TableScroll label="実施計画の表">
            <table className="table">
              <caption className="visually-hidden">{plan.title}</caption>
              <thead>
                <tr>
                  <th scope="col">番号</th>
                  <th scope="col">事業</th>
                  <th scope="col">計画の項目</th>
                  {years.map((year) => (
                    <th key={year} scope="col" className="table__number">
                      {formatFiscalYear(year, 'wareki')}
                    </th>
                  ))}
                  <th scope="col" className="table__number">
                    合計
                  </th>
                  <th scope="col">補正の理由</th>
                </tr>
              </thead>
              {desk.units.map(({ unitKey, name }) => (
                <UnitRows key={unitKey} desk={desk} unitKey={unitKey} name={name} />
              ))}
              <UnitRows desk={desk} unitKey={null} name="担当なし" />
              <tbody>
                <tr className="implementation-print__unit">
                  <th scope="row" colSpan={3}>
                    全体
                  </th>
                  {years.map((year) => (
                    <td key={year} className="table__number">
                      {tableYen(whole?.byYear.get(year) ?? 0)}
                    </td>
                  ))}
                  <td className="table__number">{tableYen(whole?.totalThousandYen ?? 0)}</td>
                  <td />
                </tr>
              </tbody>
            </table>
          </TableScroll>
        )}
      </section>
    </PlanLayout>
  );
};
