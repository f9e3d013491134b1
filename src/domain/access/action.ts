import type { Role } from './role.ts';

/**
 * How far a grant must reach for an action:
 * 'town': held for the whole town; 'unit': for the whole town or a unit the thing belongs to; 'any': held at all.
 */
export type Reach = 'town' | 'unit' | 'any';

export interface ActionRule {
  /** Roles that may, and how far each grant must reach. */
  readonly roles: Partial<Readonly<Record<Role, Reach>>>;
  /** Revision states in which the action exists; absent: whatever the state. */
  readonly during?: readonly string[];
}

const everyoneInside: ActionRule['roles'] = {
  planner: 'any',
  finance: 'any',
  'unit-staff': 'any',
  'unit-head': 'any',
  'division-head': 'any',
  executive: 'any',
  auditor: 'any',
};

export const actions = [
  'plan.view-draft',
  'plan.create',
  'plan.edit',
  'plan.edit-item',
  'plan.approve',
  'plan.publish',
  'indicator.define',
  'indicator.enter',
  'indicator.publish',
  'indicator.collect',
  'judgement.scheme',
  'judgement.mark',
  'judgement.publish',
  'unit.manage',
  'user.manage',
  'settings.manage',
  'audit.view',
] as const;
export type Action = (typeof actions)[number];

/** Who decides (首長・本部) approves; the planning office prepares and publishes what was approved. */
export const actionRules: Readonly<Record<Action, ActionRule>> = {
  /** 外部評価者 are outside the administration and see what is public. */
  'plan.view-draft': { roles: everyoneInside },
  'plan.create': { roles: { planner: 'town' } },
  /** Levels, header, tree, lineage. */
  'plan.edit': { roles: { planner: 'town' }, during: ['draft'] },
  'plan.edit-item': {
    roles: { planner: 'unit', 'unit-staff': 'unit', 'unit-head': 'unit', 'division-head': 'unit' },
    during: ['draft'],
  },
  /** Also its withdrawal (差し戻し). */
  'plan.approve': { roles: { executive: 'town' }, during: ['draft', 'approved'] },
  /** Also calling back before the 施行日. */
  'plan.publish': { roles: { planner: 'town', executive: 'town' }, during: ['approved', 'scheduled'] },
  'indicator.define': { roles: { planner: 'town' } },
  'indicator.enter': {
    roles: { planner: 'unit', 'unit-staff': 'unit', 'unit-head': 'unit', 'division-head': 'unit' },
  },
  'indicator.publish': { roles: { planner: 'unit', 'unit-head': 'unit', 'division-head': 'unit' } },
  /** 実績の照会: opening, reminding, closing. */
  'indicator.collect': { roles: { planner: 'town' } },
  /** 判定基準, and by which of them a year is judged. */
  'judgement.scheme': { roles: { planner: 'town' } },
  /** 人による判定 beside the machine's. */
  'judgement.mark': {
    roles: { planner: 'unit', 'unit-head': 'unit', 'division-head': 'unit', executive: 'town' },
  },
  'judgement.publish': { roles: { planner: 'town', executive: 'town' } },
  'unit.manage': { roles: { planner: 'town', administrator: 'town' } },
  'user.manage': { roles: { administrator: 'town' } },
  'settings.manage': { roles: { planner: 'town', administrator: 'town' } },
  'audit.view': { roles: { auditor: 'town', administrator: 'town' } },
};
