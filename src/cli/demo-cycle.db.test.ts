import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/factories/database.ts';
import type { Acting } from '../app/acting.ts';
import { readDecisionReview } from '../app/evaluation/read-decision-review.ts';
import { readRound } from '../app/evaluation/read-round.ts';
import type { Database } from '../db/connection.ts';
import { findBudgetYear, loadFrames, loadOffsets, loadProposals } from '../db/read-budget.ts';
import { loadRounds, loadSheets } from '../db/read-evaluation.ts';
import { loadImplementationAmounts, loadImplementationPlans } from '../db/read-implementation.ts';
import {
  findYearlyCycle,
  loadProgrammes,
  loadProgrammeYears,
  loadSettledYears,
} from '../db/read-programme.ts';
import { loadEntries, loadPublications } from '../db/read-publication.ts';
import { type TenantTx, withTenant } from '../db/tenant.ts';
import type { BudgetScheme } from '../domain/budget/budget-scheme.ts';
import { checkOffsetGiven, checkOffsets } from '../domain/budget/offsets.ts';
import { answersEvaluation } from '../domain/budget/proposal-answers.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { loadDemo } from './load-demo.ts';

const [seiro, shiojiri, maniwa, sapporo] = ['153079', '202151', '332143', '011002'] as MunicipalityCode[];
let db: Database;

const read = <T>(town: MunicipalityCode | undefined, query: (tx: TenantTx) => Promise<T>) =>
  withTenant(db, { municipality: town as MunicipalityCode, actor: 'test', origin: 'test' }, query);

beforeAll(async () => {
  db = await testDatabase();
  await loadDemo(db, new Date('2026-11-21T03:00:00Z'));
}, 120_000);

