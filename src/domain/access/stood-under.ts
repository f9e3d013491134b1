import { type OrganisationUnit, parentOn, type UnitSuccession } from '../organisation/unit.ts';
import { existsOn } from '../organisation/units.ts';
import type { Actor } from './role.ts';

/**
 * 先の日付の組織改編: for each unit that does not exist yet on `date`, the one unit that stands in its place until then,
 * for what was put below the new one before its day. None where several merge: nobody can say whose that is. Units that
 * stood below an old one are found by `standingUnder`.
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

/** For each unit that a change still to come will move: the unit above it until then. */
export const standingUnder = (
  units: readonly OrganisationUnit[],
  date: string,
): ReadonlyMap<string, string> =>
  new Map(
    units.flatMap((unit) => {
      const now = parentOn(unit, date);
      return now === null || now === unit.parentKey ? [] : [[unit.unitKey, now] as const];
    }),
  );

/** Keys of the units above one as they stand today, with those that stand in the place of units still to come. */
export const above = (
  unitKey: string,
  ancestors: ReadonlyMap<string, readonly string[]> | undefined,
  { placeholders: standing, standingUnder: under }: Pick<Actor, 'placeholders' | 'standingUnder'>,
): readonly string[] => {
  const found = new Set<string>();
  const climb = (from: string): void => {
    const next = under?.get(from) ?? ancestors?.get(from)?.[0];
    if (next === undefined || found.has(next)) return;
    found.add(next);
    climb(next);
    const now = standing?.get(next);
    if (now === undefined || found.has(now)) return;
    found.add(now);
    climb(now);
  };
  // Without `ancestors` a grant reaches its own unit only.
  if (ancestors !== undefined) climb(unitKey);
  return [...found];
};
