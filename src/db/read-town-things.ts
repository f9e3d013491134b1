import { and, asc, desc, eq } from 'drizzle-orm';
import { indicator } from './schema/indicator.ts';
import { plan, planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';

/** Plans with the title of their newest revision, in the town's order. */
export const listPlanSlugs = async (tx: TenantTx) => {
  const rows = await tx.q
    .selectDistinctOn([plan.position, plan.planKey], { slug: plan.slug, title: planRevision.title })
    .from(plan)
    .innerJoin(
      planRevision,
      and(eq(planRevision.municipality, plan.municipality), eq(planRevision.planKey, plan.planKey)),
    )
    .where(eq(plan.municipality, tx.municipality))
    .orderBy(asc(plan.position), asc(plan.planKey), desc(planRevision.revision));
  return rows;
};

export const listIndicatorNames = (tx: TenantTx) =>
  tx.q
    .select({ indicatorKey: indicator.indicatorKey, name: indicator.name })
    .from(indicator)
    .where(eq(indicator.municipality, tx.municipality))
    .orderBy(asc(indicator.position), asc(indicator.indicatorKey));