describe('聖籠町の一年', () => {
  it('令和6年度の224事業の評価が、決算と方向の数とともに公表されている', async () => {
    const { round, entries } = await read(seiro, async (tx) => {
      const [newest] = await loadPublications(tx, 'evaluation');
      if (newest === undefined) throw new Error('nothing is published');
      return { round: newest, entries: await loadEntries(tx, newest) };
    });
    expect(round).toMatchObject({
      fiscalYear: 2024,
      edition: 1,
      content: { population: { persons: 13_986 } },
    });
    expect(entries).toHaveLength(224);
    const settled = entries.map(
      ({ figures }) =>
        figures.years.find(({ fiscalYear }) => fiscalYear === 2024)?.settled.totalThousandYen ?? 0,
    );
    expect(settled.reduce((sum, amount) => sum + amount, 0)).toBe(4_582_433);
    const count = (label: string) => entries.filter(({ direction }) => direction?.label === label).length;
    expect(
      [
        '現状のまま継続',
        '改善（手段の変更）',
        '改善（事業の拡大）',
        '統合・休止・廃止',
        '改善（事業の縮小）',
      ].map(count),
    ).toEqual([183, 17, 14, 6, 4]);
    // 一次 and 二次 each have their own record; what the person in charge wrote is not public.
    expect(
      entries.every(({ records }) => records.map((each) => each.stageKey).join() === 'first,second'),
    ).toBe(true);
  });

  it('決算は確定していて、資料にない言葉は一つも公表されていない', async () => {
    expect((await read(seiro, loadSettledYears)).map(({ fiscalYear }) => fiscalYear)).toEqual([2024]);
    const entries = await read(seiro, async (tx) => {
      const [newest] = await loadPublications(tx, 'evaluation');
      return newest === undefined ? [] : loadEntries(tx, newest);
    });
    const said = entries.flatMap(({ records }) =>
      records.flatMap((each) => [
        each.directionReason,
        each.gradeReason,
        ...each.texts.map(({ body }) => body),
        ...each.criteria.flatMap(({ level, reason }) => [level, reason]),
      ]),
    );
    expect(said.filter((words) => words !== '')).toEqual([]);
  });

  it('令和8年度の枠が課ごとにあり、計算の跡と合う', async () => {
    const { year, frames, proposals } = await read(seiro, async (tx) => ({
      year: await findBudgetYear(tx, 2026),
      frames: await loadFrames(tx, 2026),
      proposals: await loadProposals(tx, 2026),
    }));
    expect(year).toMatchObject({ state: 'notified', baseFiscalYear: 2024 });
    expect(new Set(frames.map(({ unitKey }) => unitKey)).size).toBe(17);
    expect(proposals).toHaveLength(224);
    // A frame ends where its arithmetic ends.
    expect(
      frames.filter(
        ({ steps, computedThousandYen }) => steps.at(-1)?.amountThousandYen !== computedThousandYen,
      ),
    ).toEqual([]);
    // Their first steps are the settled amounts, each counted once.
    const base = frames.reduce((sum, { steps }) => sum + (steps[0]?.amountThousandYen ?? 0), 0);
    expect(base).toBe(4_582_433);
  });

  it('提案は評価の方向どおりに始まり、決算が0の二つだけが違い、見合いの財源が足りている', async () => {
    const { proposals, offsets } = await read(seiro, async (tx) => ({
      proposals: await loadProposals(tx, 2026),
      offsets: await loadOffsets(tx, 2026),
    }));
    const kinds = Map.groupBy(proposals, ({ kind }) => kind);
    expect(Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.length]))).toEqual({
      continue: 202,
      expand: 13,
      reduce: 3,
      stop: 6,
    });
    // Nothing is 5 % more or 10 % less than nought.
    expect(
      proposals
        .filter((each) => !answersEvaluation(each))
        .map(({ name, evaluationClass, baseGeneralThousandYen: base }) => [name, evaluationClass, base])
        .toSorted(),
    ).toEqual([
      ['ほ場整備園芸試験推進事業', 'reduce', 0],
      ['移住支援事業', 'expand', 0],
    ]);
    expect(proposals.find(({ name }) => name === '自治体ＤＸ推進事業')).toMatchObject({
      kind: 'expand',
      baseGeneralThousandYen: 83_512,
      requestedGeneralThousandYen: 87_688,
    });
    const rule = { proposals: { offsetFor: ['expand'] } } as unknown as BudgetScheme;
    expect(proposals.flatMap((each) => checkOffsetGiven(rule, each, offsets))).toEqual([]);
    expect(checkOffsets(proposals, offsets)).toEqual([]);
    expect(proposals.filter(({ kind, reason }) => kind !== 'continue' && reason === '')).toEqual([]);
  });

  it('実施計画の見本は下書きで、3か年とも決算の合計になる', async () => {
    const { plans, amounts } = await read(seiro, async (tx) => ({
      plans: await loadImplementationPlans(tx),
      amounts: await loadImplementationAmounts(tx, 2026),
    }));
    expect(plans.find(({ startFiscalYear }) => startFiscalYear === 2026)).toMatchObject({
      state: 'draft',
      mode: 'fixed',
    });
    const sum = (year: number) =>
      amounts.reduce((all, each) => all + (each.fiscalYear === year ? each.amountThousandYen : 0), 0);
    expect([2026, 2027, 2028].map(sum)).toEqual([4_582_433, 4_582_433, 4_582_433]);
  });

  it('実施計画の公表は、資料にある令和6年度の決算だけを入れ、ほかの年度は空のままにする', async () => {
    const { plans, lines } = await read(seiro, async (tx) => {
      const found = await loadPublications(tx, 'implementation-plan');
      const [newest] = found;
      return { plans: found, lines: newest === undefined ? [] : await loadEntries(tx, newest) };
    });
    expect(plans).toMatchObject([
      { edition: 1, content: { startFiscalYear: 2024, years: 3, mode: 'rolling' } },
    ]);
    expect(plans[0]?.title).toContain('見本');
    expect(lines).toHaveLength(224);
    const amounts = lines.flatMap((line) => line.amounts);
    expect(new Set(amounts.map(({ fiscalYear }) => fiscalYear))).toEqual(new Set([2024]));
    expect(amounts.reduce((sum, { amountThousandYen }) => sum + amountThousandYen, 0)).toBe(4_582_433);
  });

  it('予算の公表は、評価の方向と決算だけを言い、資料にない要求・配分・枠は一つも言わない', async () => {
    const { budgets, lines } = await read(seiro, async (tx) => {
      const found = await loadPublications(tx, 'budget');
      const [newest] = found;
      return { budgets: found, lines: newest === undefined ? [] : await loadEntries(tx, newest) };
    });
    expect(budgets).toMatchObject([
      {
        fiscalYear: 2026,
        edition: 1,
        content: { stage: 'making', baseFiscalYear: 2024, round: { roundKey: 'fy2024-after' }, frames: [] },
      },
    ]);
    expect(lines).toHaveLength(224);
    expect(lines.reduce((sum, { baseGeneralThousandYen }) => sum + baseGeneralThousandYen, 0)).toBe(
      4_582_433,
    );
    const count = (common: string) => lines.filter((line) => line.evaluationClass === common).length;
    expect(['continue', 'improve', 'expand', 'abolish', 'reduce'].map(count)).toEqual([183, 17, 14, 6, 4]);
    const invented = lines.filter(
      (line) =>
        line.kind !== null ||
        line.requestedGeneralThousandYen !== null ||
        line.allocatedGeneralThousandYen !== null ||
        line.decisionReason !== '' ||
        line.offsets.length > 0,
    );
    expect(invented).toEqual([]);
  });

  it('次の回は進行中で、総務課のシートはどの状態にもある', async () => {
    const { rounds, sheets } = await read(seiro, async (tx) => ({
      rounds: await loadRounds(tx),
      sheets: await loadSheets(tx, 'fy2025-after'),
    }));
    expect(rounds.map(({ fiscalYear, state }) => [fiscalYear, state])).toEqual(
      expect.arrayContaining([
        [2024, 'published'],
        [2025, 'open'],
      ]),
    );
    expect(sheets).toHaveLength(224);
    const years = await read(seiro, (tx) => loadProgrammeYears(tx, { fiscalYears: [2025] }));
    expect(years).toHaveLength(224);
    expect(
      years.every(
        ({ settled, budget }) => settled.totalThousandYen === null && budget.totalThousandYen === null,
      ),
    ).toBe(true);
    const own = sheets.filter(({ unitKey }) => unitKey === 'somu').map(({ status }) => status);
    expect(new Set(own)).toEqual(new Set(['submitted', 'returned', 'draft', 'not-started']));
    expect(sheets.filter(({ status }) => status === 'approved')).toHaveLength(6);
  });
});

