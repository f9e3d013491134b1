import { listSuccessions } from '../../db/read-town.ts';
import { insertGrants, type NewGrant } from '../../db/role-grant.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { carriedGrants } from '../../domain/access/carry-grants.ts';

const nameOf = ({ userId, role, unitKey }: NewGrant): string => JSON.stringify([userId, role, unitKey]);

/** Gives roles, and those that follow from a 組織改編 that is recorded already: a role for a unit ends with the unit. */
export const giveGrants = async (tx: TenantTx, grants: readonly NewGrant[]): Promise<void> => {
  const given = new Map(grants.map((grant) => [nameOf(grant), grant]));
  const successions = grants.some(({ unitKey }) => unitKey !== null) ? await listSuccessions(tx) : [];
  const carry = (from: readonly NewGrant[]): void => {
    const fresh = carriedGrants(from, successions).filter((grant) => !given.has(nameOf(grant)));
    for (const grant of fresh) given.set(nameOf(grant), grant);
    if (fresh.length > 0) carry(fresh);
  };
  carry(grants);
  await insertGrants(tx, [...given.values()]);
};
