import type { Role } from '../../access/role.ts';
import type { Waiting } from './lateness.ts';

/** A person with a role for a unit. */
export interface Reachable {
  readonly userId: string;
  readonly role: Role;
  readonly unitKey: string;
}

const rolesFor: Readonly<Record<Waiting, readonly Role[]>> = {
  unit: ['unit-staff', 'unit-head'],
  head: ['unit-head', 'division-head'],
  nobody: [],
};

/**
 * Who is reminded of a unit's sheet: those with a fitting role for the unit itself, else for the nearest unit above
 * it that has any. Empty: nobody can be reached, which the planner is told. `above`: nearest first.
 */
export const recipientsOf = <Person extends Reachable>(
  waiting: Waiting,
  unitKey: string,
  above: readonly string[],
  people: readonly Person[],
): readonly Person[] => {
  const fitting = people.filter(({ role }) => rolesFor[waiting].includes(role));
  for (const key of [unitKey, ...above]) {
    const found = fitting.filter((person) => person.unitKey === key);
    if (found.length > 0)
      return found.filter((person, at) => found.findIndex(({ userId }) => userId === person.userId) === at);
  }
  return [];
};
