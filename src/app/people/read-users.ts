import { listUnits } from '../../db/read-town.ts';
import { listGrants } from '../../db/role-grant.ts';
import { withTenant } from '../../db/tenant.ts';
import { findUser, listUsers } from '../../db/user.ts';
import type { Acting } from '../acting.ts';

/** Everything the list of users shows, in three queries whatever their number. */
export const readUsers = ({ db, as }: Acting) =>
  withTenant(db, as, async (tx) => ({
    users: await listUsers(tx),
    grants: await listGrants(tx),
    units: await listUnits(tx),
  }));

export const readUser = ({ db, as }: Acting, userId: string) =>
  withTenant(db, as, async (tx) => {
    const user = await findUser(tx, userId);
    return user === null ? null : { user, grants: await listGrants(tx, userId), units: await listUnits(tx) };
  });
