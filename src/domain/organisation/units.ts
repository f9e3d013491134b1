import type { OrganisationUnit, UnitSuccession } from './unit.ts';

/** ISO dates; both ends included. */
export const existsOn = (unit: OrganisationUnit, date: string): boolean =>
  unit.validFrom <= date && (unit.validTo === null || date <= unit.validTo);

const compareUnits = (a: OrganisationUnit, b: OrganisationUnit): number =>
  a.position - b.position || (a.unitKey < b.unitKey ? -1 : 1);

/** 組織 as it is on a day, in the town's order. */
export const unitsOn = (units: readonly OrganisationUnit[], date: string): readonly OrganisationUnit[] =>
  units.filter((unit) => existsOn(unit, date)).sort(compareUnits);

export interface UnitNode {
  readonly unit: OrganisationUnit;
  readonly children: readonly UnitNode[];
}

/** A unit whose parent is not among `units` stands at the top, so that none vanishes; a circle is left out. */
export const unitTree = (units: readonly OrganisationUnit[]): readonly UnitNode[] => {
  const keys = new Set(units.map((unit) => unit.unitKey));
  const grow = (unit: OrganisationUnit): UnitNode => ({
    unit,
    children: units
      .filter((child) => child.parentKey === unit.unitKey)
      .sort(compareUnits)
      .map(grow),
  });
  return units
    .filter((unit) => unit.parentKey === null || !keys.has(unit.parentKey))
    .sort(compareUnits)
    .map(grow);
};

/**
 * Units that hold on `date` what the unit once held: itself while it exists, else its successors, theirs, and so on.
 * A split has several; none: it ended without a successor.
 */
export const successorsOf = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  unitKey: string,
  date: string,
): readonly OrganisationUnit[] => {
  const byKey = new Map(units.map((unit) => [unit.unitKey, unit]));
  const found = new Map<string, OrganisationUnit>();
  const seen = new Set<string>();
  const open = [unitKey];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const unit = byKey.get(key);
    if (unit !== undefined && existsOn(unit, date)) found.set(key, unit);
    else {
      for (const { predecessorKey, successorKey, on } of successions) {
        if (predecessorKey === key && on <= date) open.push(successorKey);
      }
    }
  }
  return [...found.values()].sort(compareUnits);
};
