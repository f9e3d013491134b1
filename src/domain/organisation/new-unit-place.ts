import { dayBefore } from '../kernel/calendar-day.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import type { OrganisationUnit, UnitSuccession } from './unit.ts';

/**
 * 上の組織 of a unit that comes into being: one whose end is decided hands it on, as it does the units it has. Until
 * then the unit is shown under the old one (see organisation-on.ts). The first successor where there are several.
 */
export const standingParent = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  parentKey: string | null,
): string | null => {
  const seen = new Set<string>();
  let key = parentKey;
  while (key !== null && !seen.has(key)) {
    seen.add(key);
    const last = units.find(({ unitKey }) => unitKey === key)?.validTo ?? null;
    if (last === null) return key;
    const heir = successions.find(
      ({ predecessorKey, kind, on }) =>
        predecessorKey === key && kind !== 'transfer' && dayBefore(on) === last,
    );
    if (heir === undefined) return key;
    key = heir.successorKey;
  }
  return key;
};

/** Nothing can stand under a unit that is gone on the day `on`, ends with this very change (`ending`), or has no heir. */
export const parentProblem = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  parentKey: string | null,
  ending: readonly string[],
  on: string,
): Problem | null => {
  const parent = units.find(({ unitKey }) => unitKey === parentKey);
  if (parent === undefined) return null;
  const heir = units.find(({ unitKey }) => unitKey === standingParent(units, successions, parent.unitKey));
  const ended = [parent, heir].find(
    (unit) => unit !== undefined && (ending.includes(unit.unitKey) || (unit.validTo ?? on) < on),
  );
  if (ended !== undefined)
    return errorAt('reorganise.parent-ends', ['parentKey'], { name: ended.name, to: dayBefore(on) });
  return heir !== undefined && heir.validTo !== null
    ? errorAt('reorganise.parent-ends', ['parentKey'], { name: heir.name, to: heir.validTo })
    : null;
};
