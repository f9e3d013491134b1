import type { OrganisationUnit, UnitSuccession } from '../organisation/unit.ts';
import { existsOn } from '../organisation/units.ts';
import type { Actor } from './role.ts';

/**
 * 先の日付の組織改編: for each unit that does not exist yet on `date`, the one unit that stands in its place until then.
 * Units below an ended one are moved when the change is registered, not when it comes; without this the head of the
 * old division would lose them at once. None where several merge: whose they were is not known from the successor.
 */
export const placeholders = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  date: string,
): ReadonlyMap<string, string> => {
  const byKey = new Map(units.map((unit) => [unit.unitKey, unit]));
  const before = (unitKey: string, seen: readonly string[] = []): string | null => {
    const unit = byKey.get(unitKey);
    if (unit === undefined || seen.includes(unitKey)) return null;
    if (existsOn(unit, date)) return unitKey;
    const [only, ...others] = new Set(
      successions
        .filter(({ successorKey, kind, on }) => successorKey === unitKey && kind !== 'transfer' && on > date)
        .map(({ predecessorKey }) => predecessorKey),
    );
    return only === undefined || others.length > 0 ? null : before(only, [...seen, unitKey]);
  };
  return new Map(
    units
      .filter(({ validFrom }) => validFrom > date)
      .flatMap(({ unitKey }) => {
        const standing = before(unitKey);
        return standing === null ? [] : [[unitKey, standing] as const];
      }),
  );
};

/** Keys of the units above one, with those that stand in the place of units still to come. */
export const above = (
  unitKey: string,
  ancestors: ReadonlyMap<string, readonly string[]> | undefined,
  { placeholders: standing }: Pick<Actor, 'placeholders'>,
): readonly string[] =>
  (ancestors?.get(unitKey) ?? []).flatMap((key) => {
    const now = standing?.get(key);
    return now === undefined ? [key] : [key, now, ...(ancestors?.get(now) ?? [])];
  });
