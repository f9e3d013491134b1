import type { OrganisationUnit } from './unit.ts';

/** The unit and everything below it. */
export const unitsBelow = (units: readonly OrganisationUnit[], unitKey: string): ReadonlySet<string> => {
  const found = new Set([unitKey]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const unit of units)
      if (unit.parentKey !== null && found.has(unit.parentKey)) found.add(unit.unitKey);
  }
  return found;
};
