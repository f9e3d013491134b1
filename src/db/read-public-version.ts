import { eq, sql } from 'drizzle-orm';
import { publicVersion } from './schema/public-version.ts';
import type { PublicTx } from './tenant.ts';

/** What decides everything a citizen can see of the town now. */
export interface PublicMoment {
  readonly version: string;
  /** The day it is in Japan by the database's clock: the one that shows and hides revisions. */
  readonly today: string;
}

/** null: there is no such town, or its public site is not open. */
export const findPublicMoment = async (tx: PublicTx): Promise<PublicMoment | null> => {
  const [row] = await tx.q
    .select({ version: publicVersion.version, today: sql<string>`rashin.reading_day()::text` })
    .from(publicVersion)
    .where(eq(publicVersion.municipality, tx.municipality));
  return row ?? null;
};
