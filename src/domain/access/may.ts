import { type Action, actionRules, type Reach } from './action.ts';
import type { Actor, RoleGrant } from './role.ts';
import { above } from './stood-under.ts';

export type { Action } from './action.ts';

/** The same words as a revision's status; written out because access knows no plans. */
export type DocumentStatus = 'draft' | 'approved' | 'scheduled' | 'in-force' | 'superseded';

/** What is acted on. */
export interface ActedOn {
  /** Units it belongs to (主管・担当). None given: only a grant for the whole town reaches it. */
  readonly unitKeys?: readonly string[];
  /** State of the revision. None given: the state is not asked about (it is checked again where it changes). */
  readonly status?: DocumentStatus;
  /** Units above each unit, from `ancestorsOf`. None given: a grant reaches its own unit only. */
  readonly ancestors?: ReadonlyMap<string, readonly string[]>;
}

/** A thing of an ended unit is a thing of the units that hold its duties now, and of those above them. */
const covers = ({ unitKey }: RoleGrant, on: ActedOn, actor: Actor): boolean =>
  unitKey === null ||
  (on.unitKeys ?? [])
    .flatMap((key) => actor.heldBy?.get(key) ?? [key])
    .some((key) => key === unitKey || above(key, on.ancestors, actor).includes(unitKey));

const reaches = (grant: RoleGrant, reach: Reach, on: ActedOn, actor: Actor): boolean => {
  switch (reach) {
    case 'any':
      return true;
    case 'town':
      return grant.unitKey === null;
    case 'unit':
      return covers(grant, on, actor);
    default: {
      const unknown: never = reach;
      throw new Error(`unknown reach ${String(unknown)}`);
    }
  }
};

/** Whether the actor may do this to that: by role, unit and state. Nobody may do what no rule allows. */
export const may = (actor: Actor, action: Action, on: ActedOn = {}): boolean => {
  const rule = actionRules[action];
  if (on.status !== undefined && rule.during !== undefined && !rule.during.includes(on.status)) return false;
  return actor.grants.some((grant) => {
    const reach = rule.roles[grant.role];
    return reach !== undefined && reaches(grant, reach, on, actor);
  });
};

/** Whether there is anything at all the actor may do this to: for menus, never for a decision. */
export const mayAnywhere = (actor: Actor, action: Action): boolean =>
  actor.grants.some((grant) => {
    const reach = actionRules[action].roles[grant.role];
    return reach !== undefined && (reach !== 'town' || grant.unitKey === null);
  });
