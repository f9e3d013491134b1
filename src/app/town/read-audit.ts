import { verifyAudit } from '../../db/audit-verify.ts';
import { type AuditFilter, listAuditEntities, listAuditEvents } from '../../db/read-audit.ts';
import { withTenant } from '../../db/tenant.ts';
import { listUsers } from '../../db/user.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

export const auditPageSize = 50;

/** One page of the trail and what it can be filtered by: three queries. `next`: where the following page starts. */
export const readAudit = ({ db, as, actor }: Acting, filter: AuditFilter) =>
  withTenant(db, as, async (tx) => {
    if (!may(actor, 'audit.view')) return refused('not-allowed');
    const found = await listAuditEvents(tx, filter, auditPageSize + 1);
    const events = found.slice(0, auditPageSize);
    return ok({
      events,
      next: found.length > auditPageSize ? (events.at(-1)?.seq ?? null) : null,
      entities: await listAuditEntities(tx),
      users: (await listUsers(tx)).map(({ userId, displayName }) => ({ userId, displayName })),
    });
  });

/** Follows the town's chain of hashes from its beginning. */
export const verifyAuditOf = async ({ db, as, actor }: Acting): Promise<Result<AuditCheck, Refusal>> => {
  if (!may(actor, 'audit.view')) return refused('not-allowed');
  const [chain] = await verifyAudit(db, as.municipality);
  if (chain === undefined) throw new Error('a registered town has an audit chain');
  return ok(chain);
};
export type AuditCheck = Awaited<ReturnType<typeof verifyAudit>>[number];
