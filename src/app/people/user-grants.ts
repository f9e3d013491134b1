import { listUnits } from '../../db/read-town.ts';
import { deleteGrant, listGrants, listUsersWithRole, updateGrantEnd } from '../../db/role-grant.ts';
import { withTenant } from '../../db/tenant.ts';
import { findUser } from '../../db/user.ts';
import { type GrantRequest, grantProblems } from '../../domain/access/grant-rules.ts';
import { may } from '../../domain/access/may.ts';
import { dayBefore } from '../../domain/kernel/calendar-day.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { giveGrants } from './give-grants.ts';

/** 役割を付ける */
export const addGrant = (
  acting: Acting,
  userId: string,
  grant: GrantRequest,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'user.manage')) return refused('not-allowed');
    if ((await findUser(tx, userId)) === null) return refused('user-unknown');
    const found = refusalOf(grantProblems(grant, await listUnits(tx)));
    if (found !== null) return found;
    await giveGrants(tx, [{ ...grant, userId }]);
    return ok(null);
  });

/**
 * 役割を外す: from today on. What was held stays readable with its last day; a grant that has not begun, or began
 * today, leaves no day to keep and is taken back whole.
 */
export const endGrant = (acting: Acting, userId: string, grantId: string): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'user.manage')) return refused('not-allowed');
    const today = todayInJapan(acting);
    const grants = await listGrants(tx, userId);
    const ending = grants.find((grant) => grant.grantId === grantId);
    if (ending === undefined || (ending.validTo !== null && ending.validTo < today))
      return refused('grant-unknown');
    if (ending.role === 'administrator') {
      const others = (await listUsersWithRole(tx, 'administrator', today, grantId)).length;
      if (others === 0) return refused('user.last-administrator');
    }
    if (ending.validFrom !== null && ending.validFrom >= today) await deleteGrant(tx, grantId);
    else await updateGrantEnd(tx, grantId, dayBefore(today));
    return ok(null);
  });
