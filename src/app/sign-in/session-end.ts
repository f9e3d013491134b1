import { insertAuditNote } from '../../db/audit-note.ts';
import { listSessions, revokeSession, revokeSessions } from '../../db/session.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** ログアウト: this session ends. */
export const logOut = ({ db, as, actor, now }: Acting, tokenHash: string): Promise<void> =>
  withTenant(db, as, async (tx) => {
    const ended = await revokeSession(tx, actor.userId, tokenHash, now.toISOString());
    if (ended > 0) await insertAuditNote(tx, 'logout', actor.userId);
  });

export const listOwnSessions = ({ db, as, actor, now }: Acting) =>
  withTenant(db, as, (tx) => listSessions(tx, actor.userId, now.toISOString()));

/** One of the user's own sessions, named by the beginning of its hash as the page shows it. */
export const endOwnSession = (
  { db, as, actor, now }: Acting,
  named: string,
): Promise<Result<{ readonly ended: number }, Refusal>> =>
  withTenant(db, as, async (tx) => {
    const at = now.toISOString();
    const found = (await listSessions(tx, actor.userId, at)).find((each) => each.tokenHash.startsWith(named));
    if (named.length < 16 || found === undefined) return refused('session-not-found');
    const ended = await revokeSession(tx, actor.userId, found.tokenHash, at);
    await insertAuditNote(tx, 'session-revoked', actor.userId, { sessions: ended });
    return ok({ ended });
  });

/** All sessions of a user but this one: one's own, or somebody else's for whoever manages users. */
export const endSessionsOf = (
  { db, as, actor, now }: Acting,
  userId: string,
  keep: string | null,
): Promise<Result<{ readonly ended: number }, Refusal>> =>
  withTenant(db, as, async (tx) => {
    if (userId !== actor.userId && !may(actor, 'user.manage')) return refused('not-allowed');
    const ended = await revokeSessions(tx, userId, now.toISOString(), keep);
    if (ended > 0) await insertAuditNote(tx, 'session-revoked', userId, { sessions: ended });
    return ok({ ended });
  });
