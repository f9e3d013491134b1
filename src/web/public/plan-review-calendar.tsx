import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { PlanHeader } from '../../domain/plan/plan.ts';
import { type ReviewCell, reviewSymbol, tabulateReview } from '../../domain/plan/review-calendar.ts';
import type { TownFrame } from '../components/frame.ts';
import { TableScroll } from '../components/table-scroll.tsx';
import { formatPeriod, formatYear } from '../text/dates.ts';

interface Props {
  readonly frame: TownFrame;
  readonly header: PlanHeader;
}

const Cell = ({ frame, cell }: { readonly frame: TownFrame; readonly cell: ReviewCell }) => {
  switch (cell.kind) {
    case 'empty':
      return <td />;
    case 'bar':
      return (
        <td colSpan={cell.span} className="calendar__bar">
          <span className="calendar__bar-fill">
            <span lang="ja">{cell.label}</span>
            <span className="visually-hidden">
              {formatPeriod(cell.fiscalYear, cell.fiscalYear + cell.span - 1, frame.language)}
            </span>
          </span>
        </td>
      );
    case 'mark':
      return (
        <td className="calendar__mark">
          <span aria-hidden="true">{reviewSymbol(cell.mark)}</span>
          <span className="visually-hidden">{frame.t.plan.marks[cell.mark]}</span>
        </td>
      );
    default: {
      const unknown: never = cell;
      throw new Error(`unknown cell ${String(unknown)}`);
    }
  }
};

/** 総合計画の見直し周期: periods as bars, evaluations as ● and ○, a column a year. */
export const ReviewCalendar = ({ frame, header }: Props) => {
  const { t } = frame;
  if (header.reviewCalendar.length === 0) return null;
  const { years, rows } = tabulateReview(header.reviewCalendar, {
    start: header.startFiscalYear,
    end: header.endFiscalYear,
  });
  const used = (['yearly', 'review', 'final'] as const).filter((mark) =>
    rows.some((row) => row.cells.some((cell) => cell.kind === 'mark' && cell.mark === mark)),
  );
  return (
    <section className="section section--ruled" id="calendar" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t.plan.calendar}</h2>
      <TableScroll label={`${header.title} ${t.plan.calendar}`}>
        <table className="table calendar">
          <caption className="visually-hidden">{t.plan.calendar}</caption>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {t.plan.fiscalYear}
              </th>
              {years.map((year) => (
                <th key={year} scope="col" className="calendar__year">
                  <abbr title={formatYear(year, frame.language)}>
                    {frame.language === 'ja' ? formatFiscalYear(year, 'short') : year}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.label}>
                {rows[at - 1]?.group === row.group ? null : (
                  <th
                    scope="rowgroup"
                    rowSpan={rows.filter((other) => other.group === row.group).length}
                    className="calendar__group"
                  >
                    {t.plan.calendarGroups[row.group]}
                  </th>
                )}
                <th scope="row" className="calendar__label" lang="ja">
                  {row.label}
                </th>
                {row.cells.map((cell) => (
                  <Cell key={cell.fiscalYear} frame={frame} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <ul className="calendar__key">
        {used.map((mark) => (
          <li key={mark}>
            <span aria-hidden="true">{reviewSymbol(mark)}</span> {t.plan.marks[mark]}
          </li>
        ))}
      </ul>
    </section>
  );
};
