import { describe, expect, it } from 'vitest';
import { ancestorsOf } from '../organisation/ancestors.ts';
import {
  applyOrganisationChange,
  type NewUnit,
  type Reorganisation,
  reorganise,
} from '../organisation/reorganise.ts';
import type { OrganisationUnit } from '../organisation/unit.ts';
import { carriedGrants } from './carry-grants.ts';
import { heldBy } from './held-by.ts';
import { may } from './may.ts';
import { placeholders, standingUnder } from './stood-under.ts';
import { unitsWithin } from './units-within.ts';

const unit = (unitKey: string, parentKey: string | null): OrganisationUnit => ({
  unitKey,
  name: unitKey,
  kind: parentKey === null ? '部' : '課',
  parentKey,
  validFrom: '2020-04-01',
  validTo: null,
  position: 1,
});
const units = [
  unit('民生部', null),
  unit('建設部', null),
  unit('子ども課', '民生部'),
  unit('道路課', '建設部'),
];
const on = '2027-04-01';
const fresh = (name: string): NewUnit => ({ unitKey: name, name, kind: '部', parentKey: null });
const renamed: Reorganisation = {
  kind: 'rename',
  unitKey: '民生部',
  unit: fresh('こども部'),
  on,
  reason: '改称',
};
const merged: Reorganisation = {
  kind: 'merge',
  unitKeys: ['民生部', '建設部'],
  unit: fresh('くらし部'),
  on,
  reason: '統合',
};

/** What the head of a division reaches on a day, after a change was registered before it comes. */
const reached = (command: Reorganisation, division: string, date: string): readonly string[] => {
  const change = reorganise(units, [], command);
  if (!change.ok) throw new Error(JSON.stringify(change.error));
  const now = applyOrganisationChange(units, change.value);
  const { successions } = change.value;
  const role = 'division-head' as const;
  const own = { userId: 'u', role, unitKey: division, validFrom: null, validTo: null };
  const grants = [own, ...carriedGrants([own], successions)].filter(
    ({ unitKey, validFrom }) =>
      (validFrom ?? date) <= date && (now.find((each) => each.unitKey === unitKey)?.validTo ?? date) >= date,
  );
  const actor = {
    userId: 'u',
    displayName: '',
    grants,
    heldBy: heldBy(now, successions, date),
    placeholders: placeholders(now, successions, date),
    standingUnder: standingUnder(now, date),
  };
  const ancestors = ancestorsOf(now);
  const sections = ['子ども課', '道路課'];
  const within = unitsWithin(actor, 'indicator.publish', sections, ancestors);
  expect(sections.filter((key) => may(actor, 'indicator.publish', { unitKeys: [key], ancestors }))).toEqual(
    within,
  );
  return within ?? sections;
};

describe('先の日付で入れた部の改編と、部長の届くところ', () => {
  it.each<[string, Reorganisation, string, string, readonly string[]]>([
    ['改称の日までは、いまの部の部長', renamed, '民生部', '2026-11-21', ['子ども課']],
    ['改称の日からも同じ人', renamed, '民生部', on, ['子ども課']],
    ['ほかの部の部長には届かない', renamed, '建設部', '2026-11-21', ['道路課']],
    ['統合の日までは、いまの部の課', merged, '民生部', '2026-11-21', ['子ども課']],
    ['統合のもう一つの部も', merged, '建設部', '2026-11-21', ['道路課']],
    ['統合の前の日も', merged, '建設部', '2027-03-31', ['道路課']],
    ['統合の日からは、どちらの課も', merged, '民生部', on, ['子ども課', '道路課']],
  ])('%s', (_, command, division, date, expected) => {
    expect(reached(command, division, date)).toEqual(expected);
  });
});
