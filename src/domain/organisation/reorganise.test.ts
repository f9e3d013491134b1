import { describe, expect, it } from 'vitest';
import { checkOrganisation } from './check-organisation.ts';
import { organisationOn } from './organisation-on.ts';
import { applyOrganisationChange, type Reorganisation, reorganise } from './reorganise.ts';
import type { OrganisationUnit } from './unit.ts';
import { formatUnitName } from './unit-name.ts';
import { unitsOn } from './units.ts';

const unit = (
  unitKey: string,
  name: string,
  parentKey: string | null,
  position: number,
): OrganisationUnit => ({
  unitKey,
  name,
  kind: parentKey === null ? '部' : '課',
  parentKey,
  validFrom: '2020-04-01',
  validTo: null,
  position,
});

const units = Object.freeze([
  unit('bu', 'こども教育部', null, 1),
  unit('kodomo', 'こども課', 'bu', 2),
  unit('gakko', '学校教育課', 'bu', 3),
  unit('kensetsu', '建設部', null, 4),
]);

const fresh = (unitKey: string, name: string, parentKey: string | null = 'bu') => ({
  unitKey,
  name,
  kind: parentKey === null ? '部' : '課',
  parentKey,
});

const on = '2026-04-01';
const decide = (command: Reorganisation) => reorganise(units, [], command);
const names = (list: readonly OrganisationUnit[], date: string) =>
  unitsOn(list, date).map(({ name }) => name);

const afterwards = (command: Reorganisation) => {
  const result = decide(command);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { change: result.value, list: applyOrganisationChange(units, result.value) };
};

