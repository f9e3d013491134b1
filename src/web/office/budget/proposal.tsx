import type { Context } from 'hono';
import { Hono } from 'hono';
import { type BudgetYearDesk, readBudgetYear } from '../../../app/budget/read-budget-desk.ts';
import { moveProposals, removeProposal, saveProposal } from '../../../app/budget/save-proposal.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { budgetHref, statusOf, yearParam } from './budget-page.tsx';
import { proposalForm, typedProposal } from './proposal-form.ts';
import { ProposalPage } from './proposal-page.tsx';

const blankForm = (desk: BudgetYearDesk, unitKey: string): Form =>
  formFromEntries([
    ['unitKey', unitKey],
    [
      'expenseClass',
      desk.context.scheme.expenseClasses.find(({ inFrame, obligatory }) => inFrame && !obligatory)?.key ?? '',
    ],
    ['kind', 'new'],
    ['baseGeneralThousandYen', '0'],
  ]);

interface More {
  readonly form?: Form;
  readonly problems?: readonly Problem[];
  readonly status?: 200 | 409 | 422;
}

/** 提案を書く: new ones at /proposals/new, others by their key. */
export const proposalRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (c: Context<OfficeEnv>, fiscalYear: number, more: More = {}) => {
    const desk = await readBudgetYear(actingOf(c, deps), fiscalYear);
    if (desk === null) return c.notFound();
    const key = c.req.param('proposal') ?? 'new';
    const proposal = desk.proposals.find(({ proposalKey }) => proposalKey === key) ?? null;
    if (proposal === null && key !== 'new') return c.notFound();
    const { town, viewer } = c.var;
    const stored =
      proposal === null ? blankForm(desk, c.req.query('unit') ?? '') : proposalForm(proposal, desk.offsets);
    return renderPage(
      c,
      <ProposalPage
        {...{ town, viewer, desk, proposal }}
        form={more.form ?? stored}
        problems={more.problems ?? []}
      />,
      more.status ?? 200,
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
      const acting = actingOf(c, deps);
      const { form } = c.var;
      const key = c.req.param('proposal') ?? 'new';
      const desk = await readBudgetYear(acting, year);
      if (desk === null) return c.notFound();
      const before = desk.proposals.find(({ proposalKey }) => proposalKey === key);
      if (before === undefined && key !== 'new') return c.notFound();
      const unitOf = (unitKey: string) =>
        budgetHref(c.var, `/${year}/units/${encodeURIComponent(desk.context.frameUnitOf(unitKey))}`);
      const seen = seenVersion(form);
      const what = form.text('do');
      const run = (): Promise<Result<unknown, Refusal>> => {
        if (before !== undefined && what === 'remove') return removeProposal(acting, year, key, seen);
        if (before !== undefined && what === 'draft')
          return moveProposals(acting, year, [{ proposalKey: key, seen }], 'draft');
        return saveProposal(acting, year, before === undefined ? null : key, typedProposal(form), seen);
      };
      const done = await run();
      if (done.ok) {
        const notice = what === 'remove' ? 'removed' : what === 'draft' ? 'draft' : 'saved';
        return c.redirect(`${unitOf(before?.unitKey ?? form.text('unitKey'))}?done=${notice}`, 303);
      }
      if (done.error.every(({ code }) => code === 'not-allowed')) return forbidden(c, deps, 'budget.propose');
      return draw(c, year, {
        ...(what === 'save' ? { form } : {}),
        problems: done.error,
        status: statusOf(done.error),
      });
    });
};
