import { expect } from 'vitest';
import { allocate, type TypedDecision } from '../../src/app/budget/allocate.ts';
import { computeYearFrames } from '../../src/app/budget/compute-year-frames.ts';
import { notifyFrames } from '../../src/app/budget/notify-frames.ts';
import { createBudgetYear } from '../../src/app/budget/open-budget-year.ts';
import { moveProposals, saveProposal, type TypedProposal } from '../../src/app/budget/save-proposal.ts';
import { seedProposals } from '../../src/app/budget/seed-proposals.ts';
import { settleBudget } from '../../src/app/budget/settle-budget.ts';
import type { Refusal } from '../../src/app/refusal.ts';
import { loadProposals, type StoredProposal } from '../../src/db/read-budget.ts';
import type { Result } from '../../src/domain/kernel/result.ts';
import type { BudgetTown } from './budget-town.ts';

export const succeed = async <T>(done: Promise<Result<T, Refusal>>): Promise<T> => {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A new proposal of こども未来課 that needs an offset of 300 thousand yen. */
export const typedProposal = (change: Partial<TypedProposal> = {}): TypedProposal => ({
  programmeKey: null,
  name: '見守りの新しい仕組み',
  unitKey: 'kodomo',
  expenseClass: 'general',
  kind: 'new',
  baseGeneralThousandYen: 0,
  requestedThousandYen: 500,
  requestedGeneralThousandYen: 300,
  laterYears: [{ fiscalYear: 2027, amountThousandYen: 300 }],
  endFiscalYear: 2027,
  obligatory: false,
  alternativeGroup: '',
  divisionPriority: 1,
  reason: '相談が増えている',
  offsets: [],
  ...change,
});

export interface BudgetSteps {
  /** Refused with this problem, and nothing is written. */
  readonly refusedWith: (
    command: () => Promise<Result<unknown, Refusal>>,
    code: string,
    params?: object,
  ) => Promise<void>;
  readonly proposal: (key: string) => Promise<StoredProposal>;
  /** All that was asked, as the person has just read it. */
  readonly decision: (key: string, change?: Partial<TypedDecision>) => Promise<TypedDecision>;
  readonly yearLock: () => Promise<number>;
}

export const budgetSteps = (town: BudgetTown, year: number): BudgetSteps => {
  const proposal = async (key: string): Promise<StoredProposal> => {
    const found = (await town.office.read((tx) => loadProposals(tx, year, [key])))[0];
    if (found === undefined) throw new Error(`there is no proposal ${key}`);
    return found;
  };
  return {
    proposal,
    refusedWith: async (command, code, params = {}) => {
      const before = await town.office.written();
      const result = await command();
      expect(result.ok ? 'done' : result.error.map((each) => each.code)).toContain(code);
      if (!result.ok)
        expect(result.error.find((each) => each.code === code)?.params ?? {}).toMatchObject(params);
      expect(await town.office.written()).toEqual(before);
    },
    decision: async (key, change = {}) => {
      const { version, requestedGeneralThousandYen } = await proposal(key);
      return {
        proposalKey: key,
        decline: false,
        amountThousandYen: requestedGeneralThousandYen,
        reason: '',
        seen: version,
        ...change,
      };
    },
    yearLock: async () => (await town.year(year))?.version ?? 0,
  };
};

const place = { town: '塩尻市', href: 'https://example.lg.jp/office/budget' };

/** Up to proposals that are handed in: 見守り gives 400 of its 1,000, of which something new takes 300. Its key. */
export const handInEverything = async (town: BudgetTown, year: number): Promise<string> => {
  const { zaisei, tanto } = town.people;
  const steps = budgetSteps(town, year);
  await succeed(createBudgetYear(zaisei, year, town.setup));
  await succeed(computeYearFrames(zaisei, year));
  await succeed(seedProposals(zaisei, year));
  await succeed(notifyFrames(zaisei, year, await steps.yearLock(), place));
  const { version, ...watch } = await steps.proposal('watch');
  await succeed(
    saveProposal(
      tanto,
      year,
      'watch',
      { ...watch, kind: 'reduce', requestedGeneralThousandYen: 600, reason: '見直し', offsets: [] },
      version,
    ),
  );
  const offsets = [{ freedByKey: 'watch', amountThousandYen: 300 }];
  const { proposalKey } = await succeed(saveProposal(tanto, year, null, typedProposal({ offsets }), 0));
  const all = await town.office.read((tx) => loadProposals(tx, year));
  const moved = all.map((each) => ({ proposalKey: each.proposalKey, seen: each.version }));
  await succeed(moveProposals(zaisei, year, moved, 'submitted'));
  return proposalKey;
};

/** A year that is settled; the key of what was new in it. */
export const settleEverything = async (town: BudgetTown, year: number): Promise<string> => {
  const { zaisei } = town.people;
  const steps = budgetSteps(town, year);
  const key = await handInEverything(town, year);
  const less = { amountThousandYen: 1900, reason: '枠の範囲' };
  const decisions = [
    ...(await Promise.all(['watch', 'park', 'law', key].map((each) => steps.decision(each)))),
    await steps.decision('road', less),
  ];
  await succeed(allocate(zaisei, year, decisions));
  await succeed(settleBudget(zaisei, year, await steps.yearLock()));
  return key;
};
