import { listIndicatorNames } from '../../db/read-names.ts';
import {
  findPlanBySlug,
  type LineageRow,
  listLineage,
  listPlans,
  listRevisions,
  type PlanRow,
  type RevisionRow,
} from '../../db/read-plan.ts';
import { type LoadedRevision, loadRevision } from '../../db/read-revision.ts';
import { listAreas, listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import type { Area } from '../../domain/organisation/area.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { isPlanOver } from '../../domain/plan/plan-over.ts';
import type { RevisionStatus } from '../../domain/plan/revision.ts';
import { inForceRevision, revisionStatus } from '../../domain/plan/revision-status.ts';
import { type Acting, todayInJapan } from '../acting.ts';

export interface ListedRevision extends RevisionRow {
  readonly status: RevisionStatus;
  /** Whether the years of the plan, as this revision sets them, are over. */
  readonly isOver: boolean;
}

export interface ListedPlan {
  readonly plan: PlanRow;
  /** Newest first. */
  readonly revisions: readonly ListedRevision[];
}

const withStatus = (revisions: readonly RevisionRow[], today: string): readonly ListedRevision[] =>
  revisions.map((revision) => ({
    ...revision,
    status: revisionStatus(revision, revisions, today),
    isOver: isPlanOver(revision, today),
  }));

/** Every plan of the town with its revisions. Two queries. */
export const readPlanList = (acting: Acting): Promise<readonly ListedPlan[]> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const plans = await listPlans(tx);
    const revisions = await listRevisions(tx);
    const today = todayInJapan(acting);
    return plans.map((plan) => ({
      plan,
      revisions: withStatus(
        revisions.filter((revision) => revision.planKey === plan.planKey),
        today,
      ),
    }));
  });

/** One revision on the desk. */
export interface Desk {
  readonly plan: PlanRow;
  readonly revisions: readonly ListedRevision[];
  readonly revision: ListedRevision;
  readonly loaded: LoadedRevision;
  readonly units: readonly OrganisationUnit[];
  readonly today: string;
}

export interface DeskParts {
  /** The revision the draft is based on: for 'what it was'. */
  readonly base?: boolean;
  readonly areas?: boolean;
  readonly indicators?: boolean;
  readonly lineage?: boolean;
}

export interface DeskExtras {
  readonly base: LoadedRevision | null;
  readonly areas: readonly Area[];
  readonly indicators: Awaited<ReturnType<typeof listIndicatorNames>>;
  /** Links the revision records. */
  readonly lineage: readonly LineageRow[];
}

const loadExtras = async (tx: TenantTx, desk: Desk, parts: DeskParts): Promise<DeskExtras> => {
  const { planKey } = desk.plan;
  const { revision, basedOnRevision } = desk.revision;
  return {
    base: parts.base && basedOnRevision !== null ? await loadRevision(tx, planKey, basedOnRevision) : null,
    areas: parts.areas ? await listAreas(tx) : [],
    indicators: parts.indicators ? await listIndicatorNames(tx) : [],
    lineage: parts.lineage
      ? (await listLineage(tx, [planKey])).filter(
          (link) => link.planKey === planKey && link.revision === revision,
        )
      : [],
  };
};

/** A fixed number of queries, whatever the size of the plan; null when there is no such revision. */
export const readDesk = (
  acting: Acting,
  slug: string,
  revisionNumber: number,
  parts: DeskParts = {},
): Promise<(Desk & DeskExtras) | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const plan = await findPlanBySlug(tx, slug);
    if (plan === null) return null;
    const today = todayInJapan(acting);
    const revisions = withStatus(await listRevisions(tx, plan.planKey), today);
    const revision = revisions.find((each) => each.revision === revisionNumber);
    const loaded = revision === undefined ? null : await loadRevision(tx, plan.planKey, revisionNumber);
    if (revision === undefined || loaded === null) return null;
    const desk: Desk = { plan, revisions, revision, loaded, units: await listUnits(tx), today };
    return { ...desk, ...(await loadExtras(tx, desk, parts)) };
  });

/** The last version of the plan before this one, and its newest public revision: what a successor continues. */
export const readPredecessor = (
  acting: Acting,
  predecessorPlanKey: string,
): Promise<{ readonly plan: PlanRow; readonly loaded: LoadedRevision; readonly label: string } | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const plan = (await listPlans(tx)).find((each) => each.planKey === predecessorPlanKey);
    if (plan === undefined) return null;
    const revisions = await listRevisions(tx, plan.planKey);
    const last = inForceRevision(revisions, '9999-12-31');
    const loaded = last === null ? null : await loadRevision(tx, plan.planKey, last.revision);
    return last === null || loaded === null ? null : { plan, loaded, label: last.label };
  });
