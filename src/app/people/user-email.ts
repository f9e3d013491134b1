import { withTenant } from '../../db/tenant.ts';
import { findUser, updateUser } from '../../db/user.ts';
import { parseEmail } from '../../domain/access/email.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

/** Where reminders go: set by the person, or by who manages accounts. '' for none. */
export const setEmail = (acting: Acting, userId: string, typed: string): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (userId !== acting.actor.userId && !may(acting.actor, 'user.manage')) return refused('not-allowed');
    if ((await findUser(tx, userId)) === null) return refused('user-unknown');
    const email = parseEmail(typed);
    if (!email.ok) return { ok: false, error: [email.error] };
    await updateUser(tx, userId, { email: email.value });
    return ok(null);
  });
