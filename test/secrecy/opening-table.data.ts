import type { Role } from '../../src/domain/access/role.ts';

/** 下書きを見る人. External reviewers see what is public; a system administrator has no part in plans. */
const inside: readonly Role[] = [
  'planner',
  'finance',
  'unit-staff',
  'unit-head',
  'division-head',
  'executive',
  'auditor',
];
const planner: readonly Role[] = ['planner'];
/** 事務事業をまとめて変える人 */
const managing: readonly Role[] = ['planner', 'finance'];
const desk = '/plans/:slug/revisions/:revision';

/** Who opens which page of the office, written from 「Who may do what」, not from the program. */
export const openingTable: Readonly<Record<string, 'everyone' | readonly Role[]>> = {
  '': 'everyone',
  '/login': 'everyone',
  '/theme.css': 'everyone',
  '/account': 'everyone',
  '/account/password': 'everyone',
  '/account/totp': 'everyone',
  '/plans': inside,
  '/plans/new': planner,
  '/plans/import': planner,
  '/plans/:slug': inside,
  // Leads back to the plan's page, which holds the forms.
  '/plans/:slug/start': inside,
  '/plans/:slug/place': inside,
  '/plans/:slug/roll-forward': planner,
  [desk]: inside,
  // Asks about a change of the tree; without a question it leads back to the tree.
  [`${desk}/arrange`]: planner,
  ...Object.fromEntries(
    [
      'basics',
      'calendar',
      'checks',
      'data',
      'data/plan.json',
      'difference',
      'flow',
      'identity',
      'items/:itemKey',
      'levels',
      'lineage',
      'preview',
      'preview/items/:key',
      'situation',
    ].map((page) => [`${desk}/${page}`, inside]),
  ),
  '/indicators': inside,
  '/indicators/:indicatorKey': inside,
  '/indicators/:indicatorKey/targets': inside,
  '/indicators/:indicatorKey/breakdowns': inside,
  '/indicators/:indicatorKey/breakdowns/:axes': inside,
  '/indicators/:indicatorKey/breakdowns/:axes/:year': inside,
  '/indicators/:indicatorKey/series': inside,
  '/indicators/:indicatorKey/series/:series': inside,
  '/indicators/:indicatorKey/judgement': inside,
  '/indicators/:indicatorKey/definition': planner,
  '/indicators/new': planner,
  '/dashboard': inside,
  '/judgement': inside,
  '/judgement/:fiscalYear{[0-9]{4}}': inside,
  // Leads back to the page, which holds the forms.
  '/judgement/years/:step?': inside,
  '/judgement/schemes/new': planner,
  '/judgement/schemes/:schemeKey/:schemeVersion': inside,
  '/judgement/schemes/:schemeKey/:schemeVersion/scheme.json': inside,
  '/judgement/schemes/:schemeKey/:schemeVersion/:step{adopt|discard|next|upload}': planner,
  '/collections': inside,
  '/collections/:year': inside,
  '/collections/:year/units/:unit': inside,
  '/collections/:year/units/:unit/sheet.csv': inside,
  // Leads back to the sheet, which holds the forms.
  '/collections/:year/units/:unit/:answer{(?:step|paste|keep|csv)}': inside,
  '/cycle': inside,
  '/cycle/start': inside,
  '/cycle/cycle.json': inside,
  '/cycle/edit/:part': managing,
  '/cycle/templates': managing,
  '/settings': 'everyone',
  '/settings/areas': 'everyone',
  '/settings/areas/:key': ['planner', 'administrator'],
  '/settings/units': 'everyone',
  '/settings/units/:change': ['planner', 'administrator'],
  '/settings/town': ['planner', 'administrator'],
  '/settings/users': ['administrator'],
  '/settings/users/:user': ['administrator'],
  '/settings/users/add': ['administrator'],
  '/settings/users/import': ['administrator'],
  '/settings/users/import/template.csv': ['administrator'],
  '/settings/audit': ['auditor', 'administrator'],
};
