import type { OrganisationUnit, UnitSuccession } from '../organisation/unit.ts';
import { successorsOf } from '../organisation/units.ts';

/**
 * 組織改編: for each unit that has ended, the units that hold on `date` what it held. A transfer of duties (移管) hands
 * on no more than those duties, so it does not count; a unit that ended without a successor is not in the map.
 */
export const heldBy = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  date: string,
): ReadonlyMap<string, readonly string[]> => {
  const followed = successions.filter(({ kind }) => kind !== 'transfer');
  return new Map(
    units
      .filter(({ validTo }) => validTo !== null && validTo < date)
      .map(({ unitKey }) => [unitKey, successorsOf(units, followed, unitKey, date)] as const)
      .filter(([, holders]) => holders.length > 0)
      .map(([unitKey, holders]) => [unitKey, holders.map((holder) => holder.unitKey)]),
  );
};
