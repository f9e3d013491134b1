import { insertAuditNote } from '../../db/audit-note.ts';
import { revokeSessions, updateSessionToOwnPassword } from '../../db/session.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateUser } from '../../db/user.ts';
import { passwordProblems } from '../../domain/access/password-rules.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { isDemoPassword } from '../people/demo-password.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { checkCurrentPassword } from './current-password.ts';
import { hashPassword } from './password.ts';

export interface PasswordChange {
  readonly current: string;
  readonly chosen: string;
  readonly again: string;
  /** The session of this request, which goes on; every other one ends. */
  readonly tokenHash: string;
}

/** Changes one's own password. @returns how many other sessions ended. */
export const changePassword = async (
  acting: Acting,
  { current, chosen, again, tokenHash }: PasswordChange,
): Promise<Result<{ readonly ended: number }, Refusal>> => {
  const { db, as, actor, now } = acting;
  const user = await checkCurrentPassword(acting, current);
  if (!user.ok) return user;
  const found = refusalOf(passwordProblems(chosen, user.value));
  if (found !== null) return found;
  if (isDemoPassword(chosen)) return refused('password.common', ['newPassword']);
  if (chosen !== again) return refused('password.not-the-same', ['newPasswordAgain']);
  if (chosen.normalize('NFKC') === current.normalize('NFKC'))
    return refused('password.unchanged', ['newPassword']);
  const passwordHash = await hashPassword(chosen);
  return withTenant(db, as, async (tx) => {
    await updateUser(tx, actor.userId, { passwordHash, mustChangePassword: 'no' });
    await updateSessionToOwnPassword(tx, tokenHash);
    const ended = await revokeSessions(tx, actor.userId, now.toISOString(), tokenHash);
    await insertAuditNote(tx, 'password-changed', actor.userId, { sessions: ended });
    return ok({ ended });
  });
};
