import { insertAuditNote } from '../db/audit-note.ts';
import { revokeSessions } from '../db/session.ts';
import { withTenant } from '../db/tenant.ts';
import { findCredentials, updateUser } from '../db/user.ts';
import { passwordProblems } from '../domain/access/password-rules.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import type { Acting } from './acting.ts';
import { isDemoPassword } from './demo-password.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { type Refusal, refusalOf, refused } from './refusal.ts';

export interface PasswordChange {
  readonly current: string;
  readonly chosen: string;
  readonly again: string;
  /** The session of this request, which goes on; every other one ends. */
  readonly tokenHash: string;
}

/** Changes one's own password. @returns how many other sessions ended. */
export const changePassword = async (
  { db, as, actor, now }: Acting,
  { current, chosen, again, tokenHash }: PasswordChange,
): Promise<Result<{ readonly ended: number }, Refusal>> => {
  const user = await withTenant(db, as, (tx) => findCredentials(tx, actor.userId));
  if (user === null || !(await verifyPassword(user.passwordHash, current)))
    return refused('password.current-wrong', ['currentPassword']);
  const found = refusalOf(passwordProblems(chosen, user));
  if (found !== null) return found;
  if (isDemoPassword(chosen)) return refused('password.common', ['newPassword']);
  if (chosen !== again) return refused('password.not-the-same', ['newPasswordAgain']);
  if (chosen.normalize('NFKC') === current.normalize('NFKC'))
    return refused('password.unchanged', ['newPassword']);
  const passwordHash = await hashPassword(chosen);
  return withTenant(db, as, async (tx) => {
    await updateUser(tx, actor.userId, { passwordHash, mustChangePassword: 'no' });
    const ended = await revokeSessions(tx, actor.userId, now.toISOString(), tokenHash);
    await insertAuditNote(tx, 'password-changed', actor.userId, { sessions: ended });
    return ok({ ended });
  });
};
