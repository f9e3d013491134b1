import { describe, expect, it } from 'vitest';
import { budgetScheme } from '../../../test/factories/budget-scheme.ts';
import type { CommonDirection } from '../evaluation/common-direction.ts';
import type { ProgrammeBase } from './base-amounts.ts';
import type { FrameRule } from './budget-scheme.ts';
import { computeFrames } from './compute-frames.ts';

const base = (
  unitKey: string,
  expenseClass: string,
  amountThousandYen: number,
  direction: CommonDirection | null = null,
): ProgrammeBase => ({
  programmeKey: `${unitKey}-${expenseClass}-${amountThousandYen}`,
  unitKey,
  expenseClass,
  direction,
  amountThousandYen,
});
const amounts = ({ frames }: ReturnType<typeof computeFrames>) =>
  Object.fromEntries(
    frames.map((each) => [`${each.unitKey} ${each.expenseClass}`, each.computedThousandYen]),
  );

describe('公表された規則で枠を計算する', () => {
  it.each([
    [
      '都城市: 義務的経費を先取りし、残りを部局に配る',
      'miyakonojo',
      [base('a', 'obligatory', 400), base('a', 'division', 300), base('b', 'division', 600)],
      1000,
      { 'a division': 200, 'b division': 400 },
    ],
    [
      '塩尻市: 長期財政フレームの一般財源を配る',
      'shiojiri',
      [base('a', 'current', 100), base('b', 'current', 200)],
      310,
      { 'a current': 103, 'b current': 207 },
    ],
    [
      '佐賀市: 一般経費の削減と、節減相当分の再配分',
      'saga-2004',
      [base('a', 'general', 1000), base('a', 'investment', 500), base('b', 'obligatory', 70)],
      null,
      { 'a general': 950, 'a discretion': 25 },
    ],
    [
      '匝瑳市: 枠配分外経費は枠に入らない',
      'sosa',
      [base('a', 'in-frame', 1000), base('a', 'outside', 500)],
      null,
      { 'a in-frame': 1000 },
    ],
    [
      '見本: 方向による率',
      'seiro-demonstration',
      [
        base('a', 'general', 1000, 'expand'),
        base('a', 'general', 500, 'abolish'),
        base('a', 'general', 200, 'reduce'),
        base('a', 'obligatory', 333),
      ],
      null,
      // 1,000 × 0.97 × 1.05 + 200 × 0.97 × 0.9 = 1,018.5 + 174.6 = 1,193.1
      { 'a general': 1193, 'a obligatory': 333 },
    ],
    [
      '歳入見込みに収める: 義務的な経費は割り落とさない',
      'seiro-demonstration',
      [base('a', 'general', 1000), base('b', 'general', 2000), base('a', 'obligatory', 500)],
      1400,
      { 'a general': 300, 'b general': 600, 'a obligatory': 500 },
    ],
  ] as const)('%s', (_, name, bases, revenue, expected) => {
    expect(amounts(computeFrames(budgetScheme(name), bases, revenue))).toEqual(expected);
  });

  it('計算の式が順に残る', () => {
    const { frames } = computeFrames(
      budgetScheme('seiro-demonstration'),
      [base('a', 'general', 82_401)],
      null,
    );
    expect(
      frames[0]?.steps.map(({ arithmetic, amountThousandYen }) => [arithmetic, amountThousandYen]),
    ).toEqual([
      ['82,401', 82_401],
      ['82,401 × 0.97', 79_929],
      ['79,929 × 1', 79_929],
      ['79928.970 を1千円単位に四捨五入', 79_929],
    ]);
  });

  it('義務的な経費だけで歳入見込みを超えると、超えた額を言う', () => {
    const computed = computeFrames(
      budgetScheme('seiro-demonstration'),
      [base('a', 'obligatory', 900), base('a', 'general', 100)],
      700,
    );
    expect(computed.beyondRevenueThousandYen).toBe(200);
    expect(amounts(computed)).toEqual({ 'a obligatory': 900, 'a general': 0 });
  });
});

describe('規則を一つずつ', () => {
  const scope = { key: 'r', label: '規則', classes: null, units: null };
  const cases: readonly (readonly [string, Partial<FrameRule> & { by: FrameRule['by'] }, object, number])[] =
    [
      ['ゼロベース', { by: 'zero' }, { 'a in-frame': 0, 'b in-frame': 0 }, 0],
      ['定額', { by: 'fixed', amountThousandYen: 70 }, { 'a in-frame': 70, 'b in-frame': 70 }, 0],
      [
        '組織ごとの率',
        { by: 'rate', rate: '0.5', units: ['b'] },
        { 'a in-frame': 100, 'b in-frame': 150 },
        0,
      ],
      [
        '優先枠は評価の方向で配る',
        { by: 'slot', amountThousandYen: 90, directions: ['expand'] },
        { 'a in-frame': 190, 'b in-frame': 300 },
        0,
      ],
      [
        '優先枠に当てはまる事業がなければ、配らずに残す',
        { by: 'slot', amountThousandYen: 90, directions: ['merge'] },
        { 'a in-frame': 100, 'b in-frame': 300 },
        90,
      ],
    ];
  it.each(cases)('%s', (_, rule, expected, left) => {
    const computed = computeFrames(
      budgetScheme('sosa', { rules: [{ ...scope, ...rule }] }),
      [base('a', 'in-frame', 100, 'expand'), base('b', 'in-frame', 300)],
      null,
    );
    expect(amounts(computed)).toEqual(expected);
    expect(computed.undistributedThousandYen).toBe(left);
  });

  it('千円未満でない単位でも、枠の合計は歳入見込みを超えない', () => {
    const scheme = budgetScheme('miyakonojo', { rounding: { unitThousandYen: 100, mode: 'down' } });
    const bases = ['a', 'b', 'c'].map((unit) => base(unit, 'division', 1000));
    const computed = computeFrames(scheme, bases, 1099);
    expect(amounts(computed)).toEqual({ 'a division': 400, 'b division': 300, 'c division': 300 });
    expect(computed.undistributedThousandYen).toBe(99);
  });
});
