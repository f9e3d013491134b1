import { type OrganisationUnit, parentOn, type UnitSuccession } from './unit.ts';
import { existsOn, type UnitNode, unitsOn, unitTree } from './units.ts';

/**
 * 組織図 of a day. A unit keeps its key when the unit above it is reorganised and then stands under the successor; on an
 * earlier day it is shown where it stood. Where that is not known, under the one predecessor of the unit above, and at
 * the top where there were several (統合).
 */
export const organisationOn = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  date: string,
): readonly UnitNode[] => {
  const byKey = new Map(units.map((unit) => [unit.unitKey, unit]));
  const placeOf = (parentKey: string | null, seen: readonly string[] = []): string | null => {
    const parent = parentKey === null ? undefined : byKey.get(parentKey);
    if (parent === undefined || existsOn(parent, date) || seen.includes(parent.unitKey)) return parentKey;
    const before = successions.filter(({ successorKey, on }) => successorKey === parent.unitKey && on > date);
    const [only, ...others] = new Set(before.map(({ predecessorKey }) => predecessorKey));
    return only === undefined || others.length > 0 ? parentKey : placeOf(only, [...seen, parent.unitKey]);
  };
  return unitTree(
    unitsOn(units, date).map((unit) => ({ ...unit, parentKey: placeOf(parentOn(unit, date)) })),
  );
};
