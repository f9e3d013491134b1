import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { listTakenLogins } from '../../db/user.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import type { Acting } from '../acting.ts';
import type { Refusal } from '../refusal.ts';
import { demoAccounts } from './demo-accounts.data.ts';
import { demoPassword } from './demo-password.ts';
import { createUsers } from './user-create.ts';

const unitFor = (units: readonly OrganisationUnit[], which: 'smallest' | 'largest'): string | null => {
  const parents = new Set(units.map((unit) => unit.parentKey));
  const unit =
    which === 'largest'
      ? units.find((each) => each.parentKey === null)
      : units.find((each) => !parents.has(each.unitKey));
  return unit?.unitKey ?? null;
};

/**
 * The accounts to try the office with; those that are there stay. A town whose document names no unit has none
 * for the roles of units. Gives the logins made.
 */
export const createDemoUsers = async (acting: Acting): Promise<Result<readonly string[], Refusal>> => {
  const { units, taken } = await withTenant(acting.db, acting.as, async (tx) => ({
    units: await listUnits(tx),
    taken: new Set(
      await listTakenLogins(
        tx,
        demoAccounts.map(({ login }) => login),
      ),
    ),
  }));
  const wanted = demoAccounts
    .filter(({ login }) => !taken.has(login))
    .map((account) => ({ ...account, unitKey: account.unit === null ? null : unitFor(units, account.unit) }))
    .filter(({ unit, unitKey }) => unit === null || unitKey !== null);
  const made = await createUsers(
    acting,
    wanted.map(({ login, displayName, roles, unitKey }) => ({
      login,
      displayName,
      password: demoPassword,
      mustChangePassword: 'no',
      grants: roles.map((role) => ({ role, unitKey, validFrom: null, validTo: null })),
    })),
    { demo: true },
  );
  return made.ok ? ok(wanted.map(({ login }) => login)) : made;
};
