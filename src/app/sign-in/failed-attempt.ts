import { insertAuditNote, type NotedEvent } from '../../db/audit-note.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { type Credentials, updateUser } from '../../db/user.ts';
import type { Account, LoginDecision } from '../../domain/access/decide-login.ts';

/** What the lock of an account is decided from. */
export const accountOf = (
  user: Pick<Credentials, 'disabledAt' | 'failedLogins' | 'lockedUntil'>,
): Account => ({
  disabled: user.disabledAt !== null,
  failedLogins: user.failedLogins,
  lockedUntil: user.lockedUntil === null ? null : Date.parse(user.lockedUntil),
});

const instantOrNull = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

/**
 * Writes down an attempt that did not succeed, at the door and inside. Whatever was wrong, the same two statements are
 * sent, so that the time it takes tells nothing: `userId` may be nobody's, and a barred attempt leaves the account as
 * it is.
 */
export const recordFailedAttempt = async (
  tx: TenantTx,
  { userId, known }: { readonly userId: string; readonly known: boolean },
  account: Account,
  decision: Exclude<LoginDecision, { kind: 'accepted' }>,
  failed: NotedEvent,
): Promise<void> => {
  const counted = decision.kind === 'failed' ? decision : account;
  await updateUser(tx, userId, {
    failedLogins: counted.failedLogins,
    lockedUntil: instantOrNull(counted.lockedUntil),
  });
  const event =
    decision.kind === 'barred' ? 'login-barred' : decision.lockedUntil === null ? failed : 'login-locked';
  await insertAuditNote(tx, event, known ? userId : null, known ? { failures: counted.failedLogins } : {});
};
