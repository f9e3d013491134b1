import { type Action, actionRules } from './action.ts';
import type { Actor } from './role.ts';
import { above } from './stood-under.ts';

/**
 * The units a person answers for, those below them, and ended ones whose duties they hold; null: the whole town. For lists and searches;
 * each change is decided by `may`.
 */
export const unitsWithin = (
  actor: Actor,
  action: Action,
  unitKeys: readonly string[],
  ancestors: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null => {
  const grants = actor.grants.filter(({ role }) => actionRules[action].roles[role] !== undefined);
  if (grants.some(({ unitKey }) => unitKey === null)) return null;
  const held = new Set(grants.map(({ unitKey }) => unitKey));
  return unitKeys.filter((unitKey) =>
    (actor.heldBy?.get(unitKey) ?? [unitKey]).some(
      (key) => held.has(key) || above(key, ancestors, actor).some((higher) => held.has(higher)),
    ),
  );
};
