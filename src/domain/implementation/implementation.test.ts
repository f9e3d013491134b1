import { describe, expect, it } from 'vitest';
import { cellOf, cellsOf } from './cells.ts';
import { checkImplementation } from './check-plan.ts';
import { decideChanges } from './decide-changes.ts';
import { checkNewPlan, decidePublish, decideSettle, rollForward } from './decide-plan.ts';
import type { ImplementationAmount, ImplementationPlan } from './implementation-plan.ts';
import { totalsBy } from './totals.ts';
import { readThousandYen, readTypedCells, type TypedCell } from './typed-cells.ts';

const plan = (change: Partial<ImplementationPlan> = {}): ImplementationPlan => ({
  startFiscalYear: 2024,
  years: 3,
  mode: 'fixed',
  title: '第1期実施計画',
  state: 'draft',
  correction: 0,
  note: '',
  ...change,
});
const amount = (
  programmeKey: string,
  fiscalYear: number,
  amountThousandYen: number,
  change: Partial<ImplementationAmount> = {},
): ImplementationAmount => ({
  programmeKey,
  fiscalYear,
  correction: 0,
  amountThousandYen,
  generalThousandYen: null,
  reason: '',
  ...change,
});
const typed = (change: Partial<TypedCell>): TypedCell => ({
  programmeKey: 'road',
  fiscalYear: 2024,
  amount: '',
  general: '',
  seenAmount: '',
  seenGeneral: '',
  reason: '',
  ...change,
});
const stored = cellsOf([amount('road', 2024, 1200), amount('school', 2025, 500)]);
const changesOf = (...cells: Partial<TypedCell>[]) => readTypedCells(cells.map(typed)).changes;

describe('額の読み取り', () => {
  it.each([
    ['1,200', 1200],
    ['１，２００', 1200],
    ['1200千円', 1200],
    [' 0 ', 0],
    ['', null],
    ['約1200', undefined],
    ['1.5', undefined],
    ['-3', undefined],
    ['12345678901', undefined],
  ])('「%s」', (text, expected) => {
    expect(readThousandYen(text)).toBe(expected);
  });

  it.each<[string, Partial<TypedCell>, readonly (readonly [string, string])[]]>([
    ['数でない', { amount: '未定' }, [['implementation-amount', 'road amount 2024']]],
    [
      '一般財源が数でない',
      { amount: '5', general: '半分' },
      [['implementation-amount', 'road general 2024']],
    ],
    ['一般財源だけ', { general: '5' }, [['implementation-general-alone', 'road amount 2024']]],
    ['一般財源が多い', { amount: '5', general: '6' }, [['implementation-general-over', 'road general 2024']]],
    ['見たまま', { amount: '1,200', seenAmount: '1200' }, []],
    [
      '読めない値が見たままでも断る',
      { amount: 'abc', seenAmount: 'abc' },
      [['implementation-amount', 'road amount 2024']],
    ],
  ])('%s', (_, cell, expected) => {
    const { problems, changes } = readTypedCells([typed(cell)]);
    expect(problems.map(({ code, path }) => [code, path.join(' ')])).toEqual(expected);
    expect(changes).toEqual([]);
  });
});

describe('下書き', () => {
  it('書いたところだけが変わり、空にしたところは消える', () => {
    const decided = decideChanges(
      plan(),
      stored,
      changesOf(
        { amount: '1300', seenAmount: '1200' },
        { programmeKey: 'school', fiscalYear: 2025, amount: '', seenAmount: '500' },
        { programmeKey: 'school', fiscalYear: 2026, amount: '0' },
      ),
    );
    expect(decided).toEqual({
      ok: true,
      value: {
        write: [amount('road', 2024, 1300), amount('school', 2026, 0)],
        remove: [{ programmeKey: 'school', fiscalYear: 2025 }],
      },
    });
  });

  it('ほかの人が変えたところは断る。同じ値なら変わりなし', () => {
    const met = decideChanges(plan(), stored, changesOf({ amount: '1300', seenAmount: '1000' }));
    expect(met.ok ? [] : met.error.map(({ code, params }) => [code, params?.stored])).toEqual([
      ['implementation-met', '1,200'],
    ]);
    const same = decideChanges(plan(), stored, changesOf({ amount: '1200', seenAmount: '1000' }));
    expect(same).toEqual({ ok: true, value: { write: [], remove: [] } });
  });

  it('計画の外の年度は断る', () => {
    const out = decideChanges(plan(), stored, changesOf({ fiscalYear: 2027, amount: '1' }));
    expect(out.ok ? null : out.error[0]?.code).toBe('implementation-year');
  });
});

describe('確定した計画の補正', () => {
  const settled = plan({ state: 'settled', correction: 1 });
  it.each<[string, ImplementationPlan, Partial<TypedCell>, string]>([
    ['理由がない', settled, { amount: '1300', seenAmount: '1200' }, 'implementation-reason'],
    ['消す', settled, { amount: '', seenAmount: '1200', reason: '中止' }, 'implementation-nought'],
    [
      '毎年度見直す計画',
      plan({ state: 'settled', mode: 'rolling' }),
      { amount: '1300', seenAmount: '1200', reason: '資材高' },
      'implementation-rolling',
    ],
  ])('%s', (_, of, cell, code) => {
    const decided = decideChanges(of, stored, changesOf(cell));
    expect(decided.ok ? null : decided.error.map((problem) => problem.code)).toEqual([code]);
  });

  it('理由とともに次の番号で加わり、はじめの額は残る', () => {
    const decided = decideChanges(
      settled,
      stored,
      changesOf({ amount: '1300', general: '200', seenAmount: '1200', reason: '資材の高騰' }),
    );
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    const added = { correction: 2, generalThousandYen: 200, reason: '資材の高騰' };
    expect(decided.value).toEqual({ write: [amount('road', 2024, 1300, added)], remove: [] });
    const cell = cellsOf([amount('road', 2024, 1200), ...decided.value.write]).get(cellOf('road', 2024));
    expect([cell?.amountThousandYen, cell?.original?.amountThousandYen, cell?.corrections.length]).toEqual([
      1300, 1200, 1,
    ]);
  });
});

