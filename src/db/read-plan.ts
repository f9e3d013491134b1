import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { LineageLink } from '../domain/plan/lineage.ts';
import type { Plan, UpdateMode } from '../domain/plan/plan.ts';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import { lineage, plan, planRevision } from './schema/plan.ts';
import type { ReadTx } from './tenant.ts';

export { loadRevision } from './read-revision.ts';

export interface PlanRow extends Plan {
  readonly articleNumber: number;
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

const planColumns = {
  planKey: plan.planKey,
  slug: plan.slug,
  kind: plan.kind,
  parentPlanKey: plan.parentPlanKey,
  predecessorPlanKey: plan.predecessorPlanKey,
  position: plan.position,
  articleNumber: plan.articleNumber,
  version: plan.version,
  updatedAt: plan.updatedAt,
};

const findPlans = async (tx: ReadTx, which?: SQL): Promise<readonly PlanRow[]> => {
  const rows = await tx.q
    .select(planColumns)
    .from(plan)
    .where(and(eq(plan.municipality, tx.municipality), which))
    .orderBy(asc(plan.position), asc(plan.planKey));
  return rows.map((row) => ({ ...row, updatedAt: isoInstant(row.updatedAt) }));
};

/** In the town's order. The public role sees plans with a revision in force or superseded. */
export const listPlans = (tx: ReadTx): Promise<readonly PlanRow[]> => findPlans(tx);

export const findPlanBySlug = async (tx: ReadTx, slug: string): Promise<PlanRow | null> =>
  (await findPlans(tx, eq(plan.slug, slug)))[0] ?? null;

export const findPlanByKey = async (tx: ReadTx, planKey: string): Promise<PlanRow | null> =>
  (await findPlans(tx, eq(plan.planKey, planKey)))[0] ?? null;

/** One revision without its text: what a list, and `revisionStatus`, need. */
export interface RevisionRow {
  readonly planKey: string;
  readonly revision: number;
  readonly basedOnRevision: number | null;
  readonly state: 'draft' | 'approved' | 'published';
  readonly label: string;
  readonly reason: string;
  /** ISO date */
  readonly effectiveOn: string | null;
  /** ISO instant */
  readonly publishedAt: string | null;
  readonly title: string;
  readonly subtitle: string;
  readonly kindLabel: string;
  readonly startFiscalYear: number;
  readonly endFiscalYear: number;
  readonly updateMode: UpdateMode;
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

const revisionColumns = {
  planKey: planRevision.planKey,
  revision: planRevision.revision,
  basedOnRevision: planRevision.basedOnRevision,
  state: planRevision.state,
  label: planRevision.label,
  reason: planRevision.reason,
  effectiveOn: planRevision.effectiveOn,
  publishedAt: planRevision.publishedAt,
  title: planRevision.title,
  subtitle: planRevision.subtitle,
  kindLabel: planRevision.kindLabel,
  startFiscalYear: planRevision.startFiscalYear,
  endFiscalYear: planRevision.endFiscalYear,
  updateMode: planRevision.updateMode,
  version: planRevision.version,
  updatedAt: planRevision.updatedAt,
};

const withInstants = <Row extends { readonly publishedAt: string | null; readonly updatedAt: string }>(
  row: Row,
): Row => ({
  ...row,
  publishedAt: isoInstantOrNull(row.publishedAt),
  updatedAt: isoInstant(row.updatedAt),
});

/** Newest first within a plan. Without a plan: of every plan of the town, in one query. */
export const listRevisions = async (tx: ReadTx, planKey?: string): Promise<readonly RevisionRow[]> => {
  const rows = await tx.q
    .select(revisionColumns)
    .from(planRevision)
    .where(
      and(
        eq(planRevision.municipality, tx.municipality),
        planKey === undefined ? undefined : eq(planRevision.planKey, planKey),
      ),
    )
    .orderBy(asc(planRevision.planKey), desc(planRevision.revision));
  return rows.map(withInstants);
};

/** Outer names are written out: in a query of one table drizzle would leave them bare, and the inner table's be meant. */
const namesSdgGoals = sql<boolean>`EXISTS (SELECT FROM plan_item i WHERE i.municipality = plan_revision.municipality
  AND i.plan_key = plan_revision.plan_key AND i.revision = plan_revision.revision AND cardinality(i.sdg_goals) > 0)`;

/** Every revision of the town, and whether an item of it names an SDG goal; newest first within a plan. */
export const listRevisionsWithGoals = async (
  tx: ReadTx,
): Promise<readonly (RevisionRow & { readonly namesSdgGoals: boolean })[]> => {
  const rows = await tx.q
    .select({ ...revisionColumns, namesSdgGoals })
    .from(planRevision)
    .where(eq(planRevision.municipality, tx.municipality))
    .orderBy(asc(planRevision.planKey), desc(planRevision.revision));
  return rows.map(withInstants);
};

/** A link, and the revision that recorded it. */
export interface LineageRow extends LineageLink {
  readonly planKey: string;
  readonly revision: number;
  readonly seq: number;
}

/** Links recorded with these plans, and links of other plans that lead from or to them. */
export const listLineage = async (
  tx: ReadTx,
  planKeys: readonly string[],
): Promise<readonly LineageRow[]> => {
  if (planKeys.length === 0) return [];
  const rows = await tx.q
    .select({
      planKey: lineage.planKey,
      revision: lineage.revision,
      seq: lineage.seq,
      kind: lineage.kind,
      fromPlanKey: lineage.fromPlanKey,
      fromItemKey: lineage.fromItemKey,
      toPlanKey: lineage.toPlanKey,
      toItemKey: lineage.toItemKey,
      reason: lineage.reason,
    })
    .from(lineage)
    .where(
      and(
        eq(lineage.municipality, tx.municipality),
        or(
          inArray(lineage.planKey, [...planKeys]),
          inArray(lineage.fromPlanKey, [...planKeys]),
          inArray(lineage.toPlanKey, [...planKeys]),
        ),
      ),
    )
    .orderBy(asc(lineage.planKey), asc(lineage.revision), asc(lineage.seq));
  return rows.map(({ fromPlanKey, fromItemKey, toPlanKey, toItemKey, ...row }) => ({
    ...row,
    from:
      fromPlanKey === null || fromItemKey === null ? null : { planKey: fromPlanKey, itemKey: fromItemKey },
    to: toPlanKey === null || toItemKey === null ? null : { planKey: toPlanKey, itemKey: toItemKey },
  }));
};
