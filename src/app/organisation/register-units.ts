import { listSuccessions, listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { insertSuccessions, insertUnits } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { checkOrganisation } from '../../domain/organisation/check-organisation.ts';
import type { OrganisationUnit, UnitSuccession } from '../../domain/organisation/unit.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { onlyNew } from './only-new.ts';

/** Adds units and successions. A unit that is there already and says the same is passed over. */
export const registerUnits = async (
  tx: TenantTx,
  acting: Acting,
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
): Promise<Result<null, Refusal>> => {
  if (!may(acting.actor, 'unit.manage')) return refused('not-allowed', ['units']);
  const [storedUnits, storedSuccessions] = [await listUnits(tx), await listSuccessions(tx)];
  // Where a unit stood before is the database's to know; a file says where it stands.
  const asGiven = storedUnits.map(({ earlierPlaces: _, ...unit }) => unit);
  const { added, differing } = onlyNew(asGiven, units, (unit) => unit.unitKey);
  const { added: addedSuccessions } = onlyNew(storedSuccessions, successions, (each) =>
    JSON.stringify([each.predecessorKey, each.successorKey, each.on]),
  );
  const wrong = refusalOf([
    ...differing.map((unit) => errorAt('unit-exists', ['units', unit.unitKey], { name: unit.name })),
    ...checkOrganisation([...storedUnits, ...added], [...storedSuccessions, ...addedSuccessions]),
  ]);
  if (wrong !== null) return wrong;
  const { now } = stampOf(acting);
  await insertUnits(tx, added, now);
  await insertSuccessions(tx, addedSuccessions, now);
  return ok(null);
};
