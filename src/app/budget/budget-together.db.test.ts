import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BudgetSteps,
  budgetSteps,
  handInEverything,
  succeed,
} from '../../../test/factories/budget-steps.ts';
import { type BudgetTown, openBudgetTown } from '../../../test/factories/budget-town.ts';
import { loadProposals } from '../../db/read-budget.ts';
import { listUnits } from '../../db/read-town.ts';
import { budgetProposal } from '../../db/schema/budget.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { allocate, prioritise } from './allocate.ts';
import { readBudgetYear } from './read-budget-desk.ts';
import { readBudgetTodo } from './read-budget-todo.ts';

let town: BudgetTown;
let steps: BudgetSteps;
beforeAll(async () => {
  town = await openBudgetTown();
  steps = budgetSteps(town, year);
  await handInEverything(town, year);
});
afterAll(() => town.office.db.close());

const year = 2026;

describe('やること', () => {
  it('課長と部長に、決まっていない提案の数が出る。町全体の役割には出ない', async () => {
    const counted = async (who: (typeof town.people)['kacho']) =>
      town.office.read(async (tx) => readBudgetTodo(tx, who.actor, ancestorsOf(await listUnits(tx))));
    const waiting = (await town.office.read((tx) => loadProposals(tx, year))).filter(
      ({ unitKey, state }) => unitKey === 'kodomo' && state === 'submitted',
    ).length;
    expect(waiting).toBeGreaterThan(0);
    const expected = [{ fiscalYear: year, unitKey: 'kodomo', drafts: 0, undecided: waiting }];
    expect(await counted(town.people.kacho)).toEqual(expected);
    expect(await counted(town.people.bucho)).toEqual(expected);
    expect(await counted(town.people.tanto)).toEqual([]);
    expect(await counted(town.people.zaisei)).toEqual([]);
  });
});

describe('優先順位', () => {
  it('企画の優先順位は企画だけが付け、見ていない変更を上書きしない', async () => {
    const { kacho, kikaku } = town.people;
    const { version } = await steps.proposal('watch');
    const priority = {
      proposalKey: 'watch',
      planningPriority: 2,
      planningNote: '',
      worth: '3',
      seen: version,
    };
    await steps.refusedWith(async () => prioritise(kacho, year, [priority]), 'not-allowed');
    await steps.refusedWith(
      async () => prioritise(kikaku, year, [{ ...priority, worth: '高' }]),
      'budget-worth',
    );
    await steps.refusedWith(
      async () => prioritise(kikaku, year, [{ ...priority, planningPriority: 0 }]),
      'budget-priority',
    );
    await succeed(prioritise(kikaku, year, [priority]));
    await steps.refusedWith(
      async () => prioritise(kikaku, year, [{ ...priority, planningPriority: 3 }]),
      'changed-meanwhile',
    );
    expect(await steps.proposal('watch')).toMatchObject({ planningPriority: 2, worth: '3' });
  });
});

describe('同時に', () => {
  it('二人が同時に配っても、枠は一度しか使えない', async () => {
    const { kacho, bucho } = town.people;
    const all = (await town.office.read((tx) => loadProposals(tx, year))).filter(
      ({ unitKey, expenseClass }) => unitKey === 'kodomo' && expenseClass === 'general',
    );
    // 600 + 500 + 300 is within 1,455; each of the two gives out everything there is.
    const give = async (who: typeof kacho) =>
      allocate(who, year, await Promise.all(all.map(({ proposalKey }) => steps.decision(proposalKey))));
    const [first, second] = await Promise.all([give(kacho), give(bucho)]);
    const done = [first, second].filter((each) => each?.ok);
    expect(done.length).toBeGreaterThanOrEqual(1);
    const desk = await readBudgetYear(kacho, year);
    const use = desk?.uses.find((each) => each.unitKey === 'kodomo-bu' && each.expenseClass === 'general');
    expect(use).toMatchObject({ allocatedThousandYen: 1400, leftThousandYen: 55 });
  });
});

describe('枠の外の経費', () => {
  it('課も部も配れず、財政が決める', async () => {
    const { kacho, bucho, zaisei } = town.people;
    await town.office.read((tx) =>
      tx.q
        .update(budgetProposal)
        .set({ expenseClass: 'outside', state: 'submitted', allocatedGeneral: null })
        .where(eq(budgetProposal.proposalKey, 'park')),
    );
    for (const who of [kacho, bucho])
      await steps.refusedWith(
        async () => allocate(who, year, [await steps.decision('park')]),
        'allocation-outside-frames',
        { expenseClass: '枠の外の経費' },
      );
    await succeed(allocate(zaisei, year, [await steps.decision('park')]));
    expect(await steps.proposal('park')).toMatchObject({ state: 'allocated' });
  });
});
