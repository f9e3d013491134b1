import { and, eq, sql } from 'drizzle-orm';
import type { PlanContent, PlanHeader } from '../domain/plan/plan.ts';
import { planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

/** Saves the header and the levels of a draft when its version is still `expected`; null otherwise. */
export const updateHeader = async (
  tx: TenantTx,
  at: RevisionReference,
  changed: {
    readonly header: PlanHeader;
    readonly levels: PlanContent['levels'];
    readonly label: string;
    readonly reason: string;
  },
  expected: number,
  stamp: { readonly by: string | null; readonly now: string },
): Promise<number | null> => {
  const { header, levels, label, reason } = changed;
  const rows = await tx.q
    .update(planRevision)
    .set({
      label,
      reason,
      title: header.title,
      subtitle: header.subtitle,
      kindLabel: header.kindLabel,
      startFiscalYear: header.startFiscalYear,
      endFiscalYear: header.endFiscalYear,
      updateMode: header.updateMode,
      summary: header.summary,
      reviewCalendar: header.reviewCalendar,
      identity: header.identity,
      situation: header.situation,
      source: header.source,
      levels,
      version: sql`${planRevision.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(planRevision.municipality, tx.municipality),
        eq(planRevision.planKey, at.planKey),
        eq(planRevision.revision, at.revision),
        eq(planRevision.version, expected),
      ),
    )
    .returning({ version: planRevision.version });
  return rows[0]?.version ?? null;
};
