import type { Context } from 'hono';
import { Hono } from 'hono';
import { placePlan } from '../../../app/plan/place-plan.ts';
import { type ListedPlan, readPlanList } from '../../../app/plan/read-plan-desk.ts';
import { startDraft } from '../../../app/plan/start-draft.ts';
import { may } from '../../../domain/access/may.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { TextField } from '../forms/field.tsx';
import { seenVersion } from '../forms/seen-version.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import { formatPeriod, StatusTag } from './desk-layout.tsx';
import { PlanPlaceSection, planPlaceForm } from './plan-place.tsx';

interface OverviewProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly listed: ListedPlan;
  readonly plans: readonly ListedPlan[];
  readonly form: Form;
  readonly problems: readonly Problem[];
  /** The form whose answers were refused. */
  readonly refused?: 'start' | 'place';
  readonly notice?: string | undefined;
}

const Revisions = ({ listed, href }: { readonly listed: ListedPlan; readonly href: string }) => (
  <TableScroll label="版の一覧">
    <table className="table">
      <caption>版</caption>
      <thead>
        <tr>
          <th scope="col">名前</th>
          <th scope="col">状態</th>
          <th scope="col">期間</th>
          <th scope="col">施行日</th>
          <th scope="col">改定の理由</th>
        </tr>
      </thead>
      <tbody>
        {listed.revisions.map((revision) => (
          <tr key={revision.revision}>
            <th scope="row">
              <a href={`${href}/revisions/${revision.revision}`}>{revision.label}</a>
            </th>
            <td>
              <StatusTag revision={revision} />
            </td>
            <td>{formatPeriod(revision.startFiscalYear, revision.endFiscalYear)}</td>
            <td>{revision.effectiveOn === null ? '―' : formatJapaneseDate(revision.effectiveOn)}</td>
            <td>{revision.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

const Overview = ({ town, viewer, listed, plans, form, problems, refused, notice }: OverviewProps) => {
  const office = `/m/${town.municipality}/office`;
  const { plan, revisions } = listed;
  const href = `${office}/plans/${plan.slug}`;
  const shown = revisions.find((revision) => revision.status === 'in-force') ?? revisions[0];
  const hasPublic = revisions.some((revision) => revision.state === 'published');
  const isOpen = revisions.some((revision) => revision.state !== 'published');
  return (
    <OfficeLayout
      title={shown?.title ?? plan.slug}
      town={town}
      viewer={viewer}
      current="plans"
      breadcrumb={[{ label: '計画', href: `${office}/plans` }]}
      problems={problems.map(placedSentence)}
      notice={notice}
      publicHref={`/m/${town.municipality}/plans/${plan.slug}`}
    >
      <Revisions listed={listed} href={href} />
      {may(viewer.actor, 'plan.edit', { status: 'draft' }) && hasPublic && !isOpen && (
        <section className="section" aria-labelledby="start-title">
          <h2 id="start-title">改定を始める</h2>
          <p>いま公開している内容を写した下書きができます。公開画面は、次に公開するまで変わりません。</p>
          <form method="post" action={`${href}/start`} className="form">
            <CsrfField viewer={viewer} />
            <TextField
              form={form}
              name="label"
              label="改定の名前"
              hint="例: 令和7年度改定"
              sentences={sentencesByField(problems, (path) => (path[0] === 'label' ? 'label' : null))}
              required
            />
            <button type="submit" className="button">
              改定を始める
            </button>
          </form>
        </section>
      )}
      {may(viewer.actor, 'plan.create') && hasPublic && (
        <section className="section" aria-labelledby="next-title">
          <h2 id="next-title">次の期へ</h2>
          <p>続くものを引き継いで、次の中期戦略の下書きをつくります。</p>
          <p>
            <a className="button button--quiet" href={`${href}/roll-forward`}>
              次の期の下書きをつくる
            </a>
          </p>
        </section>
      )}
      <PlanPlaceSection
        {...{ viewer, listed, plans, href }}
        form={refused === 'place' ? form : planPlaceForm(listed)}
        problems={refused === 'place' ? problems : []}
      />
    </OfficeLayout>
  );
};

/** One plan: its versions, what is in force, and where a revision begins. */
export const overviewRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const find = async (c: Context<OfficeEnv>) => {
    const plans = await readPlanList(actingOf(c, deps));
    return { plans, listed: plans.find(({ plan }) => plan.slug === c.req.param('slug')) };
  };
  /** After a refusal the page stands at the form's own address: a reload comes back to the page that holds the form. */
  const backTo = (section: string) => async (c: Context<OfficeEnv>) => {
    const { listed } = await find(c);
    return listed === undefined
      ? c.notFound()
      : c.redirect(`/m/${c.var.town.municipality}/office/plans/${listed.plan.slug}#${section}`, 303);
  };
  return new Hono<OfficeEnv>()

    .get('/', requireRight(deps, 'plan.view-draft'), async (c) => {
      const { plans, listed } = await find(c);
      if (listed === undefined) return c.notFound();
      const { town, viewer } = c.var;
      const form = formFromEntries([]);
      const notice = c.req.query('done') === 'placed' ? '計画のつながりを保存しました。' : undefined;
      return renderPage(c, <Overview {...{ town, viewer, listed, plans, form, notice }} problems={[]} />);
    })
    .post('/start', requireRight(deps, 'plan.edit', { status: 'draft' }), async (c) => {
      const { plans, listed } = await find(c);
      if (listed === undefined) return c.notFound();
      const { town, viewer, form } = c.var;
      const started = await startDraft(actingOf(c, deps), listed.plan.planKey, form.text('label'));
      if (!started.ok)
        return renderPage(
          c,
          <Overview {...{ town, viewer, listed, plans, form }} problems={started.error} refused="start" />,
          422,
        );
      const href = `/m/${town.municipality}/office/plans/${listed.plan.slug}`;
      return c.redirect(`${href}/revisions/${started.value.revision}?done=started`, 303);
    })
    .post('/place', requireRight(deps, 'plan.create'), async (c) => {
      const { plans, listed } = await find(c);
      if (listed === undefined) return c.notFound();
      const { town, viewer, form } = c.var;
      const orNull = (name: string) => (form.text(name) === '' ? null : form.text(name));
      const placed = await placePlan(
        actingOf(c, deps),
        listed.plan.planKey,
        { parentPlanKey: orNull('parentPlanKey'), predecessorPlanKey: orNull('predecessorPlanKey') },
        seenVersion(form),
      );
      if (!placed.ok)
        return renderPage(
          c,
          <Overview {...{ town, viewer, listed, plans, form }} problems={placed.error} refused="place" />,
          placed.error[0].code === 'changed-meanwhile' ? 409 : 422,
        );
      const href = `/m/${town.municipality}/office/plans/${listed.plan.slug}`;
      return c.redirect(`${href}?done=placed#related-title`, 303);
    })
    .get('/start', requireRight(deps, 'plan.view-draft'), backTo('start-title'))
    .get('/place', requireRight(deps, 'plan.view-draft'), backTo('related-title'));
};
