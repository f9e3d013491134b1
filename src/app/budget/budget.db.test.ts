import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BudgetSteps,
  budgetSteps,
  succeed,
  typedProposal as typed,
} from '../../../test/factories/budget-steps.ts';
import { type BudgetTown, openBudgetTown } from '../../../test/factories/budget-town.ts';
import { loadFrames, loadProposals } from '../../db/read-budget.ts';
import { loadIncentives } from '../../db/read-budget-moves.ts';
import { budgetProposal } from '../../db/schema/budget.ts';
import { mail } from '../../db/schema/collection.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Refusal } from '../refusal.ts';
import { allocate, prioritise } from './allocate.ts';
import { adjustFrame, computeYearFrames } from './compute-year-frames.ts';
import { grantBudgetIncentive, spendBudgetIncentive } from './incentives.ts';
import { notifyFrames } from './notify-frames.ts';
import { changeBudgetYear, createBudgetYear } from './open-budget-year.ts';
import { publishBudget } from './publish-budget.ts';
import { moveProposals, removeProposal, saveProposal } from './save-proposal.ts';
import { seedProposals } from './seed-proposals.ts';
import { settleBudget } from './settle-budget.ts';
import { transferBudget } from './transfer-budget.ts';

let town: BudgetTown;
let steps: BudgetSteps;
beforeAll(async () => {
  town = await openBudgetTown();
  steps = budgetSteps(town, year);
});
afterAll(() => town.office.db.close());

const year = 2026;
const place = { town: '塩尻市', href: 'https://example.lg.jp/office/budget' };
const refusedWith: BudgetSteps['refusedWith'] = (...args) => steps.refusedWith(...args);
const proposal: BudgetSteps['proposal'] = (key) => steps.proposal(key);
const decision: BudgetSteps['decision'] = (...args) => steps.decision(...args);
const yearLock: BudgetSteps['yearLock'] = () => steps.yearLock();

