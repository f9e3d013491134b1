import { and, eq, inArray, sql } from 'drizzle-orm';
import { organisationUnit } from './schema/organisation.ts';
import type { TenantTx } from './tenant.ts';

const named = (tx: TenantTx, unitKeys: readonly string[]) =>
  and(eq(organisationUnit.municipality, tx.municipality), inArray(organisationUnit.unitKey, [...unitKeys]));

/** `validTo`: the last day. */
export const updateUnitsEnd = async (
  tx: TenantTx,
  unitKeys: readonly string[],
  validTo: string,
  now: string,
): Promise<void> => {
  if (unitKeys.length === 0) return;
  await tx.q
    .update(organisationUnit)
    .set({ validTo, version: sql`${organisationUnit.version} + 1`, updatedAt: now })
    .where(named(tx, unitKeys));
};

export const updateUnitsParent = async (
  tx: TenantTx,
  unitKeys: readonly string[],
  parentKey: string | null,
  now: string,
): Promise<void> => {
  if (unitKeys.length === 0) return;
  await tx.q
    .update(organisationUnit)
    .set({ parentKey, version: sql`${organisationUnit.version} + 1`, updatedAt: now })
    .where(named(tx, unitKeys));
};
