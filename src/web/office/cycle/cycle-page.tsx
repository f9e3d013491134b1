import type { CycleDesk } from '../../../app/cycle/read-cycle.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CalendarTable } from './calendar-table.tsx';
import { CycleLayout } from './cycle-layout.tsx';
import { settledIn } from './cycle-words.data.ts';

interface CyclePageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: CycleDesk;
  readonly mayManage: boolean;
  readonly notice: string | undefined;
}

const Types = ({ desk: { cycle, used } }: Pick<CyclePageProps, 'desk'>) =>
  cycle.programmeTypes.length === 0 ? (
    <p className="quiet">まだありません。</p>
  ) : (
    <TableScroll label="種類の一覧">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">種類</th>
            <th scope="col">予算を決めるところ</th>
            <th scope="col">事務事業</th>
          </tr>
        </thead>
        <tbody>
          {cycle.programmeTypes.map((type) => (
            <tr key={type.key}>
              <th scope="row">{type.label}</th>
              <td>{settledIn[type.settledIn]}</td>
              <td className="table__number">{used.get(type.key) ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );

const Rates = ({ desk: { cycle } }: Pick<CyclePageProps, 'desk'>) =>
  cycle.staffRates.length === 0 ? (
    <p className="quiet">まだありません。費用は、事業費だけで示しています。</p>
  ) : (
    <TableScroll label="年度ごとの単価">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">職員1時間（円）</th>
          </tr>
        </thead>
        <tbody>
          {cycle.staffRates
            .toSorted((a, b) => b.fiscalYear - a.fiscalYear)
            .map(({ fiscalYear, yenPerHour }) => (
              <tr key={fiscalYear}>
                <th scope="row">{formatFiscalYear(fiscalYear, 'wareki')}</th>
                <td className="table__number">{yenPerHour.toLocaleString('ja-JP')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </TableScroll>
  );

/** 年度サイクル: the year at a look, and what it is made of. */
export const CyclePage = ({ town, viewer, desk, mayManage, notice }: CyclePageProps) => {
  const office = `/m/${town.municipality}/office`;
  const cycle = `${office}/cycle`;
  const edit = (part: string, label: string) =>
    mayManage && (
      <p className="actions no-print">
        <a className="button button--quiet" href={`${cycle}/edit/${part}`}>
          {label}
        </a>
      </p>
    );
  return (
    <CycleLayout title="年度サイクル" page="calendar" {...{ town, viewer, notice }}>
      <section aria-labelledby="calendar-title" className="section cycle-calendar">
        <h2 id="calendar-title">年間の予定</h2>
        {desk.cycle.calendar.length === 0 ? (
          <div className="empty">
            <p className="empty__title">年間の予定はまだありません。</p>
            {mayManage && <p>ひな形から始めるか、一行ずつ加えてください。</p>}
          </div>
        ) : (
          <CalendarTable events={desk.cycle.calendar} month={desk.month} office={office} />
        )}
        {mayManage && (
          <p className="actions no-print">
            <a className="button button--quiet" href={`${cycle}/edit/calendar`}>
              予定を直す
            </a>
            <a className="button button--quiet" href={`${cycle}/templates`}>
              ひな形・ファイルから入れる
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="types-title" className="section">
        <h2 id="types-title">事業の種類</h2>
        <Types desk={desk} />
        {edit('types', '種類を直す')}
      </section>
      <section aria-labelledby="rates-title" className="section">
        <h2 id="rates-title">人件費の単価</h2>
        <Rates desk={desk} />
        {edit('rates', '単価を直す')}
      </section>
      <p className="actions no-print">
        <a className="button button--quiet" href={`${cycle}/cycle.json`} download>
          設定を JSON で書き出す
        </a>
      </p>
    </CycleLayout>
  );
};
