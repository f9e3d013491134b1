import { describe, expect, it } from 'vitest';
import { budgetScheme } from '../../../test/factories/budget-scheme.ts';
import { proposalAsSaid } from './proposal-as-said.ts';

const sample = budgetScheme('seiro-demonstration');
const general = { unitKey: 'a', expenseClass: 'general' };

describe('評価の方向どおりの提案', () => {
  it.each([
    ['拡大は規則の率で増える', general, 'expand', 1000, 'expand', 1050],
    ['端数は四捨五入', general, 'expand', 83_512, 'expand', 87_688],
    ['縮小は規則の率で減る', general, 'reduce', 1000, 'reduce', 900],
    ['率が0なら廃止', general, 'abolish', 1000, 'stop', 0],
    ['額がなくても、廃止は廃止', general, 'abolish', 0, 'stop', 0],
    ['率が1なら継続', general, 'improve', 1000, 'continue', 1000],
    ['増えるものがなければ継続', general, 'expand', 0, 'continue', 0],
    ['四捨五入で変わらなければ継続', general, 'reduce', 1, 'continue', 1],
    ['評価のないもの', general, null, 1000, 'continue', 1000],
    ['規則がふれない経費区分', { ...general, expenseClass: 'obligatory' }, 'reduce', 1000, 'continue', 1000],
  ] as const)('%s', (_, frame, direction, base, kind, amount) => {
    expect(proposalAsSaid(sample, frame, direction, base)).toMatchObject({
      kind,
      generalThousandYen: amount,
    });
  });

  it('規則に方向の率がなければ、額は前のまま', () => {
    expect(proposalAsSaid({ rules: [] }, general, 'abolish', 1000)).toEqual({
      kind: 'continue',
      generalThousandYen: 1000,
      rate: null,
    });
  });

  it('規則にない方向は、ほかの率', () => {
    const rule = { key: 'd', label: '方向', by: 'direction', classes: null, units: ['a'] } as const;
    const rules = [{ ...rule, rates: { expand: '1.1' }, otherwise: '0.5' }];
    expect(proposalAsSaid({ rules }, general, 'continue', 101)).toEqual({
      kind: 'reduce',
      generalThousandYen: 51,
      rate: '0.5',
    });
    expect(proposalAsSaid({ rules }, { ...general, unitKey: 'b' }, 'expand', 100)).toMatchObject({
      rate: null,
    });
  });
});
