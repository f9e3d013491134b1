import { insertAuditNote } from '../../db/audit-note.ts';
import type { Database } from '../../db/connection.ts';
import { spendRecoveryCode } from '../../db/recovery-code.ts';
import { deleteSessionsEndedBefore, insertSession } from '../../db/session.ts';
import { type ActingAs, type TenantTx, withTenant } from '../../db/tenant.ts';
import { type Credentials, findCredentialsByLogin, lockCredentials, updateUser } from '../../db/user.ts';
import { decideLogin } from '../../domain/access/decide-login.ts';
import { sessionEnd } from '../../domain/access/session-life.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { isDemoPassword } from '../people/demo-password.ts';
import { type Refusal, refused } from '../refusal.ts';
import { accountOf, recordFailedAttempt } from './failed-attempt.ts';
import { hashPassword, needsRehash, verifyAgainstNobody, verifyPassword } from './password.ts';
import type { SecretBox } from './secret-box.ts';
import { hashRecoveryCode, totpPlace, verifyTotp } from './totp.ts';

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
  readonly secrets: SecretBox;
}

const keptDays = 30;

type SecondFactor =
  /** `seal`: the secret, sealed with the key of now; null: it is. */
  { readonly step: number; readonly seal: string | null } | 'recovery-code' | 'not-set' | null;

/** Null: wrong. A recovery code is spent by looking at it, so only once the password is known to be right. */
const checkSecondFactor = async (
  tx: TenantTx,
  user: Credentials,
  code: string,
  { now, secrets }: Pick<LoginAt, 'now' | 'secrets'>,
): Promise<SecondFactor> => {
  if (user.totpSecret === null) return 'not-set';
  const place = totpPlace(tx.municipality, user.userId);
  // Sealed with a key that is not here: only a recovery code helps, and the server has said so at its start.
  const opened = secrets.open(user.totpSecret, place);
  const step = opened === null ? null : verifyTotp(opened.plain, code, now, user.totpLastStep);
  if (opened !== null && step !== null)
    return { step, seal: opened.isCurrent ? null : secrets.seal(opened.plain, place) };
  const spent = await spendRecoveryCode(tx, user.userId, hashRecoveryCode(code), now.toISOString());
  return spent ? 'recovery-code' : null;
};

/** No user has it. The work for an unknown login is done on this one. */
const nobody = '00000000-0000-4000-8000-000000000000';

/**
 * ログイン. Every refusal is the same to the outside: unknown, wrong, locked and disabled cannot be told apart, neither
 * by the answer nor by the time it takes, since each takes the same steps. The password is checked outside a
 * transaction, since that is slow on purpose.
 */
export const logIn = async (
  { db, as, now, demo, secrets }: LoginAt,
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
  const byDemoPassword = isDemoPassword(attempt.password);
  const passwordRight = right && (demo || !byDemoPassword);
  const renewedHash =
    known !== null && passwordRight && needsRehash(known.passwordHash)
      ? await hashPassword(attempt.password)
      : null;

  return withTenant(db, { ...as, actor: known?.userId ?? 'anonymous' }, async (tx) => {
    const user = await lockCredentials(tx, known?.userId ?? nobody);
    const account = accountOf(user ?? { disabledAt: null, failedLogins: 0, lockedUntil: null });
    const barred = decideLogin(account, true, now.getTime()).kind === 'barred';
    const second =
      user !== null && passwordRight && !barred
        ? await checkSecondFactor(tx, user, attempt.code, { now, secrets })
        : null;
    const decision = decideLogin(account, second !== null, now.getTime());
    if (decision.kind !== 'accepted') {
      const who = { userId: user?.userId ?? nobody, known: user !== null };
      await recordFailedAttempt(tx, who, account, decision, 'login-failed');
      return refused('login-refused');
    }
    if (user === null || second === null) throw new Error('a login was accepted without a user');
    await updateUser(tx, user.userId, {
      failedLogins: 0,
      lockedUntil: null,
      ...(renewedHash === null ? {} : { passwordHash: renewedHash }),
      ...(typeof second === 'object' ? { totpLastStep: second.step } : {}),
      ...(typeof second === 'object' && second.seal !== null ? { totpSecret: second.seal } : {}),
    });
    await deleteSessionsEndedBefore(tx, new Date(now.getTime() - keptDays * 86_400_000).toISOString());
    await insertSession(tx, {
      ...tokens,
      byDemoPassword,
      userId: user.userId,
      createdAt: now.toISOString(),
      expiresAt: new Date(sessionEnd(now.getTime())).toISOString(),
    });
    await insertAuditNote(tx, 'login', user.userId);
    if (second === 'recovery-code') await insertAuditNote(tx, 'recovery-code-used', user.userId);
    return ok({ userId: user.userId });
  });
};
