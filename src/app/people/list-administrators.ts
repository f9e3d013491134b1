import { listUsersWithRole } from '../../db/role-grant.ts';
import { withTenant } from '../../db/tenant.ts';
import { type Acting, todayInJapan } from '../acting.ts';

/** Who can give a role: names for a message, so that nobody has to ask around. */
export const listAdministrators = ({ db, as, now }: Acting) =>
  withTenant(db, as, (tx) => listUsersWithRole(tx, 'administrator', todayInJapan({ as, now })));
