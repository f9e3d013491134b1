import { describe, expect, it } from 'vitest';
import { budgetScheme } from '../../../test/factories/budget-scheme.ts';
import { newAgainstCut } from './balance.ts';
import type { BudgetProposal } from './budget.ts';
import { checkProposal } from './check-proposal.ts';
import { checkTransfer, hasNow, type Transfer } from './check-transfer.ts';
import { checkFrames, frameUses } from './frame-use.ts';
import { checkOffsetGiven, checkOffsets } from './offsets.ts';

const scheme = budgetScheme('saku');
const proposal = (change: Partial<BudgetProposal> = {}): BudgetProposal => ({
  fiscalYear: 2027,
  proposalKey: 'p',
  programmeKey: null,
  name: '事業',
  unitKey: 'a',
  expenseClass: 'general',
  kind: 'continue',
  settledIn: 'budget',
  baseGeneralThousandYen: 100,
  requestedThousandYen: 150,
  requestedGeneralThousandYen: 100,
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
  reason: '理由',
  state: 'draft',
  decisionReason: '',
  ...change,
});
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe('提案の中身', () => {
  const complete = {
    kind: 'new',
    baseGeneralThousandYen: 0,
    endFiscalYear: 2029,
    laterYears: [
      { fiscalYear: 2028, amountThousandYen: 10 },
      { fiscalYear: 2029, amountThousandYen: 10 },
    ],
  } as const;
  it.each<readonly [string, Partial<BudgetProposal>, readonly string[]]>([
    ['継続', {}, []],
    ['終期・総事業費のある新規', complete, []],
    ['終期のない新規', { ...complete, endFiscalYear: null }, ['proposal-end-required']],
    ['後年度の額のない新規', { ...complete, laterYears: [] }, ['proposal-total-cost']],
    ['終期が前の年度', { ...complete, endFiscalYear: 2026 }, ['proposal-end-outside']],
    ['終期が数でない', { ...complete, endFiscalYear: Number.NaN }, ['proposal-end-outside']],
    [
      '後年度の額が前の年度のもの',
      { ...complete, laterYears: [...complete.laterYears, { fiscalYear: 1, amountThousandYen: 5 }] },
      ['proposal-later-outside'],
    ],
    ['前年度の額のある新規', { ...complete, baseGeneralThousandYen: 5 }, ['proposal-new-has-base']],
    ['一般財源が要求額より多い', { requestedThousandYen: 99 }, ['sources-do-not-add-up']],
    ['負の額', { requestedThousandYen: -1 }, ['budget-amount']],
    ['増えない拡大', { kind: 'expand' }, ['proposal-expand-not-more']],
    ['変わる継続', { requestedGeneralThousandYen: 90 }, ['proposal-continue-differs']],
    ['減らない縮小', { kind: 'reduce' }, ['proposal-reduce-not-less']],
    ['額の残る廃止', { kind: 'stop' }, ['proposal-stop-has-amount']],
    ['理由のない廃止', { kind: 'stop', requestedGeneralThousandYen: 0, reason: ' ' }, ['proposal-reason']],
    ['ない経費区分', { expenseClass: 'x' }, ['expense-class-unknown']],
    ['名前がない', { name: ' ' }, ['proposal-name']],
    ['順位が0', { divisionPriority: 0 }, ['budget-priority']],
  ])('%s', (_, change, expected) => {
    expect(codes(checkProposal(scheme, 2027, proposal(change)))).toEqual(expected);
  });
});

describe('見合いの財源', () => {
  const cut = proposal({
    proposalKey: 'cut',
    name: '古い事業',
    kind: 'reduce',
    requestedGeneralThousandYen: 40,
  });
  const more = proposal({ proposalKey: 'more', kind: 'expand', requestedGeneralThousandYen: 150 });
  const other = proposal({ proposalKey: 'other', kind: 'new', baseGeneralThousandYen: 0 });
  const all = [cut, more, other];
  const offset = (proposalKey: string, amountThousandYen: number, freedByKey = 'cut') => ({
    proposalKey,
    freedByKey,
    amountThousandYen,
  });
  it.each([
    ['浮く額まで', [offset('more', 50), offset('other', 10)], []],
    ['二重に使う', [offset('more', 50), offset('other', 11)], ['offset-used-twice']],
    ['浮かない事業から', [offset('other', 1, 'more')], ['offset-frees-nothing']],
    ['ない事業から', [offset('other', 1, 'x')], ['offset-unknown']],
    ['額が0', [offset('other', 0)], ['budget-amount']],
  ])('%s', (_, offsets, expected) => {
    expect(codes(checkOffsets(all, offsets))).toEqual(expected);
  });

  it.each([
    ['どちらか一つなら、同じ財源を見合いにできる', [offset('either', 60), offset('or', 50)], []],
    ['高いほうでも超える', [offset('either', 50), offset('or', 61)], ['offset-used-twice']],
    [
      'ほかの提案とは分け合う',
      [offset('either', 40), offset('or', 50), offset('other', 20)],
      ['offset-used-twice'],
    ],
    ['ほかの提案と分け合って収まる', [offset('either', 40), offset('or', 40), offset('other', 20)], []],
  ])('選択肢の組: %s', (_, offsets, expected) => {
    const rival = { kind: 'new', baseGeneralThousandYen: 0, alternativeGroup: '組' } as const;
    const rivals = ['either', 'or'].map((proposalKey) => proposal({ ...rival, proposalKey }));
    expect(codes(checkOffsets([...all, ...rivals], offsets))).toEqual(expected);
  });

  it('いくら超えたかと、使った提案を言う', () => {
    expect(checkOffsets(all, [offset('more', 50), offset('other', 30)])[0]?.params).toMatchObject({
      name: '古い事業',
      freed: 60,
      used: 80,
      over: 20,
    });
  });

  it('新規・拡大には、増える額と同じだけ要る', () => {
    expect(checkOffsetGiven(scheme, more, [offset('more', 50)])).toEqual([]);
    expect(checkOffsetGiven(scheme, more, [offset('more', 49)])[0]?.params).toMatchObject({ lacking: 1 });
    expect(checkOffsetGiven(scheme, cut, [])).toEqual([]);
  });
});

