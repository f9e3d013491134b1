import { dayAfter, readIsoDay } from '../kernel/calendar-day.ts';
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import type { OrganisationUnit, UnitSuccession } from './unit.ts';

const at = (unit: OrganisationUnit, field: string): Problem['path'] => ['units', unit.unitKey, field];

const dateProblems = (unit: OrganisationUnit): readonly Problem[] => {
  const wrong = (['validFrom', 'validTo'] as const).flatMap((field) => {
    const date = unit[field];
    return date !== null && readIsoDay(date) === null
      ? [errorAt('date-impossible', at(unit, field), { input: date.slice(0, 40) })]
      : [];
  });
  if (wrong.length > 0 || unit.validTo === null || unit.validFrom <= unit.validTo) return wrong;
  const params = { name: unit.name, from: unit.validFrom, to: unit.validTo };
  return [errorAt('unit-dates-reversed', at(unit, 'validTo'), params)];
};

const overlap = (a: OrganisationUnit, b: OrganisationUnit): boolean =>
  a.validFrom <= (b.validTo ?? '9999-12-31') && b.validFrom <= (a.validTo ?? '9999-12-31');

const parentProblems = (
  unit: OrganisationUnit,
  byKey: ReadonlyMap<string, OrganisationUnit>,
): readonly Problem[] => {
  if (unit.parentKey === null) return [];
  const parent = byKey.get(unit.parentKey);
  const params = { name: unit.name, parent: parent?.name ?? unit.parentKey };
  if (parent === undefined) return [errorAt('unit-parent-unknown', at(unit, 'parentKey'), params)];
  const seen = new Set<string>();
  for (let key: string | null = unit.parentKey; key !== null; key = byKey.get(key)?.parentKey ?? null) {
    if (key === unit.unitKey) return [errorAt('unit-cycle', at(unit, 'parentKey'), params)];
    if (seen.has(key)) break;
    seen.add(key);
  }
  const outlives =
    unit.validFrom < parent.validFrom || (unit.validTo ?? '9999-12-31') > (parent.validTo ?? '9999-12-31');
  return outlives ? [warningAt('unit-outlives-parent', at(unit, 'parentKey'), params)] : [];
};

/** Two units of one name beside each other on the same day cannot be told apart. */
const nameProblems = (units: readonly OrganisationUnit[]): readonly Problem[] => {
  const siblings = new Map<string, OrganisationUnit[]>();
  return units.flatMap((unit) => {
    const key = JSON.stringify([unit.parentKey, unit.name]);
    const others = siblings.get(key) ?? [];
    siblings.set(key, [...others, unit]);
    return others.some((other) => other.unitKey !== unit.unitKey && overlap(unit, other))
      ? [errorAt('unit-name-overlap', at(unit, 'name'), { name: unit.name })]
      : [];
  });
};

const successionProblems = (
  { predecessorKey, successorKey, on }: UnitSuccession,
  index: number,
  byKey: ReadonlyMap<string, OrganisationUnit>,
): readonly Problem[] => {
  const path = (field: string): Problem['path'] => ['successions', index, field];
  const [predecessor, successor] = [byKey.get(predecessorKey), byKey.get(successorKey)];
  if (predecessor === undefined)
    return [errorAt('unit-unknown', path('predecessorKey'), { key: predecessorKey })];
  if (successor === undefined) return [errorAt('unit-unknown', path('successorKey'), { key: successorKey })];
  if (predecessorKey === successorKey) {
    return [errorAt('succession-to-itself', path('successorKey'), { name: successor.name })];
  }
  if (readIsoDay(on) === null) return [errorAt('date-impossible', path('on'), { input: on.slice(0, 40) })];
  const params = { predecessor: predecessor.name, successor: successor.name, on };
  const { validTo } = predecessor;
  return [
    ...(on < successor.validFrom || (successor.validTo !== null && on > successor.validTo)
      ? [errorAt('succession-successor-absent', path('on'), params)]
      : []),
    ...(on <= predecessor.validFrom ? [errorAt('succession-before-predecessor', path('on'), params)] : []),
    // A unit that ended hands over the day after its last; a part may move earlier, never later.
    ...(validTo !== null && readIsoDay(validTo) !== null && on > dayAfter(validTo)
      ? [errorAt('succession-gap', path('on'), { ...params, lastDay: validTo })]
      : []),
  ];
};

/** Successions that lead back to where they began would send a reader round for ever. */
const successionCircles = (successions: readonly UnitSuccession[]): readonly Problem[] => {
  const next = new Map<string, string[]>();
  for (const { predecessorKey, successorKey } of successions) {
    next.set(predecessorKey, [...(next.get(predecessorKey) ?? []), successorKey]);
  }
  const leadsTo = (from: string, goal: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === goal) return true;
      if (!seen.has(key)) open.push(...(next.get(key) ?? []));
      seen.add(key);
    }
    return false;
  };
  return successions.flatMap(({ predecessorKey, successorKey }, index) =>
    predecessorKey !== successorKey && leadsTo(successorKey, predecessorKey)
      ? [errorAt('succession-cycle', ['successions', index], { key: predecessorKey })]
      : [],
  );
};

/** Paths: ['units', unit key, field] and ['successions', place from 0, field]. */
export const checkOrganisation = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
): readonly Problem[] => {
  const byKey = new Map(units.map((unit) => [unit.unitKey, unit]));
  const seen = new Set<string>();
  return [
    ...units.flatMap((unit) => {
      const again = seen.has(unit.unitKey);
      seen.add(unit.unitKey);
      return [
        ...(again ? [errorAt('unit-key-duplicate', at(unit, 'unitKey'), { key: unit.unitKey })] : []),
        ...(unit.name.trim() === '' ? [errorAt('text-missing', at(unit, 'name'))] : []),
        ...dateProblems(unit),
        ...parentProblems(unit, byKey),
      ];
    }),
    ...nameProblems(units),
    ...successions.flatMap((succession, index) => successionProblems(succession, index, byKey)),
    ...successionCircles(successions),
  ];
};
