import { withTenant } from '../../db/tenant.ts';
import { type Credentials, findCredentials, lockCredentials, updateUser } from '../../db/user.ts';
import { decideLogin } from '../../domain/access/decide-login.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { accountOf, recordFailedAttempt } from './failed-attempt.ts';
import { verifyPassword } from './password.ts';

/**
 * The password asked again of somebody who is logged in. Guessing at an open screen is stopped as guessing at the door:
 * the same count, the same waits. The session goes on. Field: currentPassword.
 */
export const checkCurrentPassword = async (
  { db, as, actor, now }: Acting,
  typed: string,
): Promise<Result<Credentials, Refusal>> => {
  const found = await withTenant(db, as, (tx) => findCredentials(tx, actor.userId));
  const right = found !== null && (await verifyPassword(found.passwordHash, typed));
  return withTenant(db, as, async (tx) => {
    const user = await lockCredentials(tx, actor.userId);
    if (user === null) return refused('password.current-wrong', ['currentPassword']);
    const account = accountOf(user);
    const decision = decideLogin(account, right, now.getTime());
    if (decision.kind === 'accepted') {
      if (user.failedLogins > 0) await updateUser(tx, user.userId, { failedLogins: 0, lockedUntil: null });
      return ok(user);
    }
    const who = { userId: user.userId, known: true };
    await recordFailedAttempt(tx, who, account, decision, 'password-check-failed');
    const until = decision.kind === 'failed' ? decision.lockedUntil : account.lockedUntil;
    return until === null
      ? refused('password.current-wrong', ['currentPassword'])
      : refused('password.current-locked', ['currentPassword'], {
          minutes: Math.max(1, Math.ceil((until - now.getTime()) / 60_000)),
        });
  });
};
