import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { isoInstant } from './instant.ts';
import { appUser } from './schema/access.ts';
import { auditEvent } from './schema/audit.ts';
import type { TenantTx } from './tenant.ts';

/** One recorded change of a stored row, as the audit trail keeps it. */
export interface RecordedChange {
  /** Display name, or the word of a machine actor ('cli', 'demo'). */
  readonly by: string;
  readonly at: string;
}

/**
 * What happened to one row after it had the version `since`, oldest first. Read only when two writers
 * meet, so it may walk the trail.
 */
export const findChangesSince = async (
  tx: TenantTx,
  entity:
    | 'plan_item'
    | 'plan_revision'
    | 'indicator'
    | 'indicator_value'
    | 'judgement_scheme'
    | 'evaluation_scheme'
    | 'programme'
    | 'programme_year'
    | 'population_scenario',
  entityKey: Readonly<Record<string, string | number>>,
  since: number,
): Promise<readonly RecordedChange[]> => {
  const rows = await tx.q
    .select({
      by: sql<string>`coalesce(${appUser.displayName}, ${auditEvent.actor})`,
      at: auditEvent.at,
    })
    .from(auditEvent)
    .leftJoin(
      appUser,
      and(
        eq(appUser.municipality, auditEvent.municipality),
        eq(sql`${appUser.userId}::text`, auditEvent.actor),
      ),
    )
    .where(
      and(
        eq(auditEvent.municipality, tx.municipality),
        eq(auditEvent.entity, entity),
        eq(auditEvent.entityKey, entityKey),
        gt(sql<number>`coalesce((${auditEvent.after} ->> 'version')::int, 2147483647)`, since),
      ),
    )
    .orderBy(asc(auditEvent.seq));
  return rows.map((row) => ({ by: row.by, at: isoInstant(row.at) }));
};

/** Who changed the lineage of a revision last. '' when nobody has. */
export const findLineageWriter = async (
  tx: TenantTx,
  { planKey, revision }: { readonly planKey: string; readonly revision: number },
): Promise<string> => {
  const [last] = await tx.q
    .select({ by: sql<string>`coalesce(${appUser.displayName}, ${auditEvent.actor})` })
    .from(auditEvent)
    .leftJoin(
      appUser,
      and(
        eq(appUser.municipality, auditEvent.municipality),
        eq(sql`${appUser.userId}::text`, auditEvent.actor),
      ),
    )
    .where(
      and(
        eq(auditEvent.municipality, tx.municipality),
        eq(auditEvent.entity, 'lineage'),
        sql`${auditEvent.entityKey} @> ${JSON.stringify({ plan_key: planKey, revision })}::jsonb`,
      ),
    )
    .orderBy(desc(auditEvent.seq))
    .limit(1);
  return last?.by ?? '';
};
