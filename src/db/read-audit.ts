import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { isoInstant } from './instant.ts';
import { appUser } from './schema/access.ts';
import { auditEvent } from './schema/audit.ts';
import type { TenantTx } from './tenant.ts';

export interface AuditFilter {
  /** User id, or 'cli', 'demo' … */
  readonly actor?: string | undefined;
  /** Table, or the kind of a note. */
  readonly entity?: string | undefined;
  /** ISO instants: from included, until excluded. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Sequence number of the last row of the page before. */
  readonly before?: number | undefined;
}

const textOrNull = (value: unknown): Readonly<Record<string, unknown>> | null =>
  value === null || typeof value !== 'object' ? null : (value as Record<string, unknown>);

/** Newest first, at most `limit`. */
export const listAuditEvents = async (tx: TenantTx, filter: AuditFilter, limit: number) => {
  const { actor, entity, from, until, before } = filter;
  const rows = await tx.q
    .select({
      seq: auditEvent.seq,
      at: auditEvent.at,
      actor: auditEvent.actor,
      actorName: appUser.displayName,
      origin: auditEvent.origin,
      action: auditEvent.action,
      entity: auditEvent.entity,
      entityKey: auditEvent.entityKey,
      before: auditEvent.before,
      after: auditEvent.after,
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
        actor === undefined ? undefined : eq(auditEvent.actor, actor),
        entity === undefined ? undefined : eq(auditEvent.entity, entity),
        from === undefined ? undefined : gte(auditEvent.at, from),
        until === undefined ? undefined : lt(auditEvent.at, until),
        before === undefined ? undefined : lt(auditEvent.seq, before),
      ),
    )
    .orderBy(desc(auditEvent.seq))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    at: isoInstant(row.at),
    entityKey: textOrNull(row.entityKey) ?? {},
    before: textOrNull(row.before),
    after: textOrNull(row.after),
  }));
};
export type AuditEvent = Awaited<ReturnType<typeof listAuditEvents>>[number];

/**
 * Which kinds of things the trail of the town knows, for the choice of a filter. From one kind to the next through the
 * index: a DISTINCT would read the whole trail for two dozen words.
 */
export const listAuditEntities = async (tx: TenantTx): Promise<readonly string[]> => {
  const rows = await tx.q.execute(sql`
    WITH RECURSIVE kind AS (
      (SELECT entity FROM audit_event WHERE municipality = ${tx.municipality} ORDER BY entity LIMIT 1)
      UNION ALL
      SELECT (SELECT e.entity FROM audit_event e WHERE e.municipality = ${tx.municipality} AND e.entity > kind.entity
              ORDER BY e.entity LIMIT 1)
      FROM kind WHERE kind.entity IS NOT NULL)
    SELECT entity FROM kind WHERE entity IS NOT NULL`);
  // Unlike the builder, `execute` leaves rows as the engine gives them: arrays.
  return (rows as unknown as readonly (readonly [entity: string])[]).map(([entity]) => entity);
};
