import { and, asc, eq, sql } from 'drizzle-orm';
import { indicator } from './schema/indicator.ts';
import type { ReadTx } from './tenant.ts';

/** Indicators whose path follows a 人口シナリオ, and which edition of it. The public role is given the public ones. */
export const listIndicatorsOnScenario = async (
  tx: ReadTx,
  scenarioKey: string,
): Promise<readonly { readonly indicatorKey: string; readonly name: string; readonly edition: number }[]> => {
  const path = sql`${indicator.path} -> 'scenario'`;
  return tx.q
    .select({
      indicatorKey: indicator.indicatorKey,
      name: indicator.name,
      edition: sql<number>`(${path} ->> 'edition')::integer`,
    })
    .from(indicator)
    .where(and(eq(indicator.municipality, tx.municipality), sql`${path} ->> 'key' = ${scenarioKey}`))
    .orderBy(asc(indicator.position), asc(indicator.indicatorKey));
};
