import { and, eq, sql } from 'drizzle-orm';
import type { TownProfile } from '../domain/organisation/town-rules.ts';
import { municipalityTable } from './schema/organisation.ts';
import type { TenantTx } from './tenant.ts';

/** @returns false when the row has another version than the writer read; nothing is changed then. */
export const updateMunicipality = async (
  tx: TenantTx,
  { nameKana, nameEn, accentColour, settings }: TownProfile,
  version: number,
  now: string,
): Promise<boolean> =>
  (
    await tx.q
      .update(municipalityTable)
      .set({
        nameKana,
        nameEn,
        accentColour,
        settings,
        version: sql`${municipalityTable.version} + 1`,
        updatedAt: now,
      })
      .where(and(eq(municipalityTable.municipality, tx.municipality), eq(municipalityTable.version, version)))
      .returning({ municipality: municipalityTable.municipality })
  ).length === 1;

/** Closes the public site: from the next request on nobody outside sees anything of the town. */
export const clearPublicSince = async (tx: TenantTx): Promise<void> => {
  await tx.q
    .update(municipalityTable)
    .set({ publicSince: null })
    .where(eq(municipalityTable.municipality, tx.municipality));
};
