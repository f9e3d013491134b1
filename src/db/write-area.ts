import { and, eq, sql } from 'drizzle-orm';
import type { Area } from '../domain/organisation/area.ts';
import { area } from './schema/organisation.ts';
import type { TenantTx } from './tenant.ts';

export const updateArea = async (
  tx: TenantTx,
  areaKey: string,
  change: Pick<Area, 'name' | 'layer' | 'parentKey'>,
  now: string,
): Promise<void> => {
  await tx.q
    .update(area)
    .set({ ...change, version: sql`${area.version} + 1`, updatedAt: now })
    .where(and(eq(area.municipality, tx.municipality), eq(area.areaKey, areaKey)));
};