describe('枠', () => {
  const frame = {
    unitKey: 'div',
    expenseClass: 'general',
    computedThousandYen: 84_210,
    adjustmentThousandYen: -10,
  };
  const uses = (amount: number, extra = 0) =>
    frameUses(
      [frame],
      [
        proposal({ allocatedGeneralThousandYen: 80_000 }),
        proposal({ unitKey: 'b', allocatedGeneralThousandYen: amount }),
      ],
      () => 'div',
      new Map([['div general', extra]]),
    );
  const names = () => ({ unit: '福祉部', expenseClass: '一般の経費' });

  it('ちょうどなら収まる', () => {
    expect(uses(4200)[0]?.leftThousandYen).toBe(0);
    expect(checkFrames(uses(4200), names)).toEqual([]);
  });
  it('どこでいくら超えたかを言う', () => {
    expect(checkFrames(uses(5000), names)).toEqual([
      expect.objectContaining({
        code: 'frame-exceeded',
        path: ['福祉部', '一般の経費'],
        params: expect.objectContaining({ frame: 84_200, allocated: 85_000, over: 800 }),
      }),
    ]);
  });
  it('還元の額は枠に足される', () => {
    expect(checkFrames(uses(5000, 800), names)).toEqual([]);
  });
});

describe('流用', () => {
  const from = proposal({ proposalKey: 'from', name: '減らす事業', allocatedGeneralThousandYen: 100 });
  const to = proposal({ proposalKey: 'to', allocatedGeneralThousandYen: 0 });
  const far = proposal({ proposalKey: 'far', unitKey: 'b' });
  const other = proposal({ proposalKey: 'other', expenseClass: 'x' });
  const before: readonly Transfer[] = [
    { fromProposalKey: 'from', toProposalKey: 'to', amountThousandYen: 30, reason: '前' },
  ];
  const check = (change: Partial<Transfer>) =>
    codes(
      checkTransfer(
        scheme.transfers,
        { fromProposalKey: 'from', toProposalKey: 'to', amountThousandYen: 70, reason: '理由', ...change },
        [from, to, far, other],
        before,
        (unit) => unit,
      ),
    );
  it.each<readonly [string, Partial<Transfer>, readonly string[]]>([
    ['残りのすべて', {}, []],
    ['残りより多い', { amountThousandYen: 71 }, ['transfer-too-much']],
    ['理由がない', { reason: '' }, ['reason-required']],
    ['ほかの部へ', { toProposalKey: 'far' }, ['transfer-across-units']],
    ['ほかの経費区分へ', { toProposalKey: 'other' }, ['transfer-across-classes']],
    ['自分へ', { toProposalKey: 'from' }, ['transfer-target']],
    ['ない提案から', { fromProposalKey: 'x' }, ['proposal-unknown']],
    ['額が0', { amountThousandYen: 0 }, ['budget-amount']],
  ])('%s', (_, change, expected) => {
    expect(check(change)).toEqual(expected);
  });
  it('流用の後の額', () => {
    expect([hasNow(from, before), hasNow(to, before)]).toEqual([70, 30]);
  });
});

it('新しくしたものと、やめたもの', () => {
  const balance = newAgainstCut(
    [
      proposal({ kind: 'new', baseGeneralThousandYen: 0, allocatedGeneralThousandYen: 50 }),
      proposal({ kind: 'stop', requestedGeneralThousandYen: 0, allocatedGeneralThousandYen: 0 }),
      proposal({ kind: 'expand', requestedGeneralThousandYen: 200, allocatedGeneralThousandYen: 120 }),
    ],
    'allocated',
  );
  expect([balance.addedThousandYen, balance.cutThousandYen]).toEqual([70, 100]);
});
