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
  'programme.view',
  'programme.edit',
  'programme.manage',
  'evaluation.manage',
  'evaluation.view',
  'evaluation.as-unit-staff',
  'evaluation.as-unit-head',
  'evaluation.as-division-head',
  'evaluation.as-planner',
  'evaluation.as-finance',
  'evaluation.as-executive',
  'evaluation.as-external-reviewer',
  'budget.view',
  'budget.propose',
  'budget.allocate',
  'budget.prioritise',
  'budget.manage',
  'implementation.manage',
  'population.view',
  'population.manage',
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
  'programme.view': { roles: everyoneInside },
  /** 事務事業 of one's own unit: what it is, its money, its figures. */
  'programme.edit': {
    roles: {
      planner: 'unit',
      finance: 'town',
      'unit-staff': 'unit',
      'unit-head': 'unit',
      'division-head': 'unit',
    },
  },
  /** Importing, changing many at once, types and calendar, settling a year. */
  'programme.manage': { roles: { planner: 'town', finance: 'town' } },
  /** 様式・評価の回: opening, reminding, closing, opening a sheet again, publishing. */
  'evaluation.manage': { roles: { planner: 'town' } },
  /** Sheets with their internal remarks. 外部評価者 see the rest through their own stage. */
  'evaluation.view': { roles: everyoneInside },
  /** Whose turn a stage is (EvaluationStage.actor). A head may write what their staff would. */
  'evaluation.as-unit-staff': {
    roles: { 'unit-staff': 'unit', 'unit-head': 'unit', 'division-head': 'unit' },
  },
  'evaluation.as-unit-head': { roles: { 'unit-head': 'unit' } },
  'evaluation.as-division-head': { roles: { 'division-head': 'unit' } },
  'evaluation.as-planner': { roles: { planner: 'town' } },
  'evaluation.as-finance': { roles: { finance: 'town' } },
  'evaluation.as-executive': { roles: { executive: 'town' } },
  'evaluation.as-external-reviewer': { roles: { 'external-reviewer': 'any' } },
  'budget.view': { roles: everyoneInside },
  'budget.propose': {
    roles: { 'unit-staff': 'unit', 'unit-head': 'unit', 'division-head': 'unit', finance: 'town' },
  },
  /** Inside the frame of one's own division (枠配分), and its 流用. */
  'budget.allocate': { roles: { 'division-head': 'unit', 'unit-head': 'unit', finance: 'town' } },
  'budget.prioritise': { roles: { planner: 'town' } },
  /** Rules, frames, notification, settling, publishing. */
  'budget.manage': { roles: { finance: 'town' } },
  /** 実施計画 */
  'implementation.manage': { roles: { planner: 'town', finance: 'town' } },
  /** Series and scenarios that are not public yet. */
  'population.view': { roles: everyoneInside },
  /** Takes figures in, works on scenarios, publishes both. */
  'population.manage': { roles: { planner: 'town' } },
  'unit.manage': { roles: { planner: 'town', administrator: 'town' } },
  'user.manage': { roles: { administrator: 'town' } },
  'settings.manage': { roles: { planner: 'town', administrator: 'town' } },
  'audit.view': { roles: { auditor: 'town', administrator: 'town' } },
};
