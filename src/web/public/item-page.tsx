import { readIndicators } from '../../app/indicator/read-indicators.ts';
import type { YearJudgements } from '../../app/judgement/read-judgements.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import {
  type ItemTitle,
  type ItemVersion,
  listItemVersions,
  listLinkedTitles,
} from '../../db/read-item-history.ts';
import { type LineageRow, listLineage, type RevisionRow } from '../../db/read-plan.ts';
import { type EntryInPublication, loadProgrammesOfItems } from '../../db/read-publication.ts';
import { listAreas, listSuccessions, listUnits } from '../../db/read-town.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { pathTo, subtreeKeys } from '../../domain/plan/tree.ts';
import type { FramePlan, TownFrame } from '../components/frame.ts';
import {
  itemHref,
  levelName,
  type PlanView,
  planHref,
  planView,
  viewItemHref,
} from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { ItemEvidence } from './item-evidence.tsx';
import { ItemFacts, type Responsibility } from './item-facts.tsx';
import { ItemFigures } from './item-figures.tsx';
import { ItemHistory } from './item-history.tsx';
import { ItemPager } from './item-pager.tsx';
import { ItemPartners } from './item-partners.tsx';
import { ItemWhat } from './item-what.tsx';
import { ItemWhy } from './item-why.tsx';
import { findTownJudgements, judgedYear } from './judged-year.ts';
import type { PublicPage } from './page.ts';

export interface ItemPageProps {
  readonly frame: TownFrame;
  readonly plan: FramePlan;
  readonly revision: RevisionRow;
  /** A past version is shown, and the version in force still has the item. */
  readonly goesOn: boolean;
  readonly view: PlanView;
  readonly item: PlanItem;
  readonly responsibility: Responsibility;
  readonly indicators: readonly LoadedIndicator[];
  /** null: the indicators are the item's own; else the item above they come from. */
  readonly indicatorsOf: PlanItem | null;
  /** Newest year whose judgement is public; null: none, or there is nothing to judge. */
  readonly year: YearJudgements | null;
  readonly versions: readonly ItemVersion[];
  readonly lineage: readonly LineageRow[];
  readonly titles: readonly ItemTitle[];
  /** Evaluated programmes of the item and of what stands below it. */
  readonly programmes: readonly EntryInPublication<'evaluation'>[];
}

const ItemPage = (props: ItemPageProps) => {
  const { frame, view, item, plan } = props;
  const { t } = frame;
  const above = pathTo(view.content.items, item.itemKey);
  const code = view.codes.get(item.itemKey) ?? '';
  const record = view.records.get(item.itemKey);
  const planAddress = `${planHref(frame, view.slug)}${view.past === null ? '' : `?revision=${view.past}`}`;
  return (
    <PublicLayout
      frame={frame}
      title={item.title}
      description={item.desiredState === '' ? undefined : item.desiredState}
      section={frame.mainPlan?.planKey === plan.planKey ? 'plan' : undefined}
      crumbs={[
        { label: view.content.header.title, href: planAddress, lang: 'ja' },
        ...above.map((parent) => ({
          label: parent.title,
          href: viewItemHref(frame, view, parent.itemKey),
          lang: 'ja' as const,
        })),
        { label: item.title, lang: 'ja' },
      ]}
      record={{
        articleNumber: record?.articleNumber,
        updatedAt: props.revision.publishedAt ?? record?.updatedAt ?? null,
      }}
    >
      <div className="page-head item-head">
        <p className="page-head__kicker">
          <span lang={frame.language === 'en' ? undefined : 'ja'}>{levelName(view, item, frame)}</span>
          {code === '' ? null : <span className="item-head__code">{code}</span>}
        </p>
        <h1 lang="ja">{item.title}</h1>
      </div>
      {view.past === null ? null : (
        <p className="notice notice--warn">
          {t.plan.earlier(props.revision.label)}{' '}
          <a href={props.goesOn ? itemHref(frame, view.slug, item.itemKey) : planHref(frame, view.slug)}>
            {t.plan.current}
          </a>
        </p>
      )}
      <div className="item-layout">
        <div className="item-layout__lead">
          {item.desiredState === '' ? null : (
            <section className="desired" aria-labelledby="desired">
              <h2 id="desired">{t.item.desired}</h2>
              <p className="desired__text phrase" lang="ja">
                {item.desiredState}
              </p>
            </section>
          )}
        </div>
        <ItemFacts frame={frame} view={view} item={item} responsibility={props.responsibility} />
        <div className="item-layout__rest">
          <ItemFigures {...props} />
          <ItemWhy frame={frame} view={view} item={item} />
          <ItemWhat frame={frame} plan={plan} view={view} item={item} programmes={props.programmes} />
          <ItemPartners frame={frame} partners={item.partners} />
          <ItemHistory {...props} />
          <ItemEvidence frame={frame} plan={plan} source={item.source ?? view.content.header.source} />
        </div>
      </div>
      <ItemPager frame={frame} view={view} item={item} />
    </PublicLayout>
  );
};

