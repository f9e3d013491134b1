import type { Context } from 'hono';
import { Hono } from 'hono';
import { type BudgetYearDesk, readBudgetYear } from '../../../app/budget/read-budget-desk.ts';
import { type KindBalance, newAgainstCut, priorityGap } from '../../../domain/budget/balance.ts';
import { hasNow } from '../../../domain/budget/check-transfer.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { BudgetPage, budgetHref, type PageEnv, yearParam } from './budget-page.tsx';
import { kindWords, proposalStateWords, signed, thousandYen } from './words.ts';

interface Props extends PageEnv {
  readonly desk: BudgetYearDesk;
}

const KindRow = ({ balance }: { readonly balance: KindBalance }) => (
  <tr>
    <th scope="row">{kindWords[balance.kind]}</th>
    <td className="number">{balance.count}</td>
    <td className="number">{balance.declined}</td>
    <td className="number">{digits(balance.baseThousandYen)}</td>
    <td className="number">{digits(balance.requestedThousandYen)}</td>
    <td className="number">{digits(balance.allocatedThousandYen)}</td>
  </tr>
);

const Balance = ({ desk }: Props) => {
  const isDecided = ['settled', 'published'].includes(desk.context.year.state);
  const balance = newAgainstCut(desk.proposals, isDecided ? 'allocated' : 'requested');
  return (
    <section className="section" aria-labelledby="kinds-title">
      <h2 id="kinds-title">新しくするものと、やめるもの</h2>
      <p>
        基準年度より増やす額 <b>{thousandYen(balance.addedThousandYen)}</b>、減らす額{' '}
        <b>{thousandYen(balance.cutThousandYen)}</b>、差し引き{' '}
        <b>{signed(balance.addedThousandYen - balance.cutThousandYen)}千円</b>（
        {isDecided ? '配分の額' : '要求の額'}）
      </p>
      <TableScroll label="種類ごとの件数と額">
        <table className="table">
          <caption className="visually-hidden">種類ごとの件数と一般財源（千円）</caption>
          <thead>
            <tr>
              <th scope="col">種類</th>
              <th scope="col" className="number">
                件数
              </th>
              <th scope="col" className="number">
                うち見送り
              </th>
              <th scope="col" className="number">
                {formatFiscalYear(desk.context.year.baseFiscalYear, 'wareki')}（基準）
              </th>
              <th scope="col" className="number">
                要求
              </th>
              <th scope="col" className="number">
                配分
              </th>
            </tr>
          </thead>
          <tbody>
            {balance.kinds.map((each) => (
              <KindRow key={each.kind} balance={each} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};

const Lines = (page: Props) => {
  const { desk } = page;
  const { context } = desk;
  return (
    <TableScroll label="配分の一覧（一般財源、千円）">
      <table className="table table--named">
        <caption>配分の一覧（一般財源、千円）</caption>
        <thead>
          <tr>
            <th scope="col">提案</th>
            <th scope="col">組織</th>
            <th scope="col">種類</th>
            <th scope="col">評価</th>
            <th scope="col" className="number">
              {formatFiscalYear(context.year.baseFiscalYear, 'wareki')}（基準）
            </th>
            <th scope="col" className="number">
              要求
            </th>
            <th scope="col" className="number">
              配分
            </th>
            <th scope="col">順位の違い</th>
            <th scope="col">状態と理由</th>
          </tr>
        </thead>
        <tbody>
          {desk.proposals.map((proposal) => {
            const gap = priorityGap(proposal);
            const now = hasNow(proposal, desk.transfers);
            const allocated = proposal.allocatedGeneralThousandYen;
            return (
              <tr key={proposal.proposalKey}>
                <th scope="row">
                  <a href={budgetHref(page, `/${context.year.fiscalYear}/proposals/${proposal.proposalKey}`)}>
                    {proposal.name}
                  </a>
                </th>
                <td>{context.unitName(proposal.unitKey)}</td>
                <td className="table__nowrap">{kindWords[proposal.kind]}</td>
                <td>{proposal.evaluationWord === '' ? '—' : proposal.evaluationWord}</td>
                <td className="number">{digits(proposal.baseGeneralThousandYen)}</td>
                <td className="number">{digits(proposal.requestedGeneralThousandYen)}</td>
                <td className="number">
                  {allocated === null ? '未定' : digits(allocated)}
                  {allocated !== null && now !== allocated && (
                    <span className="budget-note">流用の後 {digits(now)}</span>
                  )}
                </td>
                <td>
                  {gap === null
                    ? '—'
                    : gap === 0
                      ? '同じ'
                      : `${gap}（部${proposal.divisionPriority}・企画${proposal.planningPriority}）`}
                </td>
                <td>
                  {proposalStateWords[proposal.state]}
                  {proposal.decisionReason !== '' && (
                    <span className="budget-note">{proposal.decisionReason}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
};

const Page = (page: Props) => {
  const { fiscalYear } = page.desk.context.year;
  const year = formatFiscalYear(fiscalYear, 'wareki');
  return (
    <BudgetPage
      {...page}
      title={`${year}予算の配分の一覧`}
      above={[
        { label: '予算', href: budgetHref(page) },
        { label: `${year}予算`, href: budgetHref(page, `/${fiscalYear}`) },
      ]}
      scripts={['print-button.js']}
    >
      <p className="actions">
        <button type="button" className="button button--quiet" data-print hidden>
          印刷する
        </button>
      </p>
      <Balance {...page} />
      <Lines {...page} />
    </BudgetPage>
  );
};

/** 配分の一覧: every proposal of the town, and the balance of new against cut. Printed as it stands. */
export const allocationRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c: Context<OfficeEnv>) => {
    const year = yearParam(c);
    const desk = year === null ? null : await readBudgetYear(actingOf(c, deps), year);
    if (desk === null) return c.notFound();
    const { town, viewer } = c.var;
    return renderPage(c, <Page {...{ town, viewer, desk }} />);
  });
