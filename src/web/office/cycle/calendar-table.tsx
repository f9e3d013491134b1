import type { CycleEvent } from '../../../domain/programme/yearly-cycle.ts';
import {
  fiscalMonths,
  isRunning,
  monthPlace,
  monthsText,
  spanOf,
} from '../../../domain/programme/yearly-cycle-months.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { eventKinds } from './cycle-words.data.ts';

interface CalendarTableProps {
  readonly events: readonly CycleEvent[];
  /** Calendar month it is. */
  readonly month: number;
  readonly office: string;
}

const Months = ({ event, month }: { readonly event: CycleEvent; readonly month: number }) => {
  const { before, months } = spanOf(event);
  const empty = (from: number, count: number) =>
    fiscalMonths
      .slice(from, from + count)
      .map((each) => <td key={each} className={each === month ? 'cycle__now' : undefined} />);
  return (
    <>
      {empty(0, before)}
      <td colSpan={months} className="cycle__cell">
        <span className="cycle__bar" data-kind={event.kind} data-running={isRunning(event, month)}>
          {monthsText(event)}
        </span>
      </td>
      {empty(before + months, 12 - before - months)}
    </>
  );
};

/** 年間の予定, April to March: a table whose bars are cells that span their months. */
export const CalendarTable = ({ events, month, office }: CalendarTableProps) => (
  <TableScroll label="年間の予定の表">
    <table className="table cycle">
      <caption className="visually-hidden">年間の予定（4月から3月）</caption>
      <thead>
        <tr>
          <th scope="col" className="cycle__title">
            予定
          </th>
          {fiscalMonths.map((each) => (
            <th
              key={each}
              scope="col"
              className={each === month ? 'cycle__month cycle__now' : 'cycle__month'}
              aria-current={each === month ? 'date' : undefined}
            >
              {each}月{each === month && <span className="cycle__here">いま</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events
          .toSorted((a, b) => monthPlace(a.fromMonth) - monthPlace(b.fromMonth))
          .map((event) => {
            const { label, page } = eventKinds[event.kind];
            return (
              <tr key={event.key}>
                <th scope="row" className="cycle__title">
                  {page === null ? event.title : <a href={`${office}${page}`}>{event.title}</a>}
                  {isRunning(event, month) && (
                    <>
                      {' '}
                      <span className="tag tag--accent">いま</span>
                    </>
                  )}
                  <span className="cycle__about">
                    {[event.kind === 'other' ? '' : label, event.who]
                      .filter((part) => part !== '')
                      .join('・')}
                  </span>
                  {event.note !== '' && <span className="cycle__about">{event.note}</span>}
                </th>
                <Months event={event} month={month} />
              </tr>
            );
          })}
      </tbody>
    </table>
  </TableScroll>
);
