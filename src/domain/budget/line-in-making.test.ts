import { expect, it } from 'vitest';
import type { BudgetProposal, ProposalState } from './budget.ts';
import { lineInMaking } from './line-in-making.ts';

const proposal = (state: ProposalState, programmeKey: string | null = 'p'): BudgetProposal => ({
  fiscalYear: 2026,
  proposalKey: 'q',
  programmeKey,
  name: '課が書き換えた名前',
  unitKey: 'somu',
  expenseClass: 'general',
  kind: 'reduce',
  settledIn: 'budget',
  baseGeneralThousandYen: 1000,
  requestedThousandYen: 900,
  requestedGeneralThousandYen: 900,
  allocatedGeneralThousandYen: state === 'allocated' ? 800 : null,
  laterYears: [],
  endFiscalYear: null,
  obligatory: false,
  alternativeGroup: '',
  divisionPriority: null,
  planningPriority: null,
  planningNote: '',
  worth: null,
  evaluationWord: '縮小',
  evaluationClass: 'reduce',
  reason: '庁内の理由',
  state,
  decisionReason: '査定の理由',
});
const programme = { number: '2002', name: '行政情報システム整備事業' };

it.each([
  ['下書き', 'draft', [null, null, '行政情報システム整備事業']],
  ['提出済み', 'submitted', ['reduce', 900, '課が書き換えた名前']],
  ['配分済み', 'allocated', ['reduce', 900, '課が書き換えた名前']],
  ['見送り', 'declined', ['reduce', 900, '課が書き換えた名前']],
] as const)('%s: 出された要求だけを言い、配分と理由は言わない', (_, state, expected) => {
  const [line] = lineInMaking(proposal(state), { programme, unitName: '総務課', isSaid: true });
  expect([line?.kind, line?.requestedGeneralThousandYen, line?.name]).toEqual(expected);
  expect(line).toMatchObject({
    number: '2002',
    unitName: '総務課',
    evaluationWord: '縮小',
    baseGeneralThousandYen: 1000,
    allocatedGeneralThousandYen: null,
    decisionReason: '',
  });
});

it.each([
  ['下書き', 'draft', 0],
  ['提出済み', 'submitted', 1],
] as const)('まだ事業でない新規の提案: %sは %s', (_, state, count) => {
  expect(
    lineInMaking(proposal(state, null), { programme: null, unitName: '総務課', isSaid: true }),
  ).toHaveLength(count);
});

it('公表されていない評価は言わない', () => {
  expect(lineInMaking(proposal('submitted'), { programme, unitName: '総務課', isSaid: false })).toMatchObject(
    [{ evaluationWord: '', evaluationClass: '' }],
  );
});
