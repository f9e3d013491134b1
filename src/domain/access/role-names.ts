import type { Role } from './role.ts';

/** 役割の呼び名, as the pages and the CSV of users write them. */
export const roleNames: Readonly<Record<Role, string>> = {
  planner: '企画担当',
  finance: '財政担当',
  'unit-staff': '課の担当',
  'unit-head': '課長',
  'division-head': '部長',
  executive: '首長・本部',
  'external-reviewer': '外部評価者',
  auditor: '監査',
  administrator: 'システム管理者',
};

/** Roles held for one unit and those below it. The others are held for the whole town. */
export const unitRoles: readonly Role[] = ['unit-staff', 'unit-head', 'division-head'];
