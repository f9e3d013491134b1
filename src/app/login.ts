import { insertAuditNote } from '../db/audit-note.ts';
import type { Database } from '../db/connection.ts';
import { spendRecoveryCode } from '../db/recovery-code.ts';
import { deleteSessionsEndedBefore, insertSession } from '../db/session.ts';
import { type ActingAs, type TenantTx, withTenant } from '../db/tenant.ts';
import { type Credentials, findCredentialsByLogin, lockCredentials, updateUser } from '../db/user.ts';
import { decideLogin } from '../domain/access/decide-login.ts';
import { sessionEnd } from '../domain/access/session-life.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { isDemoPassword } from './demo-password.ts';
import { hashPassword, needsRehash, verifyAgainstNobody, verifyPassword } from './password.ts';
import { type Refusal, refused } from './refusal.ts';
import { hashRecoveryCode, verifyTotp } from './totp.ts';

export interface LoginAttempt {
  readonly login: string;
  readonly password: string;
  /** TOTP or recovery code; '' where none was typed. */
  readonly code: string;
}

export interface NewSessionTokens {
  readonly tokenHash: string;
  readonly csrfToken: string;
  readonly userAgent: string;
}

export interface LoginAt {
  readonly db: Database;
  readonly as: Omit<ActingAs, 'actor'>;
  readonly now: Date;
  /** Whether accounts with the published demonstration password may log in. */
  readonly demo: boolean;
}

const keptDays = 30;

type SecondFactor = { readonly step: number } | 'recovery-code' | 'not-set' | null;

/** Null: wrong. A recovery code is spent by looking at it, so only once the password is known to be right. */
const checkSecondFactor = async (
  tx: TenantTx,
  user: Credentials,
  code: string,
  now: Date,
): Promise<SecondFactor> => {
  if (user.totpSecret === null) return 'not-set';
  const step = verifyTotp(user.totpSecret, code, now, user.totpLastStep);
  if (step !== null) return { step };
  const spent = await spendRecoveryCode(tx, user.userId, hashRecoveryCode(code), now.toISOString());
  return spent ? 'recovery-code' : null;
};

/**
 * ログイン. Every refusal is the same to the outside: unknown, wrong, locked and disabled cannot be told apart, neither
 * by the answer nor by the time it takes. The password is checked outside a transaction, since that is slow on purpose.
 */
export const logIn = async (
  { db, as, now, demo }: LoginAt,
  attempt: LoginAttempt,
  tokens: NewSessionTokens,
): Promise<Result<{ readonly userId: string }, Refusal>> => {
  const known = await withTenant(db, { ...as, actor: 'anonymous' }, (tx) =>
    findCredentialsByLogin(tx, attempt.login),
  );
  const right =
    known === null
      ? await verifyAgainstNobody(attempt.password)
      : await verifyPassword(known.passwordHash, attempt.password);
  if (known === null) return refused('login-refused');
  const passwordRight = right && (demo || !isDemoPassword(attempt.password));
  const renewedHash =
    passwordRight && needsRehash(known.passwordHash) ? await hashPassword(attempt.password) : null;

  return withTenant(db, { ...as, actor: known.userId }, async (tx) => {
    const user = await lockCredentials(tx, known.userId);
    if (user === null) return refused('login-refused');
    const account = {
      disabled: user.disabledAt !== null,
      failedLogins: user.failedLogins,
      lockedUntil: user.lockedUntil === null ? null : Date.parse(user.lockedUntil),
    };
    const barred = decideLogin(account, true, now.getTime()).kind === 'barred';
    const second = passwordRight && !barred ? await checkSecondFactor(tx, user, attempt.code, now) : null;
    const decision = decideLogin(account, passwordRight && second !== null, now.getTime());
    switch (decision.kind) {
      case 'barred':
        return refused('login-refused');
      case 'failed':
        await updateUser(tx, user.userId, {
          failedLogins: decision.failedLogins,
          lockedUntil: decision.lockedUntil === null ? null : new Date(decision.lockedUntil).toISOString(),
        });
        await insertAuditNote(
          tx,
          decision.lockedUntil === null ? 'login-failed' : 'login-locked',
          user.userId,
          {
            failures: decision.failedLogins,
          },
        );
        return refused('login-refused');
      case 'accepted':
        await updateUser(tx, user.userId, {
          failedLogins: 0,
          lockedUntil: null,
          ...(renewedHash === null ? {} : { passwordHash: renewedHash }),
          ...(second !== null && typeof second === 'object' ? { totpLastStep: second.step } : {}),
        });
        await deleteSessionsEndedBefore(tx, new Date(now.getTime() - keptDays * 86_400_000).toISOString());
        await insertSession(tx, {
          ...tokens,
          userId: user.userId,
          createdAt: now.toISOString(),
          expiresAt: new Date(sessionEnd(now.getTime())).toISOString(),
        });
        await insertAuditNote(tx, 'login', user.userId);
        if (second === 'recovery-code') await insertAuditNote(tx, 'recovery-code-used', user.userId);
        return ok({ userId: user.userId });
      default:
        return decision satisfies never;
    }
  });
};
