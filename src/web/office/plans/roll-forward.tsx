import type { Context } from 'hono';
import { Hono } from 'hono';
import { newKey } from '../../../app/new-key.ts';
import { readNextTerm } from '../../../app/plan/read-next-term.ts';
import { readDesk, readPlanList } from '../../../app/plan/read-plan-desk.ts';
import { rollPlanForward } from '../../../app/plan/roll-plan-forward.ts';
import type { RollTarget } from '../../../app/plan/roll-target.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
import { countUpTitle } from '../../../domain/plan/count-up-title.ts';
import { nextPeriod } from '../../../domain/plan/periods.ts';
import { proposeRollForward, type RollChoice, type RollProposal } from '../../../domain/plan/roll-forward.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import { type Desk, RollPage } from './roll-forward-page.tsx';

const readChoices = (desk: Desk, form: Form): ReadonlyMap<string, RollChoice> =>
  new Map(
    desk.loaded.content.items.flatMap(({ itemKey }): [string, RollChoice][] => {
      const choice = form.text(`choice.${itemKey}`);
      return choice === 'yes' || choice === 'no'
        ? [[itemKey, { continues: choice === 'yes', reason: form.text(`reason.${itemKey}`) }]]
        : [];
    }),
  );

/** The form with every item chosen at once: all continue, or only 長期継続 and what holds it. Nothing is stored. */
const chooseForAll = (desk: Desk, form: Form, which: 'all' | 'long'): Entries => {
  const proposals = proposeRollForward(desk.loaded.content.items);
  const continues = ({ proposal }: RollProposal): boolean => which === 'all' || proposal === 'continue';
  const reason = form.text('reasonForAll').trim();
  const filled = new Map(
    proposals
      .filter((each) => !continues(each) && form.text(`reason.${each.itemKey}`).trim() === '')
      .map(({ itemKey }) => [`reason.${itemKey}`, reason]),
  );
  return [
    ...form.entries.filter(([name]) => !name.startsWith('choice.') && !filled.has(name)),
    ...filled,
    ...proposals.map((each) => [`choice.${each.itemKey}`, continues(each) ? 'yes' : 'no'] as const),
  ];
};

/** The form as it first stands: the registered next term, else the one the calendars draw, else the next by length. */
const proposed = (desk: Desk): Entries => {
  const { header, items } = desk.loaded.content;
  const { registered, term } = desk.next;
  const ended = { start: header.startFiscalYear, end: header.endFiscalYear };
  const period = registered?.period ?? term ?? nextPeriod(ended, header.updateMode);
  const counted = countUpTitle(header.title, ended, period, term?.label ?? '');
  return [
    ['into', registered === null ? 'new' : registered.isEmpty ? 'registered' : 'revision'],
    ['title', registered?.title ?? counted],
    ['start', formatFiscalYear(period.start, 'wareki')],
    ['end', formatFiscalYear(period.end, 'wareki')],
    ['label', registered?.draft?.label ?? `第${(registered?.revisions.length ?? 0) + 1}版`],
    ['slug', ''],
    ...proposeRollForward(items).flatMap(({ itemKey, proposal }) =>
      proposal === 'continue' ? ([[`choice.${itemKey}`, 'yes']] as const) : [],
    ),
  ];
};

const readTarget = (form: Form): RollTarget => {
  const kind = form.text('into');
  return kind === 'registered' || kind === 'revision'
    ? { kind }
    : { kind: 'new', planKey: newKey(), slug: form.text('slug').trim() };
};

/** 次期へ: what continues into the next term, item by item. */
export const rollForwardRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>): Promise<Desk | null> => {
    const acting = actingOf(c, deps);
    const listed = (await readPlanList(acting)).find(({ plan }) => plan.slug === c.req.param('slug'));
    const base =
      listed?.revisions.find((revision) => revision.status === 'scheduled') ??
      listed?.revisions.find((revision) => revision.status === 'in-force');
    const desk =
      listed === undefined || base === undefined
        ? null
        : await readDesk(acting, listed.plan.slug, base.revision);
    return desk && { ...desk, next: await readNextTerm(acting, desk.plan.planKey, desk.loaded.content) };
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'plan.create'))
    .get('/', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const form = formFromEntries(proposed(desk));
      const { town, viewer } = c.var;
      return renderPage(c, <RollPage {...{ town, viewer, desk, form }} problems={[]} />);
    })
    .post('/', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const { town, viewer, form } = c.var;
      const refuse = (problems: readonly Problem[]) =>
        renderPage(c, <RollPage {...{ town, viewer, desk, form, problems }} />, 422);
      const choose = form.text('choose');
      if (choose === 'all' || choose === 'long')
        return renderPage(
          c,
          <RollPage
            {...{ town, viewer, desk }}
            form={formFromEntries(chooseForAll(desk, form, choose))}
            problems={[]}
            notice="下の表の選択を変えました。まだ何もつくっていません。"
          />,
        );
      const start = parseFiscalYear(form.text('start'));
      const end = parseFiscalYear(form.text('end'));
      if (!start.ok || !end.ok)
        return refuse([
          ...(start.ok ? [] : [placed(['start'], start.error)]),
          ...(end.ok ? [] : [placed(['end'], end.error)]),
        ]);
      const rolled = await rollPlanForward(actingOf(c, deps), desk.plan.planKey, readChoices(desk, form), {
        period: { start: start.value, end: end.value },
        title: form.text('title'),
        label: form.text('label'),
        into: readTarget(form),
      });
      if (!rolled.ok) return refuse(rolled.error);
      const plans = `/m/${town.municipality}/office/plans`;
      return c.redirect(`${plans}/${rolled.value.slug}/revisions/${rolled.value.revision}?done=started`, 303);
    });
};
