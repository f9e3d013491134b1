import { describe, expect, it } from 'vitest';
import { type Action, actions } from './action.ts';
import { type ActedOn, may, mayAnywhere } from './may.ts';
import { type Role, type RoleGrant, roles } from './role.ts';

/**
 * Who may what, written out a second time and by hand. Columns: the roles in order.
 * '-' no; 'a' yes, wherever the role is held; 't' yes, when held for the whole town;
 * 'u' yes, for the whole town or for a unit the thing belongs to.
 */
const table: Readonly<Record<Action, string>> = {
  //                   企画 財政 担当 課長 部長 首長 外部 監査 管理
  'plan.view-draft': /* */ 'a a a a a a - a -',
  'plan.create': /*     */ 't - - - - - - - -',
  'plan.edit': /*       */ 't - - - - - - - -',
  'plan.edit-item': /*  */ 'u - u u u - - - -',
  'plan.approve': /*    */ '- - - - - t - - -',
  'plan.publish': /*    */ 't - - - - t - - -',
  'indicator.define': /**/ 't - - - - - - - -',
  'indicator.enter': /* */ 'u - u u u - - - -',
  'indicator.publish': /**/ 'u - - u u - - - -',
  'indicator.collect': /**/ 't - - - - - - - -',
  'judgement.scheme': /**/ 't - - - - - - - -',
  'judgement.mark': /*  */ 'u - - u u t - - -',
  'judgement.publish': /**/ 't - - - - t - - -',
  'programme.view': /* */ 'a a a a a a - a -',
  'programme.edit': /* */ 'u t u u u - - - -',
  'programme.manage': /* */ 't t - - - - - - -',
  'evaluation.manage': /* */ 't - - - - - - - -',
  'evaluation.view': /* */ 'a a a a a a - a -',
  'evaluation.as-unit-staff': /* */ '- - u u u - - - -',
  'evaluation.as-unit-head': /* */ '- - - u - - - - -',
  'evaluation.as-division-head': /* */ '- - - - u - - - -',
  'evaluation.as-planner': /* */ 't - - - - - - - -',
  'evaluation.as-finance': /* */ '- t - - - - - - -',
  'evaluation.as-executive': /* */ '- - - - - t - - -',
  'evaluation.as-external-reviewer': /* */ '- - - - - - a - -',
  'budget.view': /* */ 'a a a a a a - a -',
  'budget.propose': /* */ '- t u u u - - - -',
  'budget.allocate': /* */ '- t - u u - - - -',
  'budget.prioritise': /* */ 't - - - - - - - -',
  'budget.manage': /* */ '- t - - - - - - -',
  'implementation.manage': /* */ 't t - - - - - - -',
  'population.view': /* */ 'a a a a a a - a -',
  'population.manage': /* */ 't - - - - - - - -',
  'unit.manage': /*     */ 't - - - - - - - t',
  'user.manage': /*     */ '- - - - - - - - t',
  'settings.manage': /* */ 't - - - - - - - t',
  'audit.view': /*      */ '- - - - - - - t t',
};

const states: Partial<Readonly<Record<Action, readonly ActedOn['status'][]>>> = {
  'plan.edit': ['draft'],
  'plan.edit-item': ['draft'],
  'plan.approve': ['draft', 'approved'],
  'plan.publish': ['approved', 'scheduled'],
};
const allStates = ['draft', 'approved', 'scheduled', 'in-force', 'superseded'] as const;

const actor = (...grants: readonly RoleGrant[]) => ({ userId: 'u', displayName: '担当者', grants });
/** 部 ⊃ 課 ⊃ 係, and another 課 of the same 部. */
const ancestors = new Map<string, readonly string[]>([
  ['bu', []],
  ['ka', ['bu']],
  ['kakari', ['ka', 'bu']],
  ['other', ['bu']],
]);

const cells = actions.flatMap((action) => {
  const letters = table[action].split(' ');
  return roles.map((role, column): [Role, Action, string] => [role, action, letters[column] ?? '?']);
});

it('表は、すべての役割とすべての行為を言う', () => {
  expect(Object.keys(table)).toEqual([...actions]);
  expect(cells).toHaveLength(9 * 37);
  expect(cells.every(([, , letter]) => 'atu-'.includes(letter))).toBe(true);
});

describe.each(cells)('%s は %s: %s', (role, action, letter) => {
  it.each<[string, string | null, readonly string[], string]>([
    ['全庁の役割で、課のもの', null, ['ka'], 'atu'],
    ['全庁の役割で、担当のないもの', null, [], 'atu'],
    ['課の役割で、その課のもの', 'ka', ['ka'], 'au'],
    ['課の役割で、その下の係のもの', 'ka', ['kakari'], 'au'],
    ['課の役割で、担当の一つがその課のもの', 'ka', ['other', 'ka'], 'au'],
    ['部の役割で、下の課のもの', 'bu', ['ka'], 'au'],
    ['課の役割で、別の課のもの', 'ka', ['other'], 'a'],
    ['係の役割で、上の課のもの', 'kakari', ['ka'], 'a'],
    ['課の役割で、担当のないもの', 'ka', [], 'a'],
  ])('%s', (_, unitKey, unitKeys, letters) => {
    const someone = actor({ role, unitKey });
    const [state] = states[action] ?? [undefined];
    const on = { unitKeys, ancestors, ...(state === undefined ? {} : { status: state }) };
    expect(may(someone, action, on)).toBe(letters.includes(letter));
    expect(may(someone, action, { unitKeys, ancestors })).toBe(letters.includes(letter));
  });

  it('改定の状態', () => {
    const open = states[action] ?? allStates;
    for (const status of allStates) {
      const allowed = letter !== '-' && open.includes(status);
      expect(may(actor({ role, unitKey: null }), action, { status }), status).toBe(allowed);
    }
  });

  it('どこかでできるか', () => {
    expect(mayAnywhere(actor({ role, unitKey: null }), action)).toBe(letter !== '-');
    expect(mayAnywhere(actor({ role, unitKey: 'ka' }), action)).toBe(letter === 'a' || letter === 'u');
  });
});

it('役割のない人には何もできない', () => {
  for (const action of actions) {
    expect(may(actor(), action, { unitKeys: ['ka'], ancestors, status: 'draft' })).toBe(false);
    expect(mayAnywhere(actor(), action)).toBe(false);
  }
});

it('いくつかの役割のうち一つが許せばよい', () => {
  const both = actor({ role: 'auditor', unitKey: null }, { role: 'unit-staff', unitKey: 'ka' });
  expect(may(both, 'audit.view')).toBe(true);
  expect(may(both, 'plan.edit-item', { unitKeys: ['ka'], status: 'draft' })).toBe(true);
  expect(may(both, 'plan.edit-item', { unitKeys: ['other'], status: 'draft', ancestors })).toBe(false);
});

it('組織の上下を知らなければ、自分の課だけ', () => {
  const staff = actor({ role: 'unit-staff', unitKey: 'ka' });
  expect(may(staff, 'indicator.enter', { unitKeys: ['kakari'] })).toBe(false);
  expect(may(staff, 'indicator.enter', { unitKeys: ['ka'] })).toBe(true);
});
