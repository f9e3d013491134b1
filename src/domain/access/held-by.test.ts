import { describe, expect, it } from 'vitest';
import { ancestorsOf } from '../organisation/ancestors.ts';
import type { OrganisationUnit, UnitSuccession } from '../organisation/unit.ts';
import { heldBy } from './held-by.ts';
import { may } from './may.ts';
import type { Actor } from './role.ts';
import { unitsWithin } from './units-within.ts';

const unit = (unitKey: string, parentKey: string | null, change: Partial<OrganisationUnit> = {}) => ({
  unitKey,
  name: unitKey,
  kind: parentKey === null ? '部' : '課',
  parentKey,
  validFrom: '2020-04-01',
  validTo: null,
  position: 1,
  ...change,
});
const ended = { validTo: '2026-03-31' };
const begun = { validFrom: '2026-04-01' };
/**
 * 2026-04-01: 子ども課 and 青少年課 of 民生部 become こども家庭課 of 教育部; 土木課 is split into 道路課 and 河川課;
 * 広報課 hands duties to 企画課 and stays; 渉外課 ends without a successor.
 */
const units: readonly OrganisationUnit[] = [
  unit('民生部', null),
  unit('教育部', null),
  unit('子ども課', '民生部', ended),
  unit('青少年課', '民生部', ended),
  unit('こども家庭課', '教育部', begun),
  unit('土木課', null, ended),
  unit('道路課', null, begun),
  unit('河川課', null, begun),
  unit('広報課', null),
  unit('企画課', null),
  unit('渉外課', '民生部', ended),
];
const follows = (
  predecessorKey: string,
  successorKey: string,
  kind: UnitSuccession['kind'],
  on = '2026-04-01',
): UnitSuccession => ({ predecessorKey, successorKey, on, kind, reason: '改編' });
const successions = [
  follows('子ども課', 'こども家庭課', 'merge'),
  follows('青少年課', 'こども家庭課', 'merge'),
  follows('土木課', '道路課', 'split'),
  follows('土木課', '河川課', 'split'),
  follows('広報課', '企画課', 'transfer'),
];
const ancestors = ancestorsOf(units);
const head = (unitKey: string, date = '2026-04-01'): Actor => ({
  userId: 'u',
  displayName: '',
  grants: [{ role: 'unit-head', unitKey }],
  heldBy: heldBy(units, successions, date),
});
const writes = (actor: Actor, unitKey: string): boolean =>
  may(actor, 'plan.edit-item', { unitKeys: [unitKey], ancestors, status: 'draft' });

describe('終わった組織の名が残るもの', () => {
  it.each<[string, string, string, boolean]>([
    ['統合: 引き継いだ課', 'こども家庭課', '子ども課', true],
    ['統合: もう一つの前身', 'こども家庭課', '青少年課', true],
    ['統合: 引き継いだ課の上の部', '教育部', '子ども課', true],
    ['統合: 前の上の部には、もう届かない', '民生部', '子ども課', false],
    ['統合: 関係のない課', '企画課', '子ども課', false],
    ['終わった組織の役割は、その名が残るものにも届かない', '子ども課', '子ども課', false],
    ['終わった組織の役割は、並びの課に届かない', '子ども課', '青少年課', false],
    ['終わった組織の役割は、それだけでは引き継いだ課に届かない', '子ども課', 'こども家庭課', false],
    ['分割: 一方', '道路課', '土木課', true],
    ['分割: もう一方', '河川課', '土木課', true],
    ['分割した課どうしは別', '道路課', '河川課', false],
    ['移管は、元の課のものを渡さない', '企画課', '広報課', false],
    ['移管の元は、そのまま', '広報課', '広報課', true],
    ['引き継ぐ組織のない廃止: 上の部に残る', '民生部', '渉外課', true],
  ])('%s', (_, held, of, expected) => {
    expect(writes(head(held), of)).toBe(expected);
    expect(unitsWithin(head(held), 'plan.edit-item', [of], ancestors)).toEqual(expected ? [of] : []);
  });

  it.each([
    ['改編の前の日は前の課', '2026-03-31', '子ども課', true],
    ['改編の前の日に、後の課はまだ届かない', '2026-03-31', 'こども家庭課', false],
    ['改編の日から後の課', '2026-04-01', 'こども家庭課', true],
  ])('%s', (_, date, held, expected) => {
    expect(writes(head(held, date), '子ども課')).toBe(expected);
  });

  it('改編が続けば、いま受け持つ組織まで届く', () => {
    const later = [
      ...units.filter(({ unitKey }) => unitKey !== 'こども家庭課'),
      unit('こども家庭課', '教育部', { ...begun, validTo: '2027-03-31' }),
      unit('こども未来課', '教育部', { validFrom: '2027-04-01' }),
    ];
    const chain = [...successions, follows('こども家庭課', 'こども未来課', 'rename', '2027-04-01')];
    expect(heldBy(later, chain, '2027-04-01').get('子ども課')).toEqual(['こども未来課']);
    expect(heldBy(later, chain, '2026-10-01').get('子ども課')).toEqual(['こども家庭課']);
  });
});
