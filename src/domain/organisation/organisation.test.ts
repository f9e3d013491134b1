import { describe, expect, it } from 'vitest';
import { ancestorsOf } from './ancestors.ts';
import { checkOrganisation } from './check-organisation.ts';
import type { OrganisationUnit, UnitSuccession } from './unit.ts';
import { formatUnitName, nameOn } from './unit-name.ts';
import { existsOn, successorsOf, unitsOn, unitTree } from './units.ts';

const unit = (unitKey: string, name: string, more: Partial<OrganisationUnit> = {}): OrganisationUnit => ({
  unitKey,
  name,
  kind: '課',
  parentKey: null,
  validFrom: '2015-04-01',
  validTo: null,
  position: 0,
  ...more,
});
const succession = (
  predecessorKey: string,
  successorKey: string,
  on: string,
  kind: UnitSuccession['kind'] = 'merge',
): UnitSuccession => ({
  predecessorKey,
  successorKey,
  on,
  kind,
  reason: '組織改編',
});

const units: readonly OrganisationUnit[] = [
  unit('bu', 'こども教育部', { kind: '部' }),
  unit('kodomo', 'こども課', { parentKey: 'bu', validTo: '2026-03-31' }),
  unit('katei', '家庭支援課', { parentKey: 'bu', validTo: '2026-03-31', position: 1 }),
  unit('mirai', 'こども未来課', { parentKey: 'bu', validFrom: '2026-04-01', validTo: '2029-03-31' }),
  unit('sodachi', 'そだち課', { parentKey: 'bu', validFrom: '2029-04-01' }),
  unit('manabi', 'まなび課', { parentKey: 'bu', validFrom: '2029-04-01', position: 1 }),
  unit('koho', '広報課', { validTo: '2024-09-30' }),
];
const successions: readonly UnitSuccession[] = [
  succession('kodomo', 'mirai', '2026-04-01'),
  succession('katei', 'mirai', '2026-04-01'),
  succession('mirai', 'sodachi', '2029-04-01', 'split'),
  succession('mirai', 'manabi', '2029-04-01', 'split'),
];

describe('ある日の組織', () => {
  it.each([
    ['2026-03-31', ['bu', 'kodomo', 'katei']],
    ['2026-04-01', ['bu', 'mirai']],
    ['2029-04-01', ['bu', 'sodachi', 'manabi']],
    ['2015-03-31', []],
  ])('%s', (date, keys) => {
    expect(
      unitsOn(units, date)
        .map(({ unitKey }) => unitKey)
        .sort(),
    ).toEqual([...keys].sort());
  });

  it('最後の日まで存在する', () => {
    expect([
      existsOn(unit('a', 'a', { validTo: '2026-03-31' }), '2026-03-31'),
      existsOn(unit('a', 'a', { validTo: '2026-03-31' }), '2026-04-01'),
    ]).toEqual([true, false]);
  });

  it('部の下に課が並ぶ。上の見えない課も消えない', () => {
    const tree = unitTree([unit('x', 'x', { parentKey: 'gone' }), ...unitsOn(units, '2026-04-01')]);
    expect(
      tree.map(({ unit: each, children }) => [each.unitKey, children.map((child) => child.unit.unitKey)]),
    ).toEqual([
      ['bu', ['mirai']],
      ['x', []],
    ]);
  });
});

it.each([
  ['kodomo', '2026-03-31', ['こども課']],
  ['kodomo', '2026-04-01', ['こども未来課']],
  ['katei', '2027-06-01', ['こども未来課']],
  ['kodomo', '2030-01-01', ['そだち課', 'まなび課']],
  ['koho', '2030-01-01', []],
  ['nobody', '2030-01-01', []],
])('%s の仕事は %s に %j にある', (unitKey, date, names) => {
  expect(successorsOf(units, successions, unitKey, date).map(({ name }) => name)).toEqual(names);
});

it.each([
  ['kodomo', '2025-06-01', 'こども課'],
  ['kodomo', '2026-06-01', 'こども課(令和8年度から こども未来課)'],
  ['kodomo', '2029-06-01', 'こども課(令和8年度から そだち課・まなび課)'],
  ['koho', '2026-06-01', '広報課(廃止)'],
  ['mirai', '2025-06-01', 'こども未来課'],
  ['nobody', '2026-06-01', 'nobody'],
])('組織改編のあとも責任が読める: %s を %s に読むと「%s」', (unitKey, date, text) => {
  expect(formatUnitName(units, successions, unitKey, date)).toBe(text);
});

