import type { LoadedRevision } from '../../db/read-revision.ts';
import { sdgGoals } from '../../domain/kernel/sdg-goals.data.ts';
import { walkTree } from '../../domain/plan/tree.ts';
import { type FramePlan, href, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { itemHref, type PlanView, planView } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { SdgMark, sdgName } from '../components/sdg-label.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import type { PublicPage } from './page.ts';
import { loadPlansInForce } from './plans-in-force.ts';

interface Related {
  readonly plan: FramePlan;
  readonly view: PlanView;
  /** Items with at least one goal, in the plan's order. */
  readonly items: PlanView['content']['items'];
}

interface Props {
  readonly frame: TownFrame;
  readonly related: readonly Related[];
  readonly goal: number | null;
}

const relate = (plan: FramePlan, loaded: LoadedRevision): Related => {
  const view = planView(plan.slug, loaded);
  const items = [...walkTree(view.tree)]
    .filter((node) => !node.again && node.item.sdgGoals.length > 0)
    .map((node) => node.item);
  return { plan, view, items };
};

const countOf = (related: readonly Related[], goal: number): number =>
  related.reduce((sum, each) => sum + each.items.filter((item) => item.sdgGoals.includes(goal)).length, 0);

/** The seventeen goals as doors, with the number of items each has. */
const Goals = ({ frame, related, goal }: Props) => (
  <ul className="sdg-grid">
    {sdgGoals.map((each) => {
      const count = countOf(related, each.goal);
      return (
        <li key={each.goal} className={count === 0 ? 'sdg-card sdg-card--none' : 'sdg-card'}>
          <SdgMark goal={each.goal} />
          <span>
            {count === 0 ? (
              <span>
                {each.goal} {sdgName(each.goal, frame)}
              </span>
            ) : (
              <a
                href={href(frame, `/sdgs?goal=${each.goal}#items`)}
                aria-current={each.goal === goal ? 'true' : undefined}
              >
                {each.goal} {sdgName(each.goal, frame)}
              </a>
            )}
            <span className="sdg-card__count">{frame.t.sdgs.count(count)}</span>
          </span>
        </li>
      );
    })}
  </ul>
);

const Matrix = ({ frame, each }: { readonly frame: TownFrame; readonly each: Related }) => {
  const { t } = frame;
  const label = `${each.plan.title} ${t.sdgs.matrix}`;
  return (
    <TableScroll label={label}>
      <table className="table sdg-matrix">
        <caption lang="ja">{each.plan.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.sdgs.items}</th>
            {sdgGoals.map(({ goal }) => (
              <th key={goal} scope="col" className="sdg-matrix__goal">
                <abbr title={sdgName(goal, frame)}>{goal}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {each.items.map((item) => (
            <tr key={item.itemKey}>
              <th scope="row" lang="ja">
                <a href={itemHref(frame, each.plan.slug, item.itemKey)}>{item.title}</a>
              </th>
              {sdgGoals.map(({ goal }) => (
                <td key={goal} className="sdg-matrix__cell">
                  {item.sdgGoals.includes(goal) ? (
                    <>
                      <span aria-hidden="true">●</span>
                      <span className="visually-hidden">{t.sdgs.marked}</span>
                    </>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.sdgs.total}</th>
            {sdgGoals.map(({ goal }) => (
              <td key={goal} className="sdg-matrix__cell number">
                {countOf([each], goal) || ''}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
};

const OfGoal = ({ frame, related, goal }: Props & { readonly goal: number }) => (
  <section className="section" id="items" aria-labelledby="items-title">
    <h2 id="items-title">
      {frame.t.sdgs.goal} {goal} {sdgName(goal, frame)}
    </h2>
    {countOf(related, goal) === 0 ? <p>{frame.t.sdgs.none}</p> : null}
    {related
      .map((each) => ({ ...each, items: each.items.filter((item) => item.sdgGoals.includes(goal)) }))
      .filter((each) => each.items.length > 0)
      .map((each) => (
        <div key={each.plan.planKey} className="below">
          <h3 lang="ja">{each.plan.title}</h3>
          <ul className="below__list" lang="ja">
            {each.items.map((item) => (
              <li key={item.itemKey}>
                <p className="below__title">
                  <a href={itemHref(frame, each.plan.slug, item.itemKey)}>{item.title}</a>
                </p>
                {item.desiredState === '' ? null : <p className="quiet">{item.desiredState}</p>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    <p className="more">
      <a href={href(frame, '/sdgs')}>{frame.t.sdgs.back}</a>
    </p>
  </section>
);

const SdgsPage = (props: Props) => {
  const { frame, related, goal } = props;
  const { t } = frame;
  return (
    <PublicLayout
      frame={frame}
      title={goal === null ? t.sdgs.title : `${t.sdgs.goal} ${goal} ${sdgName(goal, frame)}`}
      description={t.sdgs.lead}
      section="sdgs"
      crumbs={[
        ...(goal === null ? [] : [{ label: t.sdgs.title, href: href(frame, '/sdgs') }]),
        { label: goal === null ? t.sdgs.title : `${goal} ${sdgName(goal, frame)}` },
      ]}
      record={{ updatedAt: frame.mainPlan?.inForce.publishedAt ?? null }}
    >
      <PageHead title={t.sdgs.title} lead={t.sdgs.lead} />
      {related.length === 0 ? (
        <div className="empty">
          <p className="empty__title">{t.sdgs.empty}</p>
          <p>{t.sdgs.emptyWhy}</p>
          {frame.mainPlan === null ? null : (
            <>
              <p>
                <a href={href(frame, `/plans/${frame.mainPlan.slug}`)}>{t.nav.plan}</a>
              </p>
              <p>
                <a href={href(frame, '/search')}>{t.nav.search}</a>
              </p>
            </>
          )}
        </div>
      ) : (
        <>
          <Goals {...props} />
          {goal === null ? (
            <section className="section" aria-labelledby="matrix">
              <h2 id="matrix">{t.sdgs.matrix}</h2>
              <div className="stack">
                {related.map((each) => (
                  <Matrix key={each.plan.planKey} frame={frame} each={each} />
                ))}
              </div>
            </section>
          ) : (
            <OfGoal {...props} goal={goal} />
          )}
        </>
      )}
    </PublicLayout>
  );
};

export const sdgsPage: PublicPage = {
  path: '/sdgs',
  query: ['goal'],
  answer: async ({ tx, frame, query }) => {
    const asked = Number(query.get('goal'));
    const goal = sdgGoals.find((each) => each.goal === asked)?.goal ?? null;
    const related = (await loadPlansInForce(tx, frame)).map(({ plan, loaded }) => relate(plan, loaded));
    return {
      kind: 'page',
      element: (
        <SdgsPage frame={frame} related={related.filter((each) => each.items.length > 0)} goal={goal} />
      ),
    };
  },
};
