import { randomBytes } from 'node:crypto';
import { insertAuditNote } from '../../db/audit-note.ts';
import { replaceRecoveryCodes } from '../../db/recovery-code.ts';
import { listUsersWithRole } from '../../db/role-grant.ts';
import { revokeSessions } from '../../db/session.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { findUser, type UserRow, updateUser } from '../../db/user.ts';
import { displayNameProblems } from '../../domain/access/login-name.ts';
import { may } from '../../domain/access/may.ts';
import { temporaryPassword } from '../../domain/access/temporary-password.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { hashPassword } from '../sign-in/password.ts';

/** Every change of somebody's account: who may, and that the account is of this town. */
const change = <T>(
  acting: Acting,
  userId: string,
  decide: (tx: TenantTx, user: UserRow) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'user.manage')) return refused('not-allowed');
    const user = await findUser(tx, userId);
    return user === null ? refused('user-unknown') : decide(tx, user);
  });

export const renameUser = (
  acting: Acting,
  userId: string,
  displayName: string,
): Promise<Result<null, Refusal>> =>
  change(acting, userId, async (tx) => {
    const found = refusalOf(displayNameProblems(displayName));
    if (found !== null) return found;
    await updateUser(tx, userId, { displayName: displayName.trim() });
    return ok(null);
  });

/** 利用停止: the account stays, because the trail names it; every session ends. */
export const disableUser = (acting: Acting, userId: string): Promise<Result<null, Refusal>> =>
  change(acting, userId, async (tx) => {
    if (userId === acting.actor.userId) return refused('user.oneself');
    const administrators = await listUsersWithRole(tx, 'administrator', todayInJapan(acting));
    if (administrators.length > 0 && administrators.every((each) => each.userId === userId))
      return refused('user.last-administrator');
    await updateUser(tx, userId, { disabledAt: acting.now.toISOString() });
    await revokeSessions(tx, userId, acting.now.toISOString(), null);
    return ok(null);
  });

export const enableUser = (acting: Acting, userId: string): Promise<Result<null, Refusal>> =>
  change(acting, userId, async (tx) => {
    await updateUser(tx, userId, { disabledAt: null });
    return ok(null);
  });

/** ロック解除: after the person was asked whether the failures were theirs. */
export const unlockUser = (acting: Acting, userId: string): Promise<Result<null, Refusal>> =>
  change(acting, userId, async (tx) => {
    await updateUser(tx, userId, { failedLogins: 0, lockedUntil: null });
    await insertAuditNote(tx, 'account-unlocked', userId);
    return ok(null);
  });

/** A new temporary password, shown this once; every session ends and the person chooses another at login. */
export const resetPassword = async (
  acting: Acting,
  userId: string,
): Promise<Result<{ readonly password: string }, Refusal>> => {
  const password = temporaryPassword(randomBytes(16));
  const passwordHash = await hashPassword(password);
  return change(acting, userId, async (tx) => {
    // One's own is changed with the old one at hand, so that an open screen is not enough.
    if (userId === acting.actor.userId) return refused('user.oneself');
    await updateUser(tx, userId, {
      passwordHash,
      mustChangePassword: 'yes',
      failedLogins: 0,
      lockedUntil: null,
    });
    const sessions = await revokeSessions(tx, userId, acting.now.toISOString(), null);
    await insertAuditNote(tx, 'password-changed', userId, { sessions });
    return ok({ password });
  });
};

/** For a person whose telephone is lost and whose recovery codes are gone. */
export const clearTotpOf = (acting: Acting, userId: string): Promise<Result<null, Refusal>> =>
  change(acting, userId, async (tx) => {
    if (userId === acting.actor.userId) return refused('user.oneself');
    await updateUser(tx, userId, { totpSecret: null, totpLastStep: null });
    await replaceRecoveryCodes(tx, userId, []);
    await revokeSessions(tx, userId, acting.now.toISOString(), null);
    await insertAuditNote(tx, 'totp-disabled', userId);
    return ok(null);
  });
