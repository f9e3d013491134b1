import { and, desc, eq, sql } from 'drizzle-orm';
import { isoInstant } from './instant.ts';
import { appUser } from './schema/access.ts';
import { indicatorTarget } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

/** Who set which target, newest first. For staff: the public role has no names. */
export const listTargetAuthors = async (tx: TenantTx, indicatorKey: string) => {
  const rows = await tx.q
    .select({
      fiscalYear: indicatorTarget.fiscalYear,
      seq: indicatorTarget.seq,
      createdAt: indicatorTarget.createdAt,
      by: sql<string | null>`${appUser.displayName}`,
    })
    .from(indicatorTarget)
    .leftJoin(
      appUser,
      and(
        eq(appUser.municipality, indicatorTarget.municipality),
        eq(appUser.userId, indicatorTarget.createdBy),
      ),
    )
    .where(
      and(eq(indicatorTarget.municipality, tx.municipality), eq(indicatorTarget.indicatorKey, indicatorKey)),
    )
    .orderBy(desc(indicatorTarget.fiscalYear), desc(indicatorTarget.seq));
  return rows.map((row) => ({ ...row, createdAt: isoInstant(row.createdAt) }));
};
