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

/** Moves units under another; where they stood until the day `until` (ISO date) stays with them. */
export const updateUnitsParent = async (
  tx: TenantTx,
  unitKeys: readonly string[],
  { parentKey, until }: { readonly parentKey: string | null; readonly until: string },
  now: string,
): Promise<void> => {
  if (unitKeys.length === 0) return;
  await tx.q
    .update(organisationUnit)
    .set({
      parentKey,
      earlierPlaces: sql`${organisationUnit.earlierPlaces}
        || jsonb_build_array(jsonb_build_object('parentKey', ${organisationUnit.parentKey}, 'until', ${until}::text))`,
      version: sql`${organisationUnit.version} + 1`,
      updatedAt: now,
    })
    .where(named(tx, unitKeys));
};