describe('予算編成の一年', () => {
  it('年度を始める前の断り', async () => {
    const { zaisei, kacho } = town.people;
    await refusedWith(async () => createBudgetYear(kacho, year, town.setup), 'not-allowed');
    await refusedWith(
      async () => createBudgetYear(zaisei, year, { ...town.setup, baseFiscalYear: 2026 }),
      'budget-base-year',
    );
    await refusedWith(
      async () => createBudgetYear(zaisei, year, { ...town.setup, schemeVersion: 9 }),
      'budget-scheme-unknown',
    );
    await refusedWith(
      async () => createBudgetYear(zaisei, year, { ...town.setup, roundKey: 'x' }),
      'budget-round-unknown',
    );
    await refusedWith(async () => computeYearFrames(zaisei, year), 'budget-year-unknown');
  });

  it('枠を基準年度の事業から計算し、額のない事業は推し量らずに挙げる', async () => {
    const { zaisei } = town.people;
    await succeed(createBudgetYear(zaisei, year, town.setup));
    await refusedWith(async () => createBudgetYear(zaisei, year, town.setup), 'budget-year-exists');
    await refusedWith(async () => notifyFrames(zaisei, year, await yearLock(), place), 'budget-no-frames');
    const computed = await succeed(computeYearFrames(zaisei, year));
    expect(computed.leftOut).toEqual([
      expect.objectContaining({ programmeKey: 'unknown', why: 'no-amount', name: '額の分からない事業' }),
    ]);
    const frames = await town.office.read((tx) => loadFrames(tx, year));
    expect(frames.map((each) => [each.unitKey, each.expenseClass, each.computedThousandYen])).toEqual([
      ['doboku', 'general', 1940],
      ['kodomo-bu', 'general', 1455],
      ['kodomo-bu', 'obligatory', 700],
    ]);
  });

  it('枠の調整には理由が要り、後から書いた人を上書きしない', async () => {
    const { zaisei, kacho } = town.people;
    const at = { fiscalYear: year, unitKey: 'kodomo-bu', expenseClass: 'general' };
    await refusedWith(
      async () => adjustFrame(kacho, at, { amountThousandYen: 1, reason: 'x' }, 1),
      'not-allowed',
    );
    await refusedWith(
      async () => adjustFrame(zaisei, at, { amountThousandYen: 45, reason: '' }, 1),
      'reason-required',
    );
    await refusedWith(
      async () => adjustFrame(zaisei, at, { amountThousandYen: -1456, reason: 'x' }, 1),
      'frame-below-nought',
      { computed: 1455 },
    );
    await succeed(adjustFrame(zaisei, at, { amountThousandYen: 45, reason: '制度の改正' }, 1));
    await refusedWith(
      async () => adjustFrame(zaisei, at, { amountThousandYen: 50, reason: 'x' }, 1),
      'changed-meanwhile',
    );
  });

  it('計算し直しても、人の調整は残る', async () => {
    await succeed(computeYearFrames(town.people.zaisei, year));
    const frames = await town.office.read((tx) => loadFrames(tx, year));
    expect(frames.find(({ unitKey }) => unitKey === 'kodomo-bu')).toMatchObject({
      computedThousandYen: 1455,
      adjustmentThousandYen: 45,
    });
  });

  it('通知の前には配分できない', async () => {
    await succeed(seedProposals(town.people.zaisei, year));
    await refusedWith(
      async () => allocate(town.people.kacho, year, [await decision('watch')]),
      'budget-not-notified',
    );
  });

  it('事業から継続の提案を作る。二度押しても増えない', async () => {
    expect(await succeed(seedProposals(town.people.zaisei, year))).toEqual({ made: 0, leftOut: 1 });
    expect(await proposal('watch')).toMatchObject({
      kind: 'continue',
      settledIn: 'budget',
      baseGeneralThousandYen: 1000,
      requestedThousandYen: 1200,
      obligatory: false,
    });
    expect(await proposal('road')).toMatchObject({ settledIn: 'implementation-plan', unitKey: 'doboku' });
    expect(await proposal('law')).toMatchObject({ obligatory: true, expenseClass: 'obligatory' });
  });

  it('部長に通知が届く', async () => {
    const { zaisei } = town.people;
    await refusedWith(async () => notifyFrames(zaisei, year, 99, place), 'changed-meanwhile');
    const told = await succeed(notifyFrames(zaisei, year, await yearLock(), place));
    expect(told).toEqual({ mailed: 0, pageOnly: 1, unreached: ['土木課'] });
    const [letter] = await town.office.read((tx) =>
      tx.q
        .select({ body: mail.body })
        .from(mail)
        .where(eq(mail.subjectKey, `budget ${year}`)),
    );
    expect(letter?.body).toContain('こども教育部 一般の経費: 1,500千円');
    await refusedWith(async () => computeYearFrames(zaisei, year), 'budget-frames-notified');
    await refusedWith(
      async () => changeBudgetYear(zaisei, year, town.setup, await yearLock()),
      'budget-frames-notified',
    );
  });
});

