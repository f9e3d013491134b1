import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Role } from '../domain/access/role.ts';
import { appUser, roleGrant } from './schema/access.ts';
import type { TenantTx } from './tenant.ts';

/** A person in use with the roles they hold. */
export interface PersonWithGrants {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string;
  readonly grants: readonly { readonly role: Role; readonly unitKey: string | null }[];
}

/** Everybody in use with their roles on the day `on` (ISO), also those for the whole town; by login. */
export const loadUserGrants = async (tx: TenantTx, on: string): Promise<readonly PersonWithGrants[]> => {
  const rows = await tx.q
    .select({
      userId: appUser.userId,
      displayName: appUser.displayName,
      email: appUser.email,
      role: roleGrant.role,
      unitKey: roleGrant.unitKey,
    })
    .from(appUser)
    .innerJoin(
      roleGrant,
      and(eq(appUser.municipality, roleGrant.municipality), eq(appUser.userId, roleGrant.userId)),
    )
    .where(
      and(
        eq(appUser.municipality, tx.municipality),
        isNull(appUser.disabledAt),
        sql`coalesce(${roleGrant.validFrom}, '-infinity'::date) <= ${on}::date`,
        sql`coalesce(${roleGrant.validTo}, 'infinity'::date) >= ${on}::date`,
      ),
    )
    .orderBy(asc(appUser.login));
  const people = new Map<string, PersonWithGrants>();
  for (const { role, unitKey, email, ...person } of rows) {
    const known = people.get(person.userId);
    people.set(person.userId, {
      ...person,
      email: email ?? '',
      grants: [...(known?.grants ?? []), { role: role as Role, unitKey }],
    });
  }
  return [...people.values()];
};
