import { type Context, Hono } from 'hono';
import {
  createImplementationPlan,
  discardImplementationPlan,
  type Filling,
  rollImplementationPlan,
  settleImplementationPlan,
} from '../../../app/implementation/change-plan.ts';
import { publishImplementationPlan } from '../../../app/implementation/publish-plan.ts';
import {
  readImplementation,
  readImplementationPlans,
} from '../../../app/implementation/read-implementation.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { may } from '../../../domain/access/may.ts';
import { implementationModes } from '../../../domain/implementation/implementation-plan.ts';
import { parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { ListPage, periodText } from './list-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { PrintPage } from './print-page.tsx';
import { implementationSheetRoutes } from './sheet.tsx';

const notices: Readonly<Record<string, string>> = {
  created: '下書きを作りました。額を確かめて、確定してください。',
  settled: '確定しました。ハード事業の額が予算編成に渡ります。',
  published: '公表しました。',
  rolled: '次の計画の下書きを作りました。',
  discarded: '下書きを破棄しました。',
};

const wantedOf = (form: Form) => {
  const start = parseFiscalYear(form.text('startFiscalYear'));
  const years = form.text('years').normalize('NFKC').trim();
  return {
    title: form.text('title'),
    startFiscalYear: start.ok ? start.value : Number.NaN,
    years: /^\d{1,2}$/u.test(years) ? Number(years) : Number.NaN,
    mode: implementationModes.find((mode) => mode === form.text('mode')) ?? 'fixed',
    note: form.text('note').trim(),
  };
};

const fillingOf = (form: Form): Filling => {
  const filling = form.text('filling');
  return filling === 'hard' || filling === 'all' ? filling : 'nothing';
};

/** 実施計画: /m/{code}/office/implementation. */
export const implementationRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const base = (c: Context<OfficeEnv>) => `/m/${c.var.town.municipality}/office/implementation`;

  const list = async (c: Context<OfficeEnv>, typed: Form | null, problems: readonly Problem[]) => {
    const { town, viewer } = c.var;
    const { plans, fiscalYear } = await readImplementationPlans(actingOf(c, deps));
    const next = fiscalYear + 1;
    const form =
      typed ??
      formFromEntries([
        ['title', `実施計画（${periodText({ startFiscalYear: next, years: 3 })}）`],
        ['startFiscalYear', String(next)],
        ['years', '3'],
        ['mode', plans[0]?.mode ?? 'fixed'],
        ['filling', 'hard'],
      ]);
    return renderPage(
      c,
      <ListPage
        {...{ town, viewer, plans, form }}
        mayManage={may(viewer.actor, 'implementation.manage')}
        sentences={fieldSentences(problems)}
        problems={problems.map(problemSentence)}
        notice={notices[c.req.query('done') ?? '']}
      />,
      problems.length === 0 ? 200 : 422,
    );
  };

  const overview = async (c: Context<OfficeEnv>, problems: readonly Problem[]) => {
    const desk = await readImplementation(actingOf(c, deps), Number(c.req.param('start')));
    if (desk === null) return c.notFound();
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <OverviewPage
        {...{ town, viewer, desk }}
        mayManage={may(viewer.actor, 'implementation.manage')}
        problems={problems.map(problemSentence)}
        notice={notices[c.req.query('done') ?? '']}
      />,
      problems.length === 0 ? 200 : problems[0]?.code === 'implementation-changed' ? 409 : 422,
    );
  };

  const steps = {
    settle: { run: settleImplementationPlan, done: 'settled' },
    publish: { run: publishImplementationPlan, done: 'published' },
    discard: { run: discardImplementationPlan, done: 'discarded' },
  } as const;

  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'budget.view'));
  app.get('/', (c) => list(c, null, []));
  app.post('/', async (c) => {
    const { form } = c.var;
    const wanted = wantedOf(form);
    const made = await createImplementationPlan(actingOf(c, deps), wanted, fillingOf(form));
    if (made.ok) return c.redirect(`${base(c)}/${wanted.startFiscalYear}?done=created`, 303);
    if (made.error[0].code === 'not-allowed') return forbidden(c, deps, 'implementation.manage');
    return list(c, form, made.error);
  });
  app.get('/:start{\\d{4}}', (c) => overview(c, []));
  app.get('/:start{\\d{4}}/print', async (c) => {
    const desk = await readImplementation(actingOf(c, deps), Number(c.req.param('start')));
    const { town, viewer } = c.var;
    return desk === null ? c.notFound() : renderPage(c, <PrintPage {...{ town, viewer, desk }} />);
  });
  app.route('/:start{\\d{4}}/sheet', implementationSheetRoutes(deps));
  app.post('/:start{\\d{4}}/:step{settle|publish|discard|roll}', async (c) => {
    const { form } = c.var;
    const acting = actingOf(c, deps);
    const [start, seen, step] = [Number(c.req.param('start')), seenVersion(form), c.req.param('step')];
    const decided =
      step === 'roll'
        ? await rollImplementationPlan(acting, start, seen, form.text('title'))
        : await (async () => {
            const result = await steps[step as keyof typeof steps].run(acting, start, seen);
            return result.ok ? ok(start) : result;
          })();
    if (!decided.ok)
      return decided.error[0].code === 'not-allowed'
        ? forbidden(c, deps, 'implementation.manage')
        : overview(c, decided.error);
    const done = step === 'roll' ? 'rolled' : steps[step as keyof typeof steps].done;
    return c.redirect(`${base(c)}${step === 'discard' ? '' : `/${decided.value}`}?done=${done}`, 303);
  });
  // After a refusal the page stands at the address of the step: a reload comes back to the plan.
  app.get('/:start{\\d{4}}/:step{settle|publish|discard|roll}', (c) =>
    c.redirect(`${base(c)}/${c.req.param('start')}`, 303),
  );
  return app;
};