describe('提案', () => {
  it('自分の課でない提案は書けない', async () => {
    await refusedWith(
      async () => saveProposal(town.people.tanto, year, null, typed({ unitKey: 'doboku' }), 0),
      'not-allowed',
    );
    const { version, ...road } = await proposal('road');
    await refusedWith(
      async () =>
        saveProposal(town.people.tanto, year, 'road', { ...road, unitKey: 'kodomo', offsets: [] }, version),
      'not-allowed',
    );
    await refusedWith(async () => saveProposal(town.people.kikaku, year, null, typed(), 0), 'not-allowed');
  });

  it('財源の合わない提案、二人の書き手、同じ事業の二つ目は断る', async () => {
    const { tanto } = town.people;
    await refusedWith(
      async () => saveProposal(tanto, year, null, typed({ requestedThousandYen: 200 }), 0),
      'sources-do-not-add-up',
      { over: 100 },
    );
    await refusedWith(
      async () => saveProposal(tanto, year, null, typed({ programmeKey: 'watch' }), 0),
      'proposal-programme-taken',
    );
    await refusedWith(
      async () => saveProposal(tanto, year, null, typed({ programmeKey: 'nothing' }), 0),
      'budget-programme-unknown',
    );
    const { version, ...watch } = await proposal('watch');
    const reduced = { ...watch, kind: 'reduce' as const, requestedGeneralThousandYen: 600, reason: '見直し' };
    await refusedWith(
      async () => saveProposal(tanto, year, 'watch', { ...reduced, reason: '', offsets: [] }, version),
      'proposal-reason',
    );
    await succeed(saveProposal(tanto, year, 'watch', { ...reduced, offsets: [] }, version));
    await refusedWith(
      async () => saveProposal(tanto, year, 'watch', { ...reduced, offsets: [] }, version),
      'changed-meanwhile',
    );
  });

  it('見合いのない新規は提出できず、同じ財源は二度使えない', async () => {
    const { tanto } = town.people;
    const { proposalKey } = await succeed(saveProposal(tanto, year, null, typed(), 0));
    const moved = async (key: string) => ({ proposalKey: key, seen: (await proposal(key)).version });
    await refusedWith(
      async () => moveProposals(tanto, year, [await moved(proposalKey)], 'submitted'),
      'offset-required',
      {
        needed: 300,
        lacking: 300,
      },
    );
    const paid = (amountThousandYen: number) =>
      typed({ offsets: [{ freedByKey: 'watch', amountThousandYen }] });
    await succeed(saveProposal(tanto, year, proposalKey, paid(300), (await proposal(proposalKey)).version));
    await refusedWith(
      async () => saveProposal(tanto, year, null, { ...paid(101), name: '二つ目' }, 0),
      'offset-used-twice',
      {
        freed: 400,
        used: 401,
        over: 1,
      },
    );
    await refusedWith(
      async () => removeProposal(tanto, year, 'watch', (await proposal('watch')).version),
      'proposal-pays-for-other',
    );
    const all = await town.office.read((tx) => loadProposals(tx, year));
    const own = all.filter(({ unitKey }) => unitKey === 'kodomo');
    await succeed(
      moveProposals(
        tanto,
        year,
        own.map((each) => ({ proposalKey: each.proposalKey, seen: each.version })),
        'submitted',
      ),
    );
    await refusedWith(
      async () => saveProposal(tanto, year, proposalKey, paid(300), (await proposal(proposalKey)).version),
      'proposal-handed-in',
    );
    town.newKey = proposalKey;
  });
});

