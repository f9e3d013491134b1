import { and, eq, isNotNull } from 'drizzle-orm';
import { isoInstantOrNull } from './instant.ts';
import { appUser } from './schema/access.ts';
import { planRevision } from './schema/plan.ts';
import type { TenantTx } from './tenant.ts';
import type { RevisionReference } from './write-item.ts';

/** `by`: name of the person, null when the account is gone or the program asked. `at`: ISO instant. */
export const findSubmission = async (
  tx: TenantTx,
  { planKey, revision }: RevisionReference,
): Promise<{ readonly at: string; readonly by: string | null } | null> => {
  const [row] = await tx.q
    .select({ at: planRevision.submittedAt, by: appUser.displayName })
    .from(planRevision)
    .leftJoin(
      appUser,
      and(eq(appUser.municipality, planRevision.municipality), eq(appUser.userId, planRevision.submittedBy)),
    )
    .where(
      and(
        eq(planRevision.municipality, tx.municipality),
        eq(planRevision.planKey, planKey),
        eq(planRevision.revision, revision),
        isNotNull(planRevision.submittedAt),
      ),
    );
  const at = row === undefined ? null : isoInstantOrNull(row.at);
  return row === undefined || at === null ? null : { at, by: row.by };
};
