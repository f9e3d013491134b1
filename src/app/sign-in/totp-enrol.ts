import { insertAuditNote } from '../../db/audit-note.ts';
import { countRecoveryCodes, replaceRecoveryCodes } from '../../db/recovery-code.ts';
import { withTenant } from '../../db/tenant.ts';
import { findUser, lockCredentials, updateUser } from '../../db/user.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { checkCurrentPassword } from './current-password.ts';
import type { SecretBox } from './secret-box.ts';
import { hashRecoveryCode, newRecoveryCodes, totpPlace, verifyTotp } from './totp.ts';

/** A secret as the enrolment page gave it: base32 of 20 bytes or more. */
const isSecret = (text: string): boolean => /^[A-Z2-7]{32,64}$/.test(text);

/**
 * 二段階認証の設定: takes effect once a code made with the secret has been typed.
 * @returns recovery codes, shown this once.
 */
export const enrolTotp = (
  { db, as, actor, now }: Acting,
  secrets: SecretBox,
  secret: string,
  code: string,
): Promise<Result<{ readonly recoveryCodes: readonly string[] }, Refusal>> =>
  withTenant(db, as, async (tx) => {
    const user = await lockCredentials(tx, actor.userId);
    if (user === null || !isSecret(secret)) return refused('totp.secret-invalid');
    if (user.totpSecret !== null) return refused('totp.already-set');
    const step = verifyTotp(secret, code, now, null);
    if (step === null) return refused('totp.code-wrong', ['code']);
    const recoveryCodes = newRecoveryCodes();
    await updateUser(tx, actor.userId, {
      totpSecret: secrets.seal(secret, totpPlace(tx.municipality, actor.userId)),
      totpLastStep: step,
    });
    await replaceRecoveryCodes(tx, actor.userId, recoveryCodes.map(hashRecoveryCode));
    await insertAuditNote(tx, 'totp-enabled', actor.userId);
    return ok({ recoveryCodes });
  });

/** Whoever finds an open screen must not be able to take the second factor away: the password is asked again. */
export const removeTotp = async (acting: Acting, password: string): Promise<Result<null, Refusal>> => {
  const { db, as, actor } = acting;
  const user = await checkCurrentPassword(acting, password);
  if (!user.ok) return user;
  return withTenant(db, as, async (tx) => {
    await updateUser(tx, actor.userId, { totpSecret: null, totpLastStep: null });
    await replaceRecoveryCodes(tx, actor.userId, []);
    await insertAuditNote(tx, 'totp-disabled', actor.userId);
    return ok(null);
  });
};

/** What the account page shows of oneself. */
export const readOwnAccount = ({ db, as, actor }: Acting) =>
  withTenant(db, as, async (tx) => ({
    user: await findUser(tx, actor.userId),
    recoveryCodesLeft: await countRecoveryCodes(tx, actor.userId),
  }));
