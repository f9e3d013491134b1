import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BudgetSteps,
  budgetSteps,
  succeed,
  typedProposal,
} from '../../../test/factories/budget-steps.ts';
import { type BudgetTown, openBudgetTown } from '../../../test/factories/budget-town.ts';
import { createBudgetYear } from './open-budget-year.ts';
import { saveProposal } from './save-proposal.ts';
import { seedProposals } from './seed-proposals.ts';

const year = 2026;
let town: BudgetTown;
let steps: BudgetSteps;
beforeAll(async () => {
  town = await openBudgetTown();
  steps = budgetSteps(town, year);
  await succeed(createBudgetYear(town.people.zaisei, year, town.setup));
});
afterAll(() => town.office.db.close());

const stopped = {
  kind: 'stop',
  requestedThousandYen: 0,
  requestedGeneralThousandYen: 0,
  endFiscalYear: null,
  laterYears: [],
} as const;

describe('基準年度の額', () => {
  it.each([
    ['事業のない提案で財源が浮くように見せる', { programmeKey: null }, 'proposal-base-without-programme'],
    ['事業の額より多く入れる', { programmeKey: 'watch' }, 'proposal-base-differs'],
  ])('%sことはできない', async (_, change, code) => {
    const typed = typedProposal({ ...stopped, ...change, baseGeneralThousandYen: 500_000 });
    await steps.refusedWith(() => saveProposal(town.people.tanto, year, null, typed, 0), code);
  });

  it('事業の額どおりなら書け、作られた提案の額は書き換えられない', async () => {
    const typed = typedProposal({ ...stopped, programmeKey: 'watch', baseGeneralThousandYen: 1000 });
    const { proposalKey } = await succeed(saveProposal(town.people.tanto, year, null, typed, 0));
    expect(await steps.proposal(proposalKey)).toMatchObject({ baseGeneralThousandYen: 1000 });
    await succeed(seedProposals(town.people.zaisei, year));
    const { version, ...park } = await steps.proposal('park');
    await steps.refusedWith(
      () =>
        saveProposal(
          town.people.tanto,
          year,
          'park',
          { ...park, ...stopped, reason: 'やめる', baseGeneralThousandYen: 9000, offsets: [] },
          version,
        ),
      'proposal-base-differs',
      { known: 500, base: 9000, fiscalYear: 2024 },
    );
  });
});
