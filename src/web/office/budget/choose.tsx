import type { Context } from 'hono';
import { Hono } from 'hono';
import { allocate } from '../../../app/budget/allocate.ts';
import { chooseProposals } from '../../../app/budget/choose-proposals.ts';
import { readBudgetYear } from '../../../app/budget/read-budget-desk.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { budgetHref, statusOf, yearParam } from './budget-page.tsx';
import { ChoosePage } from './choose-page.tsx';
import { typedAmount } from './words.ts';

/** 組み合わせの検討. What a person ticks is allocated as by hand, through the same command. */
export const chooseRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    fiscalYear: number,
    pool: string,
    problems: readonly Problem[] = [],
    status: 200 | 409 | 422 = 200,
  ) => {
    const amount = typedAmount(formFromEntries([['pool', pool]]), 'pool');
    const wanted = amount !== null && amount >= 0 ? amount : 0;
    const found = await chooseProposals(actingOf(c, deps), fiscalYear, wanted);
    if (found === null) return c.notFound();
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <ChoosePage {...{ town, viewer, problems, ...found }} pool={wanted === 0 ? '' : String(wanted)} />,
      status,
    );
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => {
      const year = yearParam(c);
      return year === null ? c.notFound() : draw(c, year, c.req.query('pool') ?? '');
    })
    .post('/', async (c) => {
      const year = yearParam(c);
      if (year === null) return c.notFound();
      const acting = actingOf(c, deps);
      const { form } = c.var;
      const desk = await readBudgetYear(acting, year);
      if (desk === null) return c.notFound();
      const asked = new Map(
        desk.proposals.map((each) => [each.proposalKey, each.requestedGeneralThousandYen]),
      );
      const decisions = form.all('take').map((text) => {
        const [proposalKey = '', version = ''] = text.split(' ');
        return {
          proposalKey,
          decline: false,
          amountThousandYen: asked.get(proposalKey) ?? null,
          reason: '',
          seen: /^\d{1,9}$/u.test(version) ? Number(version) : 0,
        };
      });
      const done = await allocate(acting, year, decisions);
      if (done.ok) return c.redirect(budgetHref(c.var, `/${year}?done=taken`), 303);
      if (done.error.every(({ code }) => code === 'not-allowed'))
        return forbidden(c, deps, 'budget.allocate');
      return draw(c, year, form.text('pool'), done.error, statusOf(done.error));
    });
};
