import { describe, expect, it } from 'vitest';
import type { BudgetProposal } from '../budget.ts';
import { choiceOfProposals } from './choice-of-proposals.ts';
import { differenceOf, explainChoice } from './explain-choice.ts';
import { asFull, forcedBeyond, forcedTogether } from './forced-beyond.ts';

const proposal = (proposalKey: string, change: Partial<BudgetProposal> = {}): BudgetProposal => ({
  fiscalYear: 2027,
  proposalKey,
  programmeKey: null,
  name: proposalKey,
  unitKey: 'a',
  expenseClass: 'general',
  kind: 'new',
  settledIn: 'budget',
  baseGeneralThousandYen: 0,
  requestedThousandYen: 50,
  requestedGeneralThousandYen: 50,
  allocatedGeneralThousandYen: null,
  laterYears: [],
  endFiscalYear: null,
  obligatory: false,
  alternativeGroup: '',
  divisionPriority: null,
  planningPriority: null,
  planningNote: '',
  worth: null,
  evaluationWord: '',
  evaluationClass: '',
  reason: '',
  state: 'submitted',
  decisionReason: '',
  ...change,
});
const use = {
  unitKey: 'a',
  expenseClass: 'general',
  frameThousandYen: 1000,
  requestedThousandYen: 0,
  allocatedThousandYen: 0,
  leftThousandYen: 1000,
};
const proposals = [
  proposal('go-on', { kind: 'continue', baseGeneralThousandYen: 600, requestedGeneralThousandYen: 600 }),
  proposal('first', { divisionPriority: 3, planningPriority: 1 }),
  proposal('third', { divisionPriority: 3 }),
  proposal('no-rank', {}),
  proposal('typed', { worth: '2.5', divisionPriority: 1 }),
  proposal('cut', { kind: 'reduce', baseGeneralThousandYen: 300, requestedGeneralThousandYen: 100 }),
  proposal('elsewhere', { expenseClass: 'outside' }),
];
const choice = choiceOfProposals(
  proposals,
  [{ proposalKey: 'third', freedByKey: 'cut', amountThousandYen: 50 }],
  [use],
  (unit) => unit,
  20,
);

describe('提案からの選び方', () => {
  it('継続と前年度の額を引いた残りが、新しく使える額', () => {
    expect(choice.model.capacities).toEqual([1000 - 600 - 300]);
    expect(choice.withoutFrame).toEqual(['elsewhere']);
    expect(choice.model.candidates.map(({ key }) => key)).not.toContain('go-on');
  });
  it.each([
    ['企画の順位が先', 'first', 300],
    ['部の順位', 'third', 100],
    ['順位がない', 'no-rank', 100],
    ['付けた価値', 'typed', 250],
    ['縮小だけでは価値がない', 'cut', 0],
  ])('価値: %s', (_, key, worth) => {
    expect(choice.model.candidates.find((each) => each.key === key)?.levels[0]?.worth).toBe(worth);
  });
  it('見合いの財源は、一緒に採る', () => {
    expect(choice.model.candidates.find(({ key }) => key === 'third')?.needs).toEqual(['cut']);
  });
});

describe('競い合う提案', () => {
  const rival = (key: string, change: Partial<BudgetProposal>) =>
    proposal(key, { alternativeGroup: '組', ...change });
  const of = (...list: readonly BudgetProposal[]) =>
    choiceOfProposals(list, [], [use], (unit) => unit, 0).model;

  it('継続は、同じ組のほかの提案を締め出す。組のない継続は数えない', () => {
    const kept = { kind: 'continue', baseGeneralThousandYen: 50 } as const;
    const model = of(rival('goes-on', kept), proposal('alone', kept), rival('other', {}));
    expect(model.candidates).toMatchObject([
      { key: 'goes-on', obligatory: true, group: '組', levels: [{ amountThousandYen: 0, worth: 0 }] },
      { key: 'other', obligatory: false, group: '組' },
    ]);
    expect(model.capacities).toEqual([1000 - 100]);
    expect(forcedTogether(model)).toEqual([]);
  });

  it('やめるものは、組のほかの提案を締め出さない', () => {
    const stop = { kind: 'stop', baseGeneralThousandYen: 80, requestedGeneralThousandYen: 0 } as const;
    expect(of(rival('stop', stop), rival('new', {})).candidates.map(({ group }) => group)).toEqual([
      '',
      '組',
    ]);
  });

  it('どれも外せない組を言う', () => {
    const both = of(rival('a', { obligatory: true }), rival('b', { obligatory: true }), rival('c', {}));
    expect(forcedTogether(both)).toEqual([['a', 'b']]);
  });

  it('何が締め出し、何が欠けたかを言う', () => {
    const model = choiceOfProposals(
      [rival('a', {}), rival('b', {}), proposal('user', {}), proposals[5] as BudgetProposal],
      [{ proposalKey: 'user', freedByKey: 'cut', amountThousandYen: 50 }],
      [use],
      (unit) => unit,
      0,
    ).model;
    expect(explainChoice(model, [null, 0, null, null], [0])).toMatchObject([
      { key: 'a', rivals: ['b'], missing: [] },
      { key: 'b', rivals: [], missing: [] },
      { key: 'user', rivals: [], missing: ['cut'] },
      { key: 'cut', rivals: [], missing: [] },
    ]);
  });
});

describe('なぜ入らないか', () => {
  const model = {
    capacities: [60],
    poolThousandYen: 5,
    candidates: [
      {
        key: 'law',
        frame: 0,
        levels: [{ amountThousandYen: 40, worth: 100 }],
        obligatory: true,
        group: '',
        needs: [],
      },
      {
        key: 'big',
        frame: 0,
        levels: [{ amountThousandYen: 30, worth: 500 }],
        obligatory: false,
        group: '',
        needs: [],
      },
    ],
  };
  it('足りない額と、枠の価格で見た損得を言う', () => {
    expect(explainChoice(model, [0, null], [20])).toEqual([
      expect.objectContaining({ key: 'law', fate: 'forced', lackingThousandYen: 0, regret: 0 }),
      expect.objectContaining({ key: 'big', fate: 'rejected', lackingThousandYen: 5, regret: 100 }),
    ]);
  });
  it('選べないものだけで枠を超える額', () => {
    const short = { ...model, capacities: [25] };
    expect(forcedBeyond(model)).toEqual([0]);
    expect(forcedBeyond(short)).toEqual([15]);
    expect(asFull(short, [15]).capacities).toEqual([40]);
  });
  it('二つの組み合わせの違い', () => {
    expect(differenceOf(model, [0, null], [null, 0])).toEqual({ added: ['big'], dropped: ['law'] });
  });
});
