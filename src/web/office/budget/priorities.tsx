import type { Context } from 'hono';
import { Hono } from 'hono';
import { prioritise } from '../../../app/budget/allocate.ts';
import { type BudgetYearDesk, readBudgetYear } from '../../../app/budget/read-budget-desk.ts';
import type { StoredProposal } from '../../../db/read-budget.ts';
import { may } from '../../../domain/access/may.ts';
import { priorityGap } from '../../../domain/budget/balance.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { CsrfField } from '../layout.tsx';
import { BudgetPage, budgetHref, type PageEnv, statusOf, yearParam } from './budget-page.tsx';
import { kindWords, typedAmount } from './words.ts';

interface Props extends PageEnv {
  readonly desk: BudgetYearDesk;
  readonly typed: Form | null;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const Row = ({ page, proposal, edits }: { page: Props; proposal: StoredProposal; edits: boolean }) => {
  const { proposalKey, name, version, planningPriority, planningNote, worth } = proposal;
  const gap = priorityGap(proposal);
  const field = (part: string, stored: string, label: string, size: string) => (
    <input
      name={`${part}.${proposalKey}`}
      className={`input ${size}`}
      aria-label={`${name}の${label}`}
      autoComplete="off"
      inputMode={part === 'note' ? 'text' : 'decimal'}
      defaultValue={page.typed?.text(`${part}.${proposalKey}`) ?? stored}
    />
  );
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="budget-note">
          {page.desk.context.unitName(proposal.unitKey)}・{kindWords[proposal.kind]}
          {proposal.evaluationWord !== '' && `・評価「${proposal.evaluationWord}」`}
        </span>
      </th>
      <td className="number">{digits(proposal.requestedGeneralThousandYen)}</td>
      <td className="number">{proposal.divisionPriority ?? '—'}</td>
      <td className="number">
        {edits ? (
          <>
            <input type="hidden" name="proposalKey" value={proposalKey} />
            <input type="hidden" name={`version.${proposalKey}`} value={version} />
            {field(
              'priority',
              planningPriority === null ? '' : String(planningPriority),
              '企画の順位',
              'budget-rank',
            )}
          </>
        ) : (
          (planningPriority ?? '—')
        )}
      </td>
      <td>{gap === null || gap === 0 ? gap === 0 ? '同じ' : '—' : <strong>{gap}違う</strong>}</td>
      <td className="number">
        {edits ? field('worth', worth ?? '', '価値', 'budget-rank') : (worth ?? '順位から')}
      </td>
      <td>{edits ? field('note', planningNote, '企画の考え', 'budget-reason') : planningNote}</td>
    </tr>
  );
};

const Page = (page: Props) => {
  const { desk, viewer } = page;
  const { year } = desk.context;
  const edits =
    (year.state === 'preparing' || year.state === 'notified') && may(viewer.actor, 'budget.prioritise');
  const name = formatFiscalYear(year.fiscalYear, 'wareki');
  const here = budgetHref(page, `/${year.fiscalYear}/priorities`);
  const table = (
    <TableScroll label="部と企画の優先順位">
      <table className="table table--named">
        <caption className="visually-hidden">部と企画の優先順位</caption>
        <thead>
          <tr>
            <th scope="col">提案</th>
            <th scope="col" className="number">
              要求（千円）
            </th>
            <th scope="col" className="number">
              部の順位
            </th>
            <th scope="col" className="number">
              企画の順位
            </th>
            <th scope="col">違い</th>
            <th scope="col" className="number">
              価値
            </th>
            <th scope="col">企画の考え</th>
          </tr>
        </thead>
        <tbody>
          {desk.proposals.map((proposal) => (
            <Row key={proposal.proposalKey} {...{ page, proposal, edits }} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
  return (
    <BudgetPage
      {...page}
      title={`${name}予算の優先順位`}
      above={[
        { label: '予算', href: budgetHref(page) },
        { label: `${name}予算`, href: budgetHref(page, `/${year.fiscalYear}`) },
      ]}
    >
      <p>
        部が選ぶ順と企画の順を並べて示します。どちらかがもう一方を書き換えることはありません。価値は組み合わせの検討だけに使い、空けると順位から決まります。
      </p>
      {edits ? (
        <form method="post" action={here}>
          <CsrfField viewer={viewer} />
          {table}
          <p className="actions">
            <button type="submit" className="button">
              保存する
            </button>
          </p>
        </form>
      ) : (
        table
      )}
    </BudgetPage>
  );
};

const seenOf = (text: string): number => (/^\d{1,9}$/u.test(text) ? Number(text) : 0);

/** 優先順位: the division's and the planning office's side by side. */
export const prioritiesRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    fiscalYear: number,
    refused?: { readonly typed: Form; readonly problems: readonly Problem[]; readonly status: 409 | 422 },
  ) => {
    const desk = await readBudgetYear(actingOf(c, deps), fiscalYear);
    if (desk === null) return c.notFound();
    const { town, viewer } = c.var;
    const notice = c.req.query('done') === undefined ? undefined : '優先順位を保存しました。';
    return renderPage(
      c,
      <Page
        {...{ town, viewer, desk, notice }}
        typed={refused?.typed ?? null}
        problems={refused?.problems ?? []}
      />,
      refused?.status ?? 200,
    );
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => {
      const year = yearParam(c);
      return year === null ? c.notFound() : draw(c, year);
    })
    .post('/', async (c) => {
      const year = yearParam(c);
      if (year === null) return c.notFound();
      const { form } = c.var;
      const done = await prioritise(
        actingOf(c, deps),
        year,
        form.all('proposalKey').map((key) => ({
          proposalKey: key,
          planningPriority: typedAmount(form, `priority.${key}`),
          planningNote: form.text(`note.${key}`),
          worth:
            form.text(`worth.${key}`).trim() === ''
              ? null
              : form.text(`worth.${key}`).normalize('NFKC').trim(),
          seen: seenOf(form.text(`version.${key}`)),
        })),
      );
      if (done.ok) return c.redirect(budgetHref(c.var, `/${year}/priorities?done=saved`), 303);
      if (done.error[0].code === 'not-allowed') return forbidden(c, deps, 'budget.prioritise');
      return draw(c, year, { typed: form, problems: done.error, status: statusOf(done.error) });
    });
};
