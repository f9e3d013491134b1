import type { Context } from 'hono';
import { Hono } from 'hono';
import { newKey } from '../../../app/new-key.ts';
import { readDesk, readPlanList } from '../../../app/read-plan-desk.ts';
import { rollPlanForward } from '../../../app/roll-plan-forward.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
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

/** 次期へ: what continues into the next term, item by item. */
export const rollForwardRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>): Promise<Desk | null> => {
    const acting = actingOf(c, deps);
    const listed = (await readPlanList(acting)).find(({ plan }) => plan.slug === c.req.param('slug'));
    const base =
      listed?.revisions.find((revision) => revision.status === 'scheduled') ??
      listed?.revisions.find((revision) => revision.status === 'in-force');
    return listed === undefined || base === undefined
      ? null
      : readDesk(acting, listed.plan.slug, base.revision);
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'plan.create'))
    .get('/', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const { header, items } = desk.loaded.content;
      const period = nextPeriod(
        { start: header.startFiscalYear, end: header.endFiscalYear },
        header.updateMode,
      );
      const form = formFromEntries([
        ['into', 'successor'],
        ['title', header.title],
        ['start', formatFiscalYear(period.start, 'wareki')],
        ['end', formatFiscalYear(period.end, 'wareki')],
        ['label', '第1版'],
        ['slug', ''],
        ...proposeRollForward(items).flatMap(({ itemKey, proposal }) =>
          proposal === 'continue' ? ([[`choice.${itemKey}`, 'yes']] as const) : [],
        ),
      ]);
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
        successor:
          form.text('into') === 'revision' ? null : { planKey: newKey(), slug: form.text('slug').trim() },
      });
      if (!rolled.ok) return refuse(rolled.error);
      const plans = `/m/${town.municipality}/office/plans`;
      return c.redirect(`${plans}/${rolled.value.slug}/revisions/${rolled.value.revision}?done=started`, 303);
    });
};