describe('計画そのもの', () => {
  const first = plan();
  it.each<[string, Partial<ImplementationPlan>, readonly string[]]>([
    ['次の3か年', { startFiscalYear: 2027 }, []],
    ['同じ始まり', {}, ['implementation-exists']],
    ['固定の年度が重なる', { startFiscalYear: 2025 }, ['implementation-overlap']],
    ['毎年度見直しなら重なってよい', { startFiscalYear: 2025, mode: 'rolling' }, []],
    ['年度でない', { startFiscalYear: Number.NaN }, ['implementation-start']],
    ['年数がない', { startFiscalYear: 2027, years: 0 }, ['implementation-years']],
    ['長すぎる', { startFiscalYear: 2027, years: 11 }, ['implementation-years']],
    ['名前がない', { startFiscalYear: 2027, title: ' ' }, ['text-missing']],
  ])('%s', (_, change, codes) => {
    expect(checkNewPlan(plan(change), [first]).map(({ code }) => code)).toEqual(codes);
  });

  it('毎年度見直しは1年送り、重なる年度を写す。固定は次の期間を空で始める', () => {
    const cells = cellsOf([
      amount('road', 2024, 1),
      amount('road', 2025, 2),
      amount('road', 2025, 3, { correction: 1, reason: '増' }),
      amount('road', 2026, 4),
    ]);
    const rolled = rollForward(plan({ mode: 'rolling' }), cells);
    expect(rolled.plan).toEqual({ startFiscalYear: 2025, years: 3, mode: 'rolling' });
    expect(rolled.amounts).toEqual([amount('road', 2025, 3), amount('road', 2026, 4)]);
    const next = rollForward(plan(), cells);
    expect([next.plan.startFiscalYear, next.amounts]).toEqual([2027, []]);
  });

  it.each<[string, ImplementationPlan['state'], string | null, string | null]>([
    ['下書き', 'draft', null, 'implementation-not-settled'],
    ['確定', 'settled', 'implementation-settled', null],
    ['公表', 'published', 'implementation-settled', 'implementation-public'],
  ])('%sを確定・公表する', (_, state, settle, publish) => {
    const settled = decideSettle(plan({ state }), stored);
    const published = decidePublish(plan({ state }));
    expect([settled.ok ? null : settled.error.code, published.ok ? null : published.error.code]).toEqual([
      settle,
      publish,
    ]);
  });

  it('額のない計画は確定できない', () => {
    const settled = decideSettle(plan(), new Map());
    expect(settled.ok ? null : settled.error.code).toBe('implementation-empty');
  });
});

const types = [
  { key: 'hard', label: 'ハード', settledIn: 'implementation-plan' as const },
  { key: 'soft', label: 'ソフト', settledIn: 'budget' as const },
];
const programme = (programmeKey: string, typeKey: string | null, change = {}) => ({
  programmeKey,
  name: programmeKey,
  typeKey,
  unitKey: 'doboku',
  startFiscalYear: null,
  endFiscalYear: null,
  ...change,
});

it('合計: 一つずつの区分では全体と合い、一般財源は一つでも不明なら不明', () => {
  const cells = cellsOf([
    amount('road', 2024, 10, { generalThousandYen: 3 }),
    amount('road', 2025, 20, { generalThousandYen: 4 }),
    amount('school', 2024, 5),
  ]).values();
  const totals = totalsBy(cells, (key) => (key === 'road' ? ['土木課'] : []));
  expect(totals).toEqual([
    {
      key: '土木課',
      byYear: new Map([
        [2024, 10],
        [2025, 20],
      ]),
      totalThousandYen: 30,
      generalThousandYen: 7,
      programmes: 1,
    },
    { key: '', byYear: new Map([[2024, 5]]), totalThousandYen: 5, generalThousandYen: null, programmes: 1 },
  ]);
});

it.each([
  ['ハード事業に額がない', [programme('hall', 'hard')], [], ['implementation-hard-missing']],
  ['終わったハード事業', [programme('hall', 'hard', { endFiscalYear: 2023 })], [], []],
  [
    '一般財源が不明',
    [programme('road', 'hard')],
    [amount('road', 2024, 5)],
    ['implementation-general-missing'],
  ],
  [
    '担当がない',
    [programme('school', 'soft', { unitKey: null })],
    [amount('school', 2024, 5)],
    ['implementation-no-unit'],
  ],
  [
    '事業の期間の外',
    [programme('school', 'soft', { endFiscalYear: 2024 })],
    [amount('school', 2025, 5)],
    ['implementation-outside'],
  ],
  ['一覧にない事業', [], [amount('lost', 2025, 5)], ['implementation-programme-gone']],
])('点検: %s', (_, programmes, amounts, codes) => {
  const found = checkImplementation(plan(), cellsOf(amounts), programmes, types);
  expect(found.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'warning']));
});