it('年度の途中の改編は、日で言う', () => {
  const moved = [
    unit('old', '企画課', { validTo: '2024-09-30' }),
    unit('new', '未来戦略課', { validFrom: '2024-10-01' }),
  ];
  const renamed = [succession('old', 'new', '2024-10-01', 'rename')];
  expect(formatUnitName(moved, renamed, 'old', '2025-01-01')).toBe('企画課(令和6年10月1日から 未来戦略課)');
  expect(nameOn(moved, renamed, 'old', '2025-01-01')).toMatchObject({ name: '企画課', since: '2024-10-01' });
});

it('上の組織は近い順。輪でも終わる', () => {
  const nested = [unit('a', 'a'), unit('b', 'b', { parentKey: 'a' }), unit('c', 'c', { parentKey: 'b' })];
  expect(ancestorsOf(nested).get('c')).toEqual(['b', 'a']);
  const circle = [unit('p', 'p', { parentKey: 'q' }), unit('q', 'q', { parentKey: 'p' })];
  expect(ancestorsOf(circle).get('p')).toEqual(['q']);
});

describe('組織の点検', () => {
  it('正しい組織には何も言わない', () => {
    expect(checkOrganisation(units, successions)).toEqual([]);
  });

  it.each<[string, readonly OrganisationUnit[], string, string, string]>([
    [
      '上の組織がない',
      [unit('x', '新課', { parentKey: 'gone' })],
      'unit-parent-unknown',
      'parentKey',
      'error',
    ],
    ['自分の下', [unit('x', '新課', { parentKey: 'x' })], 'unit-cycle', 'parentKey', 'error'],
    ['鍵が重なる', [unit('bu', '別の部')], 'unit-key-duplicate', 'unitKey', 'error'],
    ['名がない', [unit('x', ' ')], 'text-missing', 'name', 'error'],
    [
      'ありえない日',
      [unit('x', '新課', { validFrom: '2025-02-29' })],
      'date-impossible',
      'validFrom',
      'error',
    ],
    ['期間が逆さ', [unit('x', '新課', { validTo: '2014-04-01' })], 'unit-dates-reversed', 'validTo', 'error'],
    [
      '同じ日に同じ名の課が並ぶ',
      [unit('x', 'こども課', { parentKey: 'bu' })],
      'unit-name-overlap',
      'name',
      'error',
    ],
    [
      '上の組織より長く続く',
      [unit('x', '新課', { parentKey: 'mirai', validFrom: '2026-04-01' })],
      'unit-outlives-parent',
      'parentKey',
      'warning',
    ],
  ])('組織: %s', (_, extra, code, field, severity) => {
    const problems = checkOrganisation([...units, ...extra], successions);
    expect(problems).toMatchObject([{ code, severity, path: ['units', extra[0]?.unitKey, field] }]);
  });

  it.each<[string, UnitSuccession, string, string]>([
    ['前の組織がない', succession('gone', 'mirai', '2026-04-01'), 'unit-unknown', 'predecessorKey'],
    ['後の組織がない', succession('koho', 'gone', '2024-10-01'), 'unit-unknown', 'successorKey'],
    ['自分へ', succession('bu', 'bu', '2026-04-01'), 'succession-to-itself', 'successorKey'],
    ['ありえない日', succession('bu', 'mirai', '2026-04-31'), 'date-impossible', 'on'],
    ['後の組織がまだない', succession('koho', 'mirai', '2024-10-01'), 'succession-successor-absent', 'on'],
    ['前の組織が終わってから間がある', succession('koho', 'bu', '2024-10-02'), 'succession-gap', 'on'],
    ['前の組織ができる前', succession('mirai', 'bu', '2026-04-01'), 'succession-before-predecessor', 'on'],
  ])('承継: %s', (_, extra, code, field) => {
    expect(checkOrganisation(units, [...successions, extra])).toMatchObject([
      { code, severity: 'error', path: ['successions', successions.length, field] },
    ]);
  });

  it('承継が輪になる', () => {
    const pair = [unit('a', '甲課'), unit('b', '乙課')];
    const circle = [
      succession('a', 'b', '2020-04-01', 'transfer'),
      succession('b', 'a', '2021-04-01', 'transfer'),
    ];
    expect(checkOrganisation(pair, circle).map(({ code }) => code)).toEqual([
      'succession-cycle',
      'succession-cycle',
    ]);
    expect(successorsOf(pair, circle, 'a', '2022-04-01').map(({ unitKey }) => unitKey)).toEqual(['a']);
  });
});
