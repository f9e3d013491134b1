import { asc, eq } from 'drizzle-orm';
import type { RuleIndicator } from '../domain/indicator/check-computed.ts';
import { indicator } from './schema/indicator.ts';
import { municipalityTable } from './schema/organisation.ts';
import type { TenantTx } from './tenant.ts';

/** Every indicator of the town with what it is computed from, in the town's order. */
export const listIndicatorRules = (tx: TenantTx): Promise<readonly RuleIndicator[]> =>
  tx.q
    .select({
      indicatorKey: indicator.indicatorKey,
      name: indicator.name,
      unit: indicator.unit,
      direction: indicator.direction,
      computed: indicator.computed,
    })
    .from(indicator)
    .where(eq(indicator.municipality, tx.municipality))
    .orderBy(asc(indicator.position), asc(indicator.indicatorKey));

/**
 * Rules of the town are written by one at a time until the transaction ends: two that are right by themselves could
 * close a circle together.
 */
export const lockIndicatorRules = async (tx: TenantTx): Promise<void> => {
  await tx.q
    .select({ municipality: municipalityTable.municipality })
    .from(municipalityTable)
    .where(eq(municipalityTable.municipality, tx.municipality))
    .for('update');
};
