import { eq } from 'drizzle-orm';
import { publicVersion } from './schema/public-version.ts';
import type { PublicTx } from './tenant.ts';

/** null: there is no such town, or its public site is not open. */
export const findPublicVersion = async (tx: PublicTx): Promise<string | null> => {
  const [row] = await tx.q
    .select({ version: publicVersion.version })
    .from(publicVersion)
    .where(eq(publicVersion.municipality, tx.municipality));
  return row?.version ?? null;
};
