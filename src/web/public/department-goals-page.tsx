import { type EntryInPublication, loadItemEvaluations } from '../../db/read-publication.ts';
import { walkTree } from '../../domain/plan/tree.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { itemHref, newestOf, type PlanView, planHref, planView } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { SdgLabel } from '../components/sdg-label.tsx';
import { SourceNote } from '../components/source-note.tsx';
import { formatPeriod } from '../text/dates.ts';
import { GoalEvaluations } from './evaluation/goal-evaluations.tsx';
import type { PublicPage } from './page.ts';
import { loadPlansInForce, type PlanInForce } from './plans-in-force.ts';

interface Props {
  readonly frame: TownFrame;
  readonly plans: readonly PlanInForce[];
  /** 中間・年度末の自己評価 of their items. */
  readonly evaluated: readonly EntryInPublication<'evaluation'>[];
}

const Goals = ({
  frame,
  view,
  evaluated,
}: Pick<Props, 'frame' | 'evaluated'> & { readonly view: PlanView }) => (
  <ol className="goals">
    {[...walkTree(view.tree)]
      .filter((node) => !node.again)
      .map(({ item }) => (
        <li key={item.itemKey} className="goal">
          <h3 className="goal__title" lang="ja">
            <a href={itemHref(frame, view.slug, item.itemKey)}>{item.title}</a>
          </h3>
          {item.sdgGoals.length === 0 ? null : (
            <ul className="tags small">
              {item.sdgGoals.map((goal) => (
                <li key={goal}>
                  <a href={href(frame, `/sdgs?goal=${goal}`)}>
                    <SdgLabel goal={goal} frame={frame} />
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p className="prose" lang="ja">
            {[item.desiredState, item.approach].filter(Boolean).join('\n')}
          </p>
          <GoalEvaluations
            frame={frame}
            of={evaluated.filter(({ entry }) => entry.subjectKey === item.itemKey)}
            all={evaluated}
          />
        </li>
      ))}
  </ol>
);

const Department = ({ frame, plan, loaded, evaluated }: PlanInForce & Pick<Props, 'frame' | 'evaluated'>) => {
  const { t } = frame;
  const view = planView(plan.slug, loaded);
  const { header, items } = loaded.content;
  const id = `department-${plan.slug}`;
  return (
    <section className="section section--ruled" aria-labelledby={id}>
      <h2 id={id} lang="ja">
        {header.title}
      </h2>
      <p className="section__lead">
        {formatPeriod(header.startFiscalYear, header.endFiscalYear, frame.language)}
        {'　'}
        {t.goals.count(items.length)}
        {'　'}
        <a href={planHref(frame, plan.slug)}>{t.goals.whole}</a>
      </p>
      {header.identity.length === 0 ? null : (
        <dl className="facts" lang="ja">
          {header.identity.map((entry) => (
            <div key={entry.entryKey}>
              <dt>{entry.label}</dt>
              <dd>{entry.text}</dd>
            </div>
          ))}
        </dl>
      )}
      <Goals
        frame={frame}
        view={view}
        evaluated={evaluated.filter(({ publication }) => publication.content.planKey === plan.planKey)}
      />
      <SourceNote frame={frame} source={header.source} />
    </section>
  );
};

const DepartmentGoalsPage = ({ frame, plans, evaluated }: Props) => {
  const { t } = frame;
  return (
    <PublicLayout
      frame={frame}
      title={t.goals.title}
      description={t.goals.lead}
      section="department-goals"
      crumbs={[{ label: t.goals.title }]}
      record={{
        articleNumber: plans.length === 1 ? plans[0]?.plan.articleNumber : undefined,
        updatedAt: newestOf(plans.map(({ plan }) => plan.inForce.publishedAt ?? plan.inForce.updatedAt)),
      }}
    >
      <PageHead title={t.goals.title} lead={t.goals.lead} />
      {plans.length === 0 ? (
        <div className="empty">
          <p>{t.goals.none}</p>
        </div>
      ) : (
        plans.map((each) => (
          <Department key={each.plan.planKey} frame={frame} evaluated={evaluated} {...each} />
        ))
      )}
    </PublicLayout>
  );
};

export const departmentGoalsPage: PublicPage = {
  path: '/department-goals',
  answer: async ({ tx, frame }) => {
    const plans = await loadPlansInForce(tx, frame, (plan) => plan.kind === 'department-goals');
    const evaluated =
      frame.hasEvaluations && plans.length > 0
        ? await loadItemEvaluations(
            tx,
            plans.map(({ plan }) => plan.planKey),
          )
        : [];
    return {
      kind: 'page',
      element: <DepartmentGoalsPage frame={frame} plans={plans} evaluated={evaluated} />,
    };
  },
};
