import { listPlans, listRevisions, type PlanRow, type RevisionRow } from '../../db/read-plan.ts';
import { inForceRevision, revisionStatus } from '../../domain/plan/revision-status.ts';
import type { ApiAnswer, ApiRequest } from './endpoint.ts';
import { malformed, notFound } from './endpoint.ts';

/** A plan as the public sees it: its published revisions, newest first, one of them in force. */
export interface PublicPlan {
  readonly plan: PlanRow;
  readonly revisions: readonly RevisionRow[];
  readonly inForce: RevisionRow;
}

/** Two queries for all plans of the town. A plan not yet in force is not there. */
export const listPublicPlans = async ({ tx, today }: ApiRequest): Promise<readonly PublicPlan[]> => {
  const revisions = Map.groupBy(await listRevisions(tx), (row) => row.planKey);
  return (await listPlans(tx)).flatMap((plan) => {
    const own = revisions.get(plan.planKey) ?? [];
    const inForce = inForceRevision(own, today);
    return inForce === null ? [] : [{ plan, revisions: own, inForce }];
  });
};

type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: ApiAnswer };

export const findPublicPlan = async (
  request: ApiRequest,
): Promise<Found<PublicPlan & { readonly all: readonly PublicPlan[] }>> => {
  const slug = request.param('slug');
  const all = await listPublicPlans(request);
  const found = all.find(({ plan }) => plan.slug === slug);
  return found === undefined
    ? { ok: false, answer: notFound('plan-not-found', slug) }
    : { ok: true, value: { ...found, all } };
};

/** '' is the revision in force. */
export const chooseRevision = ({ revisions, inForce }: PublicPlan, asked: string): Found<RevisionRow> => {
  if (asked === '') return { ok: true, value: inForce };
  if (!/^[1-9]\d{0,8}$/.test(asked)) return { ok: false, answer: malformed('revision-format', asked) };
  const found = revisions.find(({ revision }) => revision === Number(asked));
  return found === undefined
    ? { ok: false, answer: notFound('revision-not-found', asked) }
    : { ok: true, value: found };
};

export const revisionData = (row: RevisionRow, { revisions }: PublicPlan, today: string) => ({
  revision: row.revision,
  label: row.label,
  status: revisionStatus(row, revisions, today),
  effectiveOn: row.effectiveOn,
  publishedAt: row.publishedAt,
  reason: row.reason,
  title: row.title,
  // A revision may rest on one that was never published.
  basedOnRevision: revisions.some(({ revision }) => revision === row.basedOnRevision)
    ? row.basedOnRevision
    : null,
});

export const planSummary = (code: string, found: PublicPlan, row: RevisionRow, today: string) => {
  const { plan } = found;
  const self = `/api/v1/municipalities/${code}/plans/${plan.slug}`;
  return {
    planKey: plan.planKey,
    slug: plan.slug,
    kind: plan.kind,
    kindLabel: row.kindLabel,
    title: row.title,
    subtitle: row.subtitle,
    startFiscalYear: row.startFiscalYear,
    endFiscalYear: row.endFiscalYear,
    updateMode: row.updateMode,
    parentPlanKey: plan.parentPlanKey,
    predecessorPlanKey: plan.predecessorPlanKey,
    articleNumber: plan.articleNumber,
    revision: revisionData(row, found, today),
    links: {
      self,
      csv: `${self}.csv`,
      revisions: `${self}/revisions`,
      page: `/m/${code}/plans/${plan.slug}`,
    },
  };
};
