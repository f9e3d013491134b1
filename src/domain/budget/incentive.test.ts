import { describe, expect, it } from 'vitest';
import { budgetScheme } from '../../../test/factories/budget-scheme.ts';
import type { IncentiveRule } from './budget-scheme.ts';
import { grantIncentive, spendIncentive, type UsableIncentive } from './incentive.ts';

const ruleOf = (name: string): IncentiveRule => {
  const { incentive } = budgetScheme(name);
  if (incentive === null) throw new Error(`${name} has no incentive`);
  return incentive;
};
const all = (rule: IncentiveRule, points: number) =>
  Object.fromEntries(rule.criteria.map(({ key }) => [key, points]));

describe('還元の額', () => {
  const shijonawate = ruleOf('shijonawate');
  it.each([
    ['四條畷市: 効果額6,000千円×120%=7,200千円、上限5,000千円', 6000, 2, 5000],
    ['四條畷市: 上限より少なければ、そのまま', 3000, 2, 3600],
    ['四條畷市: 点がなければ80%', 1000, 0, 800],
    ['四條畷市: 総点4点で100%', 1234, 1, 1234],
  ])('%s', (_, effect, points, expected) => {
    const granted = grantIncentive(shijonawate, effect, all(shijonawate, points), 2026);
    expect(granted).toMatchObject({
      ok: true,
      value: { grantedThousandYen: expected, lastFiscalYear: 2026 },
    });
  });

  it('上限で切った式が残る', () => {
    const granted = grantIncentive(shijonawate, 6000, all(shijonawate, 2), 2026);
    expect(granted.ok && granted.value.steps.map(({ arithmetic }) => arithmetic)).toEqual([
      '80% + 40%（8点）、80%〜120%',
      '6,000 × 120%',
      '7,200 → 5,000',
    ]);
  });

  it.each([
    ['点のない項目がある', 1000, {}, 'incentive-points'],
    ['効果額が数でない', Number.NaN, all(shijonawate, 1), 'budget-amount'],
    ['効果額が0', 0, all(shijonawate, 1), 'budget-amount'],
  ])('断る: %s', (_, effect, points, code) => {
    const refused = grantIncentive(shijonawate, effect, points, 2026);
    expect(refused.ok ? [] : refused.error.map((each) => each.code)).toContain(code);
  });
});

describe('下野市: 決定した翌年度から3年度を上限に繰り越せる', () => {
  const rule = ruleOf('shimotsuke');
  const granted = grantIncentive(rule, 1000, all(rule, 3), 2023);
  if (!granted.ok) throw new Error('not granted');
  const incentive: UsableIncentive = {
    name: '庁舎の電気',
    fiscalYear: 2023,
    lastFiscalYear: granted.value.lastFiscalYear,
    grantedThousandYen: granted.value.grantedThousandYen,
    used: [{ fiscalYear: 2024, amountThousandYen: 300 }],
  };
  it.each([
    ['1年目', 2023, 400, true],
    ['3年目', 2025, 400, true],
    ['4年目は使えない', 2026, 1, 'incentive-year'],
    ['前の年度には使えない', 2022, 1, 'incentive-year'],
    ['残りより多い', 2025, 401, 'incentive-spent'],
    ['負の額', 2025, -1, 'budget-amount'],
  ])('%s', (_, year, amount, expected) => {
    const used = spendIncentive(incentive, year, amount);
    expect(used.ok ? true : used.error[0]?.code).toBe(expected);
  });

  it('同じ年度に使った額は足される', () => {
    expect(spendIncentive(incentive, 2024, 100)).toEqual({
      ok: true,
      value: [{ fiscalYear: 2024, amountThousandYen: 400 }],
    });
  });
});
