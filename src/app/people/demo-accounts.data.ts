import type { Role } from '../../domain/access/role.ts';

/** 見本の利用者. Invented roles of nobody: no name of a person. `unit`: which of the town's units a role is held for. */
export const demoAccounts: readonly {
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unit: 'smallest' | 'largest' | null;
}[] = [
  { login: 'kikaku', displayName: '企画担当（見本）', roles: ['planner', 'administrator'], unit: null },
  { login: 'zaisei', displayName: '財政担当（見本）', roles: ['finance'], unit: null },
  { login: 'ka-tanto', displayName: '課の担当（見本）', roles: ['unit-staff'], unit: 'smallest' },
  { login: 'kacho', displayName: '課長（見本）', roles: ['unit-head'], unit: 'smallest' },
  { login: 'bucho', displayName: '部長（見本）', roles: ['division-head'], unit: 'largest' },
  { login: 'shicho', displayName: '市長・町長（見本）', roles: ['executive'], unit: null },
  { login: 'gaibu', displayName: '外部評価者（見本）', roles: ['external-reviewer'], unit: null },
  { login: 'kansa', displayName: '監査（見本）', roles: ['auditor'], unit: null },
];