describe('組織改編', () => {
  it('改称: 前の日まで元の名前、その日から新しい名前', () => {
    const { change, list } = afterwards({
      kind: 'rename',
      unitKey: 'kodomo',
      unit: fresh('mirai', 'こども未来課'),
      on,
      reason: '業務の拡大',
    });
    expect(change.ended).toEqual([{ unitKey: 'kodomo', validTo: '2026-03-31' }]);
    expect(names(list, '2026-03-31')).toEqual(['こども教育部', 'こども課', '学校教育課', '建設部']);
    expect(names(list, on)).toEqual(['こども教育部', 'こども未来課', '学校教育課', '建設部']);
    expect(formatUnitName(list, change.successions, 'kodomo', on)).toBe(
      'こども課(令和8年度から こども未来課)',
    );
  });

  it('部の改称: 下の課は新しい部の下に続き、キーは変わらない', () => {
    const { change, list } = afterwards({
      kind: 'rename',
      unitKey: 'bu',
      unit: fresh('mirai-bu', 'こども未来部', null),
      on,
      reason: '改称',
    });
    expect(change.moved).toEqual([
      { unitKey: 'kodomo', parentKey: 'mirai-bu', until: '2026-03-31' },
      { unitKey: 'gakko', parentKey: 'mirai-bu', until: '2026-03-31' },
    ]);
    expect(
      checkOrganisation(list, change.successions).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('統合と分割は、元と先をすべて結ぶ', () => {
    const merged = afterwards({
      kind: 'merge',
      unitKeys: ['kodomo', 'gakko'],
      unit: fresh('ikusei', '育成課'),
      on,
      reason: '一体の支援',
    });
    expect(
      merged.change.successions.map((each) => [each.predecessorKey, each.successorKey, each.kind]),
    ).toEqual([
      ['kodomo', 'ikusei', 'merge'],
      ['gakko', 'ikusei', 'merge'],
    ]);
    const split = afterwards({
      kind: 'split',
      unitKey: 'bu',
      units: [fresh('a', 'こども部', null), fresh('b', '教育部', null)],
      on,
      reason: '分割',
    });
    expect(split.change.successions.map(({ successorKey }) => successorKey)).toEqual(['a', 'b']);
    expect(split.change.moved.map(({ parentKey }) => parentKey)).toEqual(['a', 'a']);
  });

  it('移管は両方を残し、廃止は何も引き継がない', () => {
    const moved = afterwards({
      kind: 'transfer',
      unitKey: 'gakko',
      toKey: 'kodomo',
      on,
      reason: '学童の移管',
    });
    expect([moved.change.ended, moved.change.successions.length]).toEqual([[], 1]);
    const gone = afterwards({ kind: 'abolish', unitKey: 'gakko', on, reason: '廃止' });
    expect(names(gone.list, on)).toEqual(['こども教育部', 'こども課', '建設部']);
  });

  const rename = {
    kind: 'rename',
    unitKey: 'kodomo',
    unit: fresh('x', 'こども未来課'),
    on,
    reason: '改称',
  } as const;
  it.each<[string, Reorganisation, string]>([
    ['ありえない日', { ...rename, on: '2026-02-30' }, 'date-impossible'],
    ['理由がない', { ...rename, reason: ' ' }, 'text-missing'],
    ['ない組織', { ...rename, unitKey: 'nai' }, 'unit-unknown'],
    ['できた日以前', { ...rename, on: '2020-04-01' }, 'reorganise.not-there'],
    ['名前が空', { ...rename, unit: fresh('x', ' ') }, 'text-missing'],
    ['同じ名前が並ぶ', { ...rename, unit: fresh('x', '学校教育課') }, 'unit-name-overlap'],
    ['上の組織がない', { ...rename, unit: fresh('x', 'こども未来課', 'nai') }, 'unit-parent-unknown'],
    ['使用中のキー', { ...rename, unit: fresh('gakko', 'こども未来課') }, 'unit-key-duplicate'],
    ['自分の下に入る', { ...rename, unitKey: 'bu', unit: fresh('x', '新しい部', 'kodomo') }, 'unit-cycle'],
    [
      '統合が一つだけ',
      { kind: 'merge', unitKeys: ['kodomo', 'kodomo'], unit: fresh('x', '育成課'), on, reason: '統合' },
      'reorganise.two-needed',
    ],
    [
      '分割が一つだけ',
      { kind: 'split', unitKey: 'kodomo', units: [fresh('x', '育成課')], on, reason: '分割' },
      'reorganise.two-needed',
    ],
    [
      '自分への移管',
      { kind: 'transfer', unitKey: 'kodomo', toKey: 'kodomo', on, reason: '移管' },
      'succession-to-itself',
    ],
    ['自分を上に選ぶ', { ...rename, unit: fresh('x', 'こども未来課', 'kodomo') }, 'reorganise.parent-ends'],
    [
      '統合する一つを上に選ぶ',
      { kind: 'merge', unitKeys: ['bu', 'kodomo'], unit: fresh('x', '統合課', 'bu'), on, reason: '統合' },
      'reorganise.parent-ends',
    ],
    ['下に課が残る廃止', { kind: 'abolish', unitKey: 'bu', on, reason: '廃止' }, 'reorganise.children-left'],
  ])('断る: %s', (_, command, code) => {
    const result = decide(command);
    expect(result.ok ? 'ok' : result.error.map((problem) => problem.code)).toContain(code);
  });

  it('一度終わった組織は、もう一度改編できない', () => {
    const { change, list } = afterwards(rename);
    const again = reorganise(list, change.successions, {
      ...rename,
      unit: fresh('y', '別の課'),
      on: '2025-04-01',
    });
    expect(again.ok ? 'ok' : again.error.map(({ code }) => code)).toEqual(['reorganise.ends-already']);
  });

  it('終わることが決まった部の下に加えた課は、後を継ぐ部の下に続く', () => {
    const { change, list } = afterwards({
      kind: 'rename',
      unitKey: 'bu',
      unit: fresh('mirai-bu', 'こども未来部', null),
      on,
      reason: '改称',
    });
    const added = reorganise(list, change.successions, {
      kind: 'add',
      unit: fresh('hoiku', '保育課'),
      on: '2025-10-01',
    });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    const now = applyOrganisationChange(list, added.value);
    const divisionOf = (date: string) =>
      organisationOn(now, change.successions, date).find(({ children }) =>
        children.some((child) => child.unit.unitKey === 'hoiku'),
      )?.unit.name;
    expect([divisionOf('2025-12-01'), divisionOf(on)]).toEqual(['こども教育部', 'こども未来部']);
  });

  it('部の統合: その日までは、どの課もいまの部の下に見え、加えた課も同じ', () => {
    const { change, list } = afterwards({
      kind: 'merge',
      unitKeys: ['bu', 'kensetsu'],
      unit: fresh('kurashi-bu', 'くらし部', null),
      on,
      reason: '統合',
    });
    const added = reorganise(list, change.successions, {
      kind: 'add',
      unit: fresh('doro', '道路課', 'kensetsu'),
      on: '2025-10-01',
    });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    const merged = applyOrganisationChange(list, added.value);
    const next = reorganise(merged, change.successions, {
      kind: 'rename',
      unitKey: 'kurashi-bu',
      unit: fresh('machi-bu', 'まち部', null),
      on: '2027-04-01',
      reason: '改称',
    });
    if (!next.ok) throw new Error(JSON.stringify(next.error));
    const now = applyOrganisationChange(merged, next.value);
    const successions = [...change.successions, ...next.value.successions];
    const divisionsOn = (date: string) =>
      Object.fromEntries(
        organisationOn(now, successions, date).map(({ unit, children }) => [
          unit.name,
          children.map((child) => child.unit.unitKey).toSorted(),
        ]),
      );
    expect(divisionsOn('2026-03-31')).toEqual({ こども教育部: ['gakko', 'kodomo'], 建設部: ['doro'] });
    expect(divisionsOn(on)).toEqual({ くらし部: ['doro', 'gakko', 'kodomo'] });
    expect(divisionsOn('2027-04-01')).toEqual({ まち部: ['doro', 'gakko', 'kodomo'] });
  });

  it('廃止の決まった部の下には、何も加えられない', () => {
    const ending = units.map((each) =>
      each.unitKey === 'kensetsu' ? { ...each, validTo: '2026-03-31' } : each,
    );
    const at = (day: string) =>
      reorganise(ending, [], { kind: 'add', unit: fresh('doro', '道路課', 'kensetsu'), on: day });
    for (const day of ['2025-10-01', '2026-04-01'])
      expect(at(day)).toMatchObject({ ok: false, error: [{ code: 'reorganise.parent-ends' }] });
  });
});