describe('配分から公表まで', () => {
  it('枠を超える配分は、どこでいくら超えたかを言って断る', async () => {
    const { bucho } = town.people;
    await town.office.read((tx) =>
      tx.q
        .update(budgetProposal)
        .set({ requestedGeneral: 2000 })
        .where(eq(budgetProposal.proposalKey, 'park')),
    );
    await refusedWith(
      async () =>
        allocate(bucho, year, [
          await decision('watch'),
          await decision('park', { amountThousandYen: 1000, reason: '減らす' }),
        ]),
      'frame-exceeded',
      { unit: 'こども教育部', expenseClass: '一般の経費', frame: 1500, allocated: 1600, over: 100 },
    );
    await refusedWith(
      async () => allocate(bucho, year, [await decision('park', { amountThousandYen: 1 })]),
      'reason-required',
    );
    await refusedWith(
      async () => allocate(bucho, year, [await decision('park', { amountThousandYen: 2001 })]),
      'allocation-beyond-request',
      { over: 1 },
    );
    await refusedWith(async () => allocate(bucho, year, [await decision('road')]), 'not-allowed');
    await refusedWith(
      async () => allocate(bucho, year, [await decision('law', { decline: true, reason: 'x' })]),
      'decline-obligatory',
    );
    await refusedWith(
      async () => allocate(bucho, year, [await decision('watch', { seen: 1 })]),
      'changed-meanwhile',
    );
  });

  it('縮小を見送ると、その財源を見合いにした新規は認められない', async () => {
    const { bucho } = town.people;
    await refusedWith(
      async () =>
        allocate(bucho, year, [
          await decision('watch', { decline: true, reason: '縮められない' }),
          await decision(town.newKey),
        ]),
      'offset-not-freed',
      { freed: 0, used: 300 },
    );
  });

  it('枠に収めて配分する', async () => {
    const { bucho } = town.people;
    const decided = await succeed(
      allocate(bucho, year, [
        await decision('watch'),
        await decision('park', { amountThousandYen: 500, reason: '今の範囲で行う' }),
        await decision(town.newKey),
        await decision('law'),
      ]),
    );
    expect(decided.decided).toBe(4);
    expect(await proposal('watch')).toMatchObject({ state: 'allocated', allocatedGeneralThousandYen: 600 });
  });

  it('還元: 規則で額が決まり、使うと枠が増え、残りより多くは使えない', async () => {
    const { zaisei, bucho } = town.people;
    const effort = {
      unitKey: 'kodomo-bu',
      name: '電気の契約',
      effectThousandYen: 100,
      points: { effort: 2 },
    };
    await refusedWith(async () => grantBudgetIncentive(bucho, year, effort), 'not-allowed');
    await refusedWith(
      async () => grantBudgetIncentive(zaisei, year, { ...effort, points: {} }),
      'incentive-points',
    );
    const { incentiveId, grantedThousandYen } = await succeed(grantBudgetIncentive(zaisei, year, effort));
    expect(grantedThousandYen).toBe(100);
    await refusedWith(async () => spendBudgetIncentive(bucho, year, incentiveId, 101, 1), 'incentive-spent', {
      left: 100,
    });
    await succeed(spendBudgetIncentive(bucho, year, incentiveId, 60, 1));
    await refusedWith(async () => spendBudgetIncentive(bucho, year, incentiveId, 10, 1), 'changed-meanwhile');
    const [stored] = await town.office.read((tx) => loadIncentives(tx));
    expect(stored?.used).toEqual([{ fiscalYear: year, amountThousandYen: 60 }]);
    // 1,400 is given out of 1,500: with the 60 there is room for 160.
    await succeed(
      allocate(bucho, year, [await decision('park', { amountThousandYen: 660, reason: '還元を使う' })]),
    );
    await refusedWith(
      async () =>
        allocate(bucho, year, [await decision('park', { amountThousandYen: 661, reason: '還元を使う' })]),
      'frame-exceeded',
      { over: 1, frame: 1560 },
    );
  });

  it('決まっていない提案があると確定できない', async () => {
    const { zaisei } = town.people;
    await refusedWith(async () => settleBudget(zaisei, year, await yearLock()), 'proposals-undecided', {
      count: 1,
    });
    await refusedWith(
      async () =>
        transferBudget(zaisei, year, {
          fromProposalKey: 'watch',
          toProposalKey: 'park',
          amountThousandYen: 1,
          reason: 'x',
        }),
      'budget-not-settled',
    );
    await refusedWith(async () => publishBudget(zaisei, year, '', await yearLock()), 'budget-not-settled');
    await succeed(
      moveProposals(
        zaisei,
        year,
        [{ proposalKey: 'road', seen: (await proposal('road')).version }],
        'submitted',
      ),
    );
    // 2,000 was asked of a frame of 1,940: the road is given what there is.
    await refusedWith(async () => allocate(zaisei, year, [await decision('road')]), 'frame-exceeded', {
      over: 60,
    });
    await succeed(
      allocate(zaisei, year, [await decision('road', { amountThousandYen: 1900, reason: '枠の範囲' })]),
    );
    await refusedWith(async () => settleBudget(town.people.bucho, year, await yearLock()), 'not-allowed');
    await succeed(settleBudget(zaisei, year, await yearLock()));
  });

  it('確定した年度は変わらない', async () => {
    const { zaisei, tanto, bucho, kikaku } = town.people;
    const at = { fiscalYear: year, unitKey: 'kodomo-bu', expenseClass: 'general' };
    const { version } = await proposal('watch');
    const all: readonly (() => Promise<Result<unknown, Refusal>>)[] = [
      async () => computeYearFrames(zaisei, year),
      async () => adjustFrame(zaisei, at, { amountThousandYen: 0, reason: '' }, 1),
      async () => seedProposals(zaisei, year),
      async () => saveProposal(tanto, year, null, typed(), 0),
      async () => removeProposal(tanto, year, 'watch', version),
      async () => moveProposals(tanto, year, [{ proposalKey: 'watch', seen: version }], 'draft'),
      async () => allocate(bucho, year, [await decision('watch')]),
      async () => prioritise(kikaku, year, []),
      async () => settleBudget(zaisei, year, await yearLock()),
      async () => changeBudgetYear(zaisei, year, town.setup, await yearLock()),
    ];
    for (const each of all) await refusedWith(each, 'budget-year-settled');
  });
});