/** The item's own indicators, or those of the nearest item above that has some: a field is judged by its strategy. */
const indicatorKeysFor = (
  view: PlanView,
  item: PlanItem,
): { readonly keys: readonly string[]; readonly of: PlanItem | null } => {
  if (item.indicatorKeys.length > 0) return { keys: item.indicatorKeys, of: null };
  const above = pathTo(view.content.items, item.itemKey).findLast(
    (parent) => parent.indicatorKeys.length > 0,
  );
  return above === undefined ? { keys: [], of: null } : { keys: above.indicatorKeys, of: above };
};

export const itemPage: PublicPage = {
  path: '/plans/:slug/items/:key',
  query: ['revision'],
  answer: async ({ tx, frame, revision: readRevision, param, query }) => {
    const plan = frame.plans.find((candidate) => candidate.slug === param('slug'));
    if (plan === undefined) return { kind: 'missing' };
    const ofPlan = frame.revisions.filter(({ planKey }) => planKey === plan.planKey);
    const versions = await listItemVersions(tx, plan.planKey, param('key'));
    // What left the plan (まとめた, やめた) keeps its address: its last version stands there and tells where it went.
    const last = versions.findLast(({ revision }) => ofPlan.some((row) => row.revision === revision));
    const goesOn = versions.some((version) => version.revision === plan.inForce.revision);
    const standing = goesOn ? plan.inForce.revision : last?.revision;
    const asked = query.get('revision') ?? String(standing);
    const revision = ofPlan.find((row) => String(row.revision) === asked);
    const loaded = revision === undefined ? null : await readRevision(plan.planKey, revision.revision);
    if (revision === undefined || loaded === null) return { kind: 'missing' };
    const past = revision.revision === plan.inForce.revision ? null : revision.revision;
    const view = planView(plan.slug, loaded, past);
    const item = view.byKey.get(param('key'));
    if (item === undefined) return { kind: 'missing' };
    const { keys, of } = indicatorKeysFor(view, item);
    const found = await readIndicators(tx, keys, { breakdowns: false });
    const town = found.length === 0 ? null : await findTownJudgements(tx, frame, found);
    const lineage = await listLineage(tx, [plan.planKey]);
    const element = (
      <ItemPage
        frame={frame}
        plan={plan}
        view={view}
        item={item}
        revision={revision}
        goesOn={goesOn}
        responsibility={{
          units: await listUnits(tx),
          successions: await listSuccessions(tx),
          areas: await listAreas(tx),
        }}
        indicators={keys.flatMap((key) => found.filter((entry) => entry.indicator.indicatorKey === key))}
        indicatorsOf={of}
        year={judgedYear(town)}
        versions={versions}
        lineage={lineage}
        titles={await listLinkedTitles(tx, lineage)}
        programmes={
          frame.hasEvaluations
            ? await loadProgrammesOfItems(tx, plan.planKey, [
                ...subtreeKeys(view.content.items, item.itemKey),
              ])
            : []
        }
      />
    );
    return { kind: 'page', element };
  },
};
