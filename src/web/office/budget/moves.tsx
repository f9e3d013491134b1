import type { Context } from 'hono';
import { Hono } from 'hono';
import { grantBudgetIncentive, spendBudgetIncentive } from '../../../app/budget/incentives.ts';
import { readBudgetYear } from '../../../app/budget/read-budget-desk.ts';
import { transferBudget } from '../../../app/budget/transfer-budget.ts';
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
import { MovesPage } from './moves-page.tsx';
import { requiredAmount } from './words.ts';

const notices: Readonly<Record<string, string>> = {
  transfer: '流用しました。経過に残っています。',
  grant: '還元を認めました。',
  use: '還元を枠に足しました。',
};

const pointsOf = (form: Form): Readonly<Record<string, number>> =>
  Object.fromEntries(
    form.entries.flatMap(([name, value]) =>
      name.startsWith('points.') && /^\d{1,3}$/u.test(value)
        ? [[name.slice('points.'.length), Number(value)] as const]
        : [],
    ),
  );

/** 流用と還元: /office/budget/{year}/moves */
export const movesRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    fiscalYear: number,
    refused?: { readonly form: Form; readonly problems: readonly Problem[]; readonly status: 409 | 422 },
  ) => {
    const desk = await readBudgetYear(actingOf(c, deps), fiscalYear);
    if (desk === null) return c.notFound();
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <MovesPage
        {...{ town, viewer, desk }}
        form={refused?.form ?? formFromEntries([])}
        problems={refused?.problems ?? []}
        notice={notices[c.req.query('done') ?? '']}
      />,
      refused?.status ?? 200,
    );
  };
  const run = (c: Context<OfficeEnv>, year: number): Promise<Result<unknown, Refusal>> | null => {
    const acting = actingOf(c, deps);
    const { form } = c.var;
    switch (form.text('do')) {
      case 'transfer':
        return transferBudget(acting, year, {
          fromProposalKey: form.text('fromProposalKey'),
          toProposalKey: form.text('toProposalKey'),
          amountThousandYen: requiredAmount(form, 'amountThousandYen'),
          reason: form.text('reason'),
        });
      case 'grant':
        return grantBudgetIncentive(acting, year, {
          unitKey: form.text('unitKey'),
          name: form.text('name'),
          effectThousandYen: requiredAmount(form, 'effectThousandYen'),
          points: pointsOf(form),
        });
      case 'use':
        return spendBudgetIncentive(
          acting,
          year,
          form.text('incentiveId'),
          requiredAmount(form, 'amountThousandYen'),
          seenVersion(form),
        );
      default:
        return null;
    }
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => {
      const year = yearParam(c);
      return year === null ? c.notFound() : draw(c, year);
    })
    .post('/', async (c) => {
      const year = yearParam(c);
      const running = year === null ? null : run(c, year);
      if (year === null || running === null) return c.notFound();
      const done = await running;
      const { form } = c.var;
      if (done.ok) return c.redirect(budgetHref(c.var, `/${year}/moves?done=${form.text('do')}`), 303);
      if (done.error[0].code === 'not-allowed')
        return forbidden(c, deps, form.text('do') === 'grant' ? 'budget.manage' : 'budget.allocate');
      return draw(c, year, { form, problems: done.error, status: statusOf(done.error) });
    });
};
