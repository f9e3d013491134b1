import type { RevisionRow } from '../../db/read-plan.ts';
import { isPlanOver } from '../../domain/plan/plan-over.ts';
import { revisionStatus } from '../../domain/plan/revision-status.ts';
import { type FramePlan, href, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { newestOf, planHref } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import { formatDate } from '../text/dates.ts';
import { type Comparison, loadComparison } from './history-comparison.ts';
import { ComparisonView } from './history-comparison-view.tsx';
import type { PublicPage } from './page.ts';

interface Props {
  readonly frame: TownFrame;
  /** null: the list of versions alone. */
  readonly comparison: Comparison | null;
  readonly view: 'inline' | 'table';
}

const comparisonHref = (frame: TownFrame, plan: FramePlan, revision: RevisionRow): string =>
  href(frame, `/history?plan=${encodeURIComponent(plan.slug)}&revision=${revision.revision}#comparison`);

const VersionRow = ({
  frame,
  plan,
  row,
  rows,
}: {
  readonly frame: TownFrame;
  readonly plan: FramePlan;
  readonly row: RevisionRow;
  readonly rows: readonly RevisionRow[];
}) => {
  const { t, language, today } = frame;
  const inForce = revisionStatus(row, rows, today) === 'in-force';
  const isOver = isPlanOver(plan.inForce, today);
  const isFirst = rows.at(-1)?.revision === row.revision;
  const address = planHref(frame, plan.slug);
  return (
    <tr>
      <th scope="row">
        <a href={inForce ? address : `${address}?revision=${row.revision}`} lang="ja">
          {row.label}
        </a>{' '}
        <span className={inForce && !isOver ? 'tag tag--accent' : 'tag'}>
          {inForce ? (isOver ? t.history.lastOfOver : t.history.inForce) : t.history.superseded}
        </span>
      </th>
      <td className="table__nowrap">
        {row.effectiveOn === null ? null : formatDate(row.effectiveOn, language)}
      </td>
      <td className="history-table__reason">
        {row.reason === '' ? null : <p lang="ja">{row.reason}</p>}
        {isFirst ? (
          <span className="quiet small">{t.history.first}</span>
        ) : (
          <a href={comparisonHref(frame, plan, row)}>{t.history.compare}</a>
        )}
      </td>
    </tr>
  );
};

const PlanVersions = ({ frame, plan }: { readonly frame: TownFrame; readonly plan: FramePlan }) => {
  const { t } = frame;
  const rows = frame.revisions.filter((row) => row.planKey === plan.planKey);
  const predecessor = frame.plans.find((other) => other.planKey === plan.predecessorPlanKey);
  return (
    <section className="section section--ruled" aria-labelledby={`versions-${plan.slug}`}>
      <h2 id={`versions-${plan.slug}`} lang="ja">
        {plan.title}
      </h2>
      <TableScroll label={`${plan.title} ${t.history.revisions}`}>
        <table className="table history-table">
          <caption className="visually-hidden">{t.history.revisions}</caption>
          <thead>
            <tr>
              <th scope="col">{t.history.label}</th>
              <th scope="col">{t.history.effective}</th>
              <th scope="col">{t.history.reason}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <VersionRow key={row.revision} frame={frame} plan={plan} row={row} rows={rows} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {predecessor === undefined ? null : (
        <p className="more">
          <a href={href(frame, `/history?plan=${encodeURIComponent(plan.slug)}&with=predecessor#comparison`)}>
            {t.history.comparePredecessor(predecessor.title)}
          </a>
        </p>
      )}
    </section>
  );
};

const HistoryPage = ({ frame, comparison, view }: Props) => {
  const { t } = frame;
  const title =
    comparison === null ? t.history.title : t.history.differences(comparison.from.label, comparison.to.label);
  return (
    <PublicLayout
      frame={frame}
      title={title}
      description={t.history.lead}
      section="history"
      crumbs={
        comparison === null
          ? [{ label: t.history.title }]
          : [
              { label: t.history.title, href: href(frame, '/history') },
              { label: comparison.plan.title, href: planHref(frame, comparison.plan.slug), lang: 'ja' },
              { label: title },
            ]
      }
      record={{ updatedAt: newestOf(frame.revisions.map((row) => row.publishedAt ?? row.updatedAt)) }}
    >
      {comparison === null ? (
        <>
          <PageHead title={t.history.title} lead={t.history.lead} />
          {frame.plans.length === 0 ? (
            <div className="empty">
              <p>{t.history.none}</p>
            </div>
          ) : (
            frame.plans.map((plan) => <PlanVersions key={plan.planKey} frame={frame} plan={plan} />)
          )}
        </>
      ) : (
        <ComparisonView frame={frame} comparison={comparison} view={view} title={title} />
      )}
    </PublicLayout>
  );
};

export const historyPage: PublicPage = {
  path: '/history',
  query: ['plan', 'revision', 'with', 'view'],
  answer: async ({ tx, frame, query }) => {
    const view = query.get('view') === 'table' ? 'table' : 'inline';
    const slug = query.get('plan');
    if (slug === undefined) {
      return { kind: 'page', element: <HistoryPage frame={frame} comparison={null} view={view} /> };
    }
    const comparison = await loadComparison(tx, frame, {
      slug,
      revision: query.get('revision') ?? null,
      withPredecessor: query.get('with') === 'predecessor',
    });
    return comparison === null
      ? { kind: 'missing' }
      : { kind: 'page', element: <HistoryPage frame={frame} comparison={comparison} view={view} /> };
  },
};