it('塩尻市: 年間の予定、事中評価の様式と見本の回があり、数字は作られず、何も公表されていない', async () => {
  const { cycle, programmes, rounds, sheets, published } = await read(shiojiri, async (tx) => ({
    cycle: await findYearlyCycle(tx),
    programmes: await loadProgrammes(tx),
    rounds: await loadRounds(tx),
    sheets: await loadSheets(tx, 'sample-during'),
    published: await loadPublications(tx, 'evaluation'),
  }));
  expect(cycle.calendar.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['after', 'during', 'frames', 'vote']),
  );
  expect([programmes, published]).toEqual([[], []]);
  expect(rounds).toMatchObject([
    { roundKey: 'sample-during', fiscalYear: 2026, state: 'open', target: 'plan-item' },
  ]);
  expect(sheets).toHaveLength(9);
  const inTurn = sheets.map(({ stageKeys, stageIndex }) => stageKeys[stageIndex]);
  expect(inTurn.filter((stage) => stage === 'external')).toHaveLength(3);
  expect(new Set(inTurn)).toEqual(new Set(['entry', 'first', 'second', 'external']));
});

it('塩尻市の外部評価者には、外部評価の対象だけが見え、庁内だけの指摘は見えない', async () => {
  const reviewer: Acting = {
    db,
    as: { municipality: shiojiri as MunicipalityCode, actor: 'gaibu', origin: 'test' },
    actor: {
      userId: 'gaibu',
      displayName: '外部評価者',
      grants: [{ role: 'external-reviewer', unitKey: null }],
    },
    now: new Date('2026-11-21T03:00:00Z'),
  };
  const round = await readRound(reviewer, 'sample-during');
  expect(round?.outside).toBe(true);
  expect(round?.sheets.map(({ subject, mine }) => [subject.subjectKey, mine])).toEqual([
    ['field-1', true],
    ['field-2', true],
    ['field-3', true],
    ['field-4', false],
  ]);
  const review = await readDecisionReview(reviewer, 'sample-during');
  expect(review?.reviewed.filter(({ waits }) => waits)).toHaveLength(3);
  expect(review?.reviewed.flatMap(({ remarks }) => remarks.map(({ audience }) => audience))).toEqual([
    'public',
  ]);
});

it('真庭市: 中間の自己評価が開き、年度末は用意されていて、公表はない', async () => {
  const { rounds, sheets, published } = await read(maniwa, async (tx) => ({
    rounds: await loadRounds(tx),
    sheets: await loadSheets(tx, 'goals-2023-mid-year'),
    published: await loadPublications(tx, 'evaluation'),
  }));
  expect(rounds.map(({ roundKey, state }) => [roundKey, state]).toSorted()).toEqual([
    ['goals-2023-mid-year', 'open'],
    ['goals-2023-year-end', 'preparing'],
  ]);
  expect(sheets.length).toBeGreaterThan(10);
  expect(published).toEqual([]);
});

it('ほかの町には何も加わらない', async () => {
  expect(await read(sapporo, loadRounds)).toEqual([]);
  expect((await read(sapporo, findYearlyCycle)).version).toBe(0);
});

it('二度目は何も変えない', async () => {
  const before = await read(seiro, async (tx) =>
    (await loadSheets(tx, 'fy2025-after')).map(({ version }) => version),
  );
  await loadDemo(db, new Date('2026-11-22T03:00:00Z'));
  const after = await read(seiro, async (tx) =>
    (await loadSheets(tx, 'fy2025-after')).map(({ version }) => version),
  );
  expect(after).toEqual(before);
});
