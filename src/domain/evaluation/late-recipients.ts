import type { Role } from '../access/role.ts';
import type { EvaluationStage } from './evaluation-scheme.ts';
import type { Deputy, RightsScope } from './round-rights.ts';

export interface Reachable {
  readonly userId: string;
  readonly grants: readonly { readonly role: Role; readonly unitKey: string | null }[];
}

const isDeputy = (
  { userId }: Reachable,
  stageKey: string,
  unitKey: string | null,
  deputies: readonly Deputy[],
  today: string,
): boolean =>
  deputies.some(
    (deputy) =>
      deputy.userId === userId &&
      deputy.stageKey === stageKey &&
      (deputy.unitKey === null || deputy.unitKey === unitKey) &&
      (deputy.validTo === null || today <= deputy.validTo),
  );

/**
 * Who is reminded of sheets of a unit at a stage: who holds the stage's role for the unit itself, else for the nearest
 * unit above that has anybody, else for the whole town; and deputies beside them. Empty: nobody can be reached.
 */
export const recipientsAt = <Person extends Reachable>(
  stage: Pick<EvaluationStage, 'key' | 'actor'>,
  unitKey: string | null,
  people: readonly Person[],
  { ancestors, deputies, today }: RightsScope,
): readonly Person[] => {
  const standing = people.filter((person) => isDeputy(person, stage.key, unitKey, deputies, today));
  const places = unitKey === null ? [null] : [unitKey, ...(ancestors.get(unitKey) ?? []), null];
  for (const place of places) {
    const found = people.filter(({ grants }) =>
      grants.some((grant) => grant.role === stage.actor && grant.unitKey === place),
    );
    if (found.length > 0) return [...new Set([...found, ...standing])];
  }
  return standing;
};
