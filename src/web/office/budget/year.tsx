import type { Context } from 'hono';
import { Hono } from 'hono';
import { adjustFrame, computeYearFrames } from '../../../app/budget/compute-year-frames.ts';
import { type Notified, notifyFrames } from '../../../app/budget/notify-frames.ts';
import { changeBudgetYear } from '../../../app/budget/open-budget-year.ts';
import { publishBudget } from '../../../app/budget/publish-budget.ts';
import { publishBudgetInMaking } from '../../../app/budget/publish-budget-in-making.ts';
import { previewFrames, readBudgetDesk, readBudgetYear } from '../../../app/budget/read-budget-desk.ts';
import { seedProposals } from '../../../app/budget/seed-proposals.ts';
import { settleBudget } from '../../../app/budget/settle-budget.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { StoredBudgetYear } from '../../../db/read-budget.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { isHttps, requestHost } from '../../middleware/request-source.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { budgetHref, statusOf, yearParam } from './budget-page.tsx';
import { requiredAmount } from './words.ts';
import { typedYear } from './year-fields.tsx';
import { YearPage } from './year-page.tsx';

const notices: Readonly<Record<string, string>> = {
  created: '予算編成の年度を始めました。次に、枠を計算してください。',
  compute: '枠を計算しました。',
  taken: '選んだ提案に、要求どおり配分しました。',
  seed: '提案のない事業から、提案の下書きを作りました。',
  adjust: '枠を調整しました。',
  settle: '予算を確定しました。',
  publish: '予算を公表しました。',
  'publish-making': '編成の途中を公表しました。',
  change: '年度の設定を変えました。枠は計算し直すまで前のままです。',
};

const notifiedNotice = ({ mailed, pageOnly, unreached }: Notified): string =>
  [
    '配分枠を通知しました。',
    mailed > 0 ? `メールは${mailed}通です。` : '',
    pageOnly > 0 ? `${pageOnly}人はメールアドレスがないため、「やること」の画面だけです。` : '',
    unreached.length > 0 ? `部長・課長のいない部: ${unreached.join('、')}。` : '',
  ].join('');

const storedForm = (year: StoredBudgetYear): Form =>
  formFromEntries([
    ['schemeKey', `${year.schemeKey} ${year.schemeVersion}`],
    ['baseFiscalYear', String(year.baseFiscalYear)],
    ['roundKey', year.roundKey ?? ''],
    ['revenueThousandYen', year.revenueThousandYen === null ? '' : String(year.revenueThousandYen)],
    ['note', year.note],
  ]);

interface More {
  readonly problems?: readonly Problem[];
  readonly notice?: string | undefined;
  readonly form?: Form;
  readonly making?: Form;
  readonly status?: 200 | 409 | 422;
}

/** 予算の年度: 枠の計算・調整・通知、確定、公表. */
export const yearRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (c: Context<OfficeEnv>, fiscalYear: number, more: More = {}) => {
    const acting = actingOf(c, deps);
    const desk = await readBudgetYear(acting, fiscalYear);
    if (desk === null) return c.notFound();
    const { year, scheme } = desk.context;
    const isPreparing = year.state === 'preparing';
    const setup =
      isPreparing && may(acting.actor, 'budget.manage')
        ? { desk: await readBudgetDesk(acting), form: more.form ?? storedForm(year) }
        : null;
    const computed = isPreparing ? await previewFrames(acting, { ...year, scheme }) : null;
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <YearPage
        {...{ town, viewer, desk, setup, computed }}
        problems={more.problems ?? []}
        notice={more.notice}
        making={more.making}
      />,
      more.status ?? 200,
    );
  };
  /** In a mail an address stands alone: the configured one, else the one this request came by. */
  const addressOf = (c: Context<OfficeEnv>, fiscalYear: number): string => {
    const way = deps.config;
    const own = `${isHttps(c.req.raw, way) ? 'https' : 'http'}://${requestHost(c.req.raw, way)}`;
    return `${way.baseUrl ?? own}${budgetHref(c.var, `/${fiscalYear}`)}`;
  };
  const run = (c: Context<OfficeEnv>, fiscalYear: number): Promise<Result<unknown, Refusal>> | null => {
    const acting = actingOf(c, deps);
    const { form } = c.var;
    const seen = seenVersion(form);
    switch (form.text('do')) {
      case 'compute':
        return computeYearFrames(acting, fiscalYear);
      case 'seed':
        return seedProposals(acting, fiscalYear);
      case 'settle':
        return settleBudget(acting, fiscalYear, seen);
      case 'publish':
        return publishBudget(acting, fiscalYear, form.text('reason'), seen);
      case 'publish-making':
        return publishBudgetInMaking(
          acting,
          fiscalYear,
          { note: form.text('note'), reason: form.text('reason') },
          seen,
        );
      case 'change':
        return changeBudgetYear(acting, fiscalYear, typedYear(form), seen);
      case 'adjust':
        return adjustFrame(
          acting,
          { fiscalYear, unitKey: form.text('unitKey'), expenseClass: form.text('expenseClass') },
          { amountThousandYen: requiredAmount(form, 'amountThousandYen'), reason: form.text('reason') },
          seen,
        );
      default:
        return null;
    }
  };
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const year = yearParam(c);
      return year === null ? c.notFound() : draw(c, year, { notice: notices[c.req.query('done') ?? ''] });
    })
    .post('/', async (c) => {
      const year = yearParam(c);
      if (year === null) return c.notFound();
      const what = c.var.form.text('do');
      const refuse = (problems: Refusal) => {
        if (problems[0].code === 'not-allowed') return forbidden(c, deps, 'budget.manage');
        if (problems[0].code === 'budget-year-unknown') return c.notFound();
        const typed =
          what === 'change' ? { form: c.var.form } : what === 'publish-making' ? { making: c.var.form } : {};
        return draw(c, year, { ...typed, problems, status: statusOf(problems) });
      };
      if (what === 'notify') {
        const place = { town: c.var.town.name, href: addressOf(c, year) };
        const told = await notifyFrames(actingOf(c, deps), year, seenVersion(c.var.form), place);
        return told.ok ? draw(c, year, { notice: notifiedNotice(told.value) }) : refuse(told.error);
      }
      const running = run(c, year);
      if (running === null) return c.notFound();
      const done = await running;
      return done.ok ? c.redirect(budgetHref(c.var, `/${year}?done=${what}`), 303) : refuse(done.error);
    });
};
