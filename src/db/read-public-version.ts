import { and, eq, exists, sql } from 'drizzle-orm';
import { indicator } from './schema/indicator.ts';
import { publicVersion } from './schema/public-version.ts';
import type { PublicTx, Queries } from './tenant.ts';

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

/**
 * Inside `withDirectory`: one version for all open towns that have the 共通指標, or for all open towns (`commonKey`
 * null). It changes when one of them publishes, and when one joins or leaves. null: no town has it.
 */
export const findVersionAcross = async (q: Queries, commonKey: string | null): Promise<string | null> => {
  const has = (key: string) =>
    exists(
      q
        .select({ one: sql`1` })
        .from(indicator)
        .where(and(eq(indicator.municipality, publicVersion.municipality), eq(indicator.commonKey, key))),
    );
  const [row] = await q
    .select({
      version: sql<
        string | null
      >`md5(string_agg(${publicVersion.municipality} || ' ' || ${publicVersion.version}, ','
        ORDER BY ${publicVersion.municipality}))`,
    })
    .from(publicVersion)
    .where(commonKey === null ? undefined : has(commonKey));
  return row?.version ?? null;
};
