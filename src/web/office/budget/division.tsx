import type { Context } from 'hono';
import { Hono } from 'hono';
import { allocate, type TypedDecision } from '../../../app/budget/allocate.ts';
import { readBudgetYear } from '../../../app/budget/read-budget-desk.ts';
import { moveProposals } from '../../../app/budget/save-proposal.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { budgetHref, statusOf, yearParam } from './budget-page.tsx';
import { DivisionPage } from './division-page.tsx';
import { typedAmount } from './words.ts';

const notices: Readonly<Record<string, string>> = {
  allocate: '枠のなかで配分しました。',
  submit: '提案を提出しました。',
  saved: '提案を保存しました。',
  removed: '提案を消しました。',
  draft: '提案を取り戻しました。書き直して、また提出してください。',
};

const seenOf = (text: string): number => (/^\d{1,9}$/u.test(text) ? Number(text) : 0);

const decisionsOf = (form: Form): readonly TypedDecision[] =>
  form.all('proposalKey').map((proposalKey) => ({
    proposalKey,
    decline: form.text(`decline.${proposalKey}`) === 'yes',
    amountThousandYen: typedAmount(form, `amount.${proposalKey}`),
    reason: form.text(`reason.${proposalKey}`),
    seen: seenOf(form.text(`version.${proposalKey}`)),
  }));

interface More {
  readonly problems?: readonly Problem[];
  readonly notice?: string | undefined;
  readonly typed?: Form;
  readonly status?: 200 | 409 | 422;
}

/** 部のページ: proposals handed in, and what the head gives to each inside the frame. */
export const divisionRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (c: Context<OfficeEnv>, fiscalYear: number, more: More = {}) => {
    const desk = await readBudgetYear(actingOf(c, deps), fiscalYear);
    const unitKey = c.req.param('unit') ?? '';
    if (desk === null || !desk.context.units.some((unit) => unit.unitKey === unitKey)) return c.notFound();
    const above = desk.context.frameUnitOf(unitKey);
    // A section's proposals are in the frame of its division.
    if (above !== unitKey && c.req.method === 'GET')
      return c.redirect(budgetHref(c.var, `/${fiscalYear}/units/${above}`), 303);
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <DivisionPage
        {...{ town, viewer, desk, unitKey }}
        typed={more.typed ?? null}
        problems={more.problems ?? []}
        notice={more.notice}
      />,
      more.status ?? 200,
    );
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => {
      const year = yearParam(c);
      return year === null ? c.notFound() : draw(c, year, { notice: notices[c.req.query('done') ?? ''] });
    })
    .post('/', async (c) => {
      const year = yearParam(c);
      if (year === null) return c.notFound();
      const { form } = c.var;
      const acting = actingOf(c, deps);
      const what = form.text('do') === 'submit' ? 'submit' : 'allocate';
      const moved = form.all('submit').map((text) => {
        const [proposalKey = '', version = ''] = text.split(' ');
        return { proposalKey, seen: seenOf(version) };
      });
      const done =
        what === 'submit'
          ? await moveProposals(acting, year, moved, 'submitted')
          : await allocate(acting, year, decisionsOf(form));
      if (done.ok)
        return c.redirect(budgetHref(c.var, `/${year}/units/${c.req.param('unit')}?done=${what}`), 303);
      if (done.error.every(({ code }) => code === 'not-allowed'))
        return forbidden(c, deps, what === 'submit' ? 'budget.propose' : 'budget.allocate');
      return draw(c, year, {
        problems: done.error,
        status: statusOf(done.error),
        ...(what === 'allocate' ? { typed: form } : {}),
      });
    });
};
