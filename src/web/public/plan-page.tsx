import type { YearJudgements } from '../../app/judgement/read-judgements.ts';
import { findPlanBySlug } from '../../db/read-plan.ts';
import { listAreas, listUnits } from '../../db/read-town.ts';
import type { RollUp } from '../../domain/indicator/judgement/roll-up.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { type PlanView, planHref, planView } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { SourceNote } from '../components/source-note.tsx';
import { GradeLegend } from './grade-legend.tsx';
import { byItem, findTownJudgements, judgedYear } from './judged-year.ts';
import type { PublicPage } from './page.ts';
import { PlanFacts } from './plan-facts.tsx';
import {
  applyFilter,
  filterKeys,
  isFiltering,
  type PlanFilter,
  pruneTree,
  readFilter,
} from './plan-filter.ts';
import { type FacetNames, Filters } from './plan-filters.tsx';
import { Identity } from './plan-identity.tsx';
import { Periods } from './plan-periods.tsx';
import { ReviewCalendar } from './plan-review-calendar.tsx';
import { Situation } from './plan-situation.tsx';
import { TreeSection } from './plan-tree.tsx';

/** Up to this many items every branch stands open at first. */
const fewItems = 80;

interface PlanPageProps {
  readonly frame: TownFrame;
  readonly view: PlanView;
  readonly revision: { readonly number: number; readonly label: string; readonly isInForce: boolean };
  readonly articleNumber: number;
  readonly updatedAt: string;
  readonly filter: PlanFilter;
  readonly query: ReadonlyMap<string, string>;
  readonly names: FacetNames;
  /** 判定 by item key; empty for a past version and where no year is public. */
  readonly judgements: ReadonlyMap<string, RollUp>;
  /** The year they are of. */
  readonly year: YearJudgements | null;
}

const Contents = ({ frame, view }: Pick<PlanPageProps, 'frame' | 'view'>) => {
  const { t } = frame;
  const { header } = view.content;
  const entries = [
    { id: 'tree', label: t.plan.tree, there: true },
    { id: 'identity', label: t.plan.identity, there: header.identity.length > 0 },
    { id: 'situation', label: t.plan.situation, there: header.situation.length > 0 },
    { id: 'calendar', label: t.plan.calendar, there: header.reviewCalendar.length > 0 },
    { id: 'about', label: t.plan.about, there: true },
  ].filter((entry) => entry.there);
  return (
    <nav className="page-contents" aria-label={t.plan.onThisPage}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`}>{entry.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const PlanPage = (props: PlanPageProps) => {
  const { frame, view, revision, filter, query } = props;
  const { t } = frame;
  const { content } = view;
  const { header } = content;
  const filtering = isFiltering(filter);
  const outcome = applyFilter(content.items, filter);
  const tree = filtering ? pruneTree(view.tree, outcome.matching) : view.tree;
  const address = planHref(frame, view.slug);
  return (
    <PublicLayout
      frame={frame}
      title={header.title}
      description={header.summary.slice(0, 120)}
      section={frame.mainPlan?.slug === view.slug ? 'plan' : undefined}
      crumbs={[{ label: header.title, lang: 'ja' }]}
      record={{ articleNumber: props.articleNumber, updatedAt: props.updatedAt }}
      noIndex={filtering}
    >
      <PageHead
        title={header.title}
        kicker={header.subtitle === '' ? header.kindLabel : header.subtitle}
        lang="ja"
      />
      {revision.isInForce ? null : (
        <p className="notice notice--warn">
          {t.plan.earlier(revision.label)} <a href={address}>{t.plan.current}</a>
        </p>
      )}
      <PlanFacts frame={frame} view={view} revision={revision.number} />
      <Contents frame={frame} view={view} />
      <section className="section" id="tree" aria-labelledby="tree-title">
        <h2 id="tree-title">{t.plan.tree}</h2>
        {content.items.length === 0 ? (
          <div className="empty">
            <p>{t.plan.empty}</p>
          </div>
        ) : (
          <>
            <Filters
              frame={frame}
              address={address}
              query={query}
              filter={filter}
              outcome={outcome}
              names={props.names}
              total={content.items.length}
            />
            {props.year === null || props.judgements.size === 0 ? null : (
              <GradeLegend frame={frame} year={props.year} />
            )}
            <TreeSection
              frame={frame}
              view={view}
              tree={tree}
              matching={filtering ? outcome.matching : null}
              judgements={props.judgements}
              open={filtering || query.get('open') === 'all' || content.items.length <= fewItems}
            />
          </>
        )}
      </section>
      <Identity frame={frame} entries={header.identity} />
      <Situation frame={frame} entries={header.situation} />
      <ReviewCalendar frame={frame} header={header} />
      <section className="section section--ruled" id="about" aria-labelledby="about-title">
        <h2 id="about-title">{t.plan.about}</h2>
        {header.summary === '' ? null : (
          <p className="prose" lang="ja">
            {header.summary}
          </p>
        )}
        <Periods frame={frame} slug={view.slug} />
        <SourceNote frame={frame} source={header.source} />
        <p className="more">
          <a href={href(frame, '/history')}>{t.nav.history}</a>
        </p>
      </section>
    </PublicLayout>
  );
};

export const planPage: PublicPage = {
  path: '/plans/:slug',
  query: [...filterKeys, 'open', 'revision'],
  answer: async ({ tx, frame, revision: readRevision, param, query }) => {
    const plan = await findPlanBySlug(tx, param('slug'));
    const named = frame.plans.find((candidate) => candidate.planKey === plan?.planKey);
    if (plan === null || named === undefined) return { kind: 'missing' };
    const asked = query.get('revision');
    const revision =
      asked === undefined
        ? named.inForce
        : frame.revisions.find((row) => row.planKey === plan.planKey && String(row.revision) === asked);
    if (revision === undefined) return { kind: 'missing' };
    const loaded = await readRevision(plan.planKey, revision.revision);
    if (loaded === null) return { kind: 'missing' };
    const isInForce = revision.revision === named.inForce.revision;
    const [units, areas] = [await listUnits(tx), await listAreas(tx)];
    const year = isInForce ? judgedYear(await findTownJudgements(tx, frame)) : null;
    const element = (
      <PlanPage
        frame={frame}
        view={planView(plan.slug, loaded, isInForce ? null : revision.revision)}
        revision={{
          number: revision.revision,
          label: revision.label,
          isInForce,
        }}
        articleNumber={plan.articleNumber}
        updatedAt={revision.publishedAt ?? revision.updatedAt}
        filter={readFilter(query)}
        query={query}
        names={{
          unit: new Map(units.map((unit) => [unit.unitKey, unit.name])),
          area: new Map(areas.map((area) => [area.areaKey, area.name])),
        }}
        judgements={year === null ? new Map() : byItem(year, plan.planKey)}
        year={year}
      />
    );
    return { kind: 'page', element };
  },
};
