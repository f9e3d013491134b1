import { type LineageRow, listLineage } from '../../db/read-plan.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Acting } from '../acting.ts';

/** Every link recorded with these plans, or leading from or to them. */
export const readLineageOf = (acting: Acting, planKeys: readonly string[]): Promise<readonly LineageRow[]> =>
  withTenant(acting.db, acting.as, (tx) => listLineage(tx, planKeys));
