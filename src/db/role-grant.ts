import { and, asc, eq, gte, isNull, lte, ne, or } from 'drizzle-orm';
import type { Role, RoleGrant } from '../domain/access/role.ts';
import { appUser, roleGrant } from './schema/access.ts';
import { organisationUnit } from './schema/organisation.ts';
import type { TenantTx } from './tenant.ts';

const grantColumns = {
  grantId: roleGrant.grantId,
  userId: roleGrant.userId,
  role: roleGrant.role,
  unitKey: roleGrant.unitKey,
  validFrom: roleGrant.validFrom,
  validTo: roleGrant.validTo,
} as const;

const inForceOn = (on: string) =>
  and(
    or(isNull(roleGrant.validFrom), lte(roleGrant.validFrom, on)),
    or(isNull(roleGrant.validTo), gte(roleGrant.validTo, on)),
  );

/** What a user may act as on the day `on` (ISO date). A role for a unit ends with the unit. */
export const listGrantsOn = async (tx: TenantTx, userId: string, on: string): Promise<readonly RoleGrant[]> =>
  tx.q
    .select({ role: roleGrant.role, unitKey: roleGrant.unitKey })
    .from(roleGrant)
    .leftJoin(
      organisationUnit,
      and(
        eq(organisationUnit.municipality, roleGrant.municipality),
        eq(organisationUnit.unitKey, roleGrant.unitKey),
      ),
    )
    .where(
      and(
        eq(roleGrant.municipality, tx.municipality),
        eq(roleGrant.userId, userId),
        inForceOn(on),
        or(isNull(organisationUnit.validTo), gte(organisationUnit.validTo, on)),
      ),
    )
    .orderBy(asc(roleGrant.role), asc(roleGrant.unitKey));

/** Users who are not disabled and hold the role for the whole town on the day `on`; by another grant than `except`. */
export const listUsersWithRole = (tx: TenantTx, role: Role, on: string, except?: string) =>
  tx.q
    .selectDistinct({ userId: appUser.userId, displayName: appUser.displayName })
    .from(roleGrant)
    .innerJoin(
      appUser,
      and(eq(appUser.municipality, roleGrant.municipality), eq(appUser.userId, roleGrant.userId)),
    )
    .where(
      and(
        eq(roleGrant.municipality, tx.municipality),
        eq(roleGrant.role, role),
        isNull(roleGrant.unitKey),
        isNull(appUser.disabledAt),
        except === undefined ? undefined : ne(roleGrant.grantId, except),
        inForceOn(on),
      ),
    )
    .orderBy(asc(appUser.displayName));

/** All grants of the town, past and coming ones too. */
export const listGrants = async (tx: TenantTx, userId?: string) =>
  tx.q
    .select(grantColumns)
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.municipality, tx.municipality),
        userId === undefined ? undefined : eq(roleGrant.userId, userId),
      ),
    )
    .orderBy(asc(roleGrant.validFrom), asc(roleGrant.role), asc(roleGrant.unitKey));
export type GrantRow = Awaited<ReturnType<typeof listGrants>>[number];

export interface NewGrant {
  readonly userId: string;
  readonly role: Role;
  readonly unitKey: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const insertGrants = async (tx: TenantTx, grants: readonly NewGrant[]): Promise<void> => {
  if (grants.length === 0) return;
  await tx.q.insert(roleGrant).values(grants.map((grant) => ({ municipality: tx.municipality, ...grant })));
};

export const updateGrantEnd = async (tx: TenantTx, grantId: string, validTo: string): Promise<void> => {
  await tx.q
    .update(roleGrant)
    .set({ validTo })
    .where(and(eq(roleGrant.municipality, tx.municipality), eq(roleGrant.grantId, grantId)));
};

/** Only for a grant that has not begun: one that was in force is history and gets an end instead. */
export const deleteGrant = async (tx: TenantTx, grantId: string): Promise<void> => {
  await tx.q
    .delete(roleGrant)
    .where(and(eq(roleGrant.municipality, tx.municipality), eq(roleGrant.grantId, grantId)));
};
