import { listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import type { Acting } from '../acting.ts';

/** Whether the actor may write what belongs to these units. A programme without a unit is the planning office's. */
export const mayEditOf = async (
  tx: TenantTx,
  acting: Acting,
  unitKeys: readonly (string | null)[],
): Promise<boolean> => {
  const ancestors = ancestorsOf(await listUnits(tx));
  return unitKeys.every((unitKey) =>
    may(acting.actor, 'programme.edit', { unitKeys: unitKey === null ? [] : [unitKey], ancestors }),
  );
};
