import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetSchemeFile } from '../../../test/factories/budget-scheme.ts';
import {
  type BudgetSteps,
  budgetSteps,
  settleEverything,
  succeed,
} from '../../../test/factories/budget-steps.ts';
import { type BudgetTown, openBudgetTown } from '../../../test/factories/budget-town.ts';
import { loadTransfers } from '../../db/read-budget-moves.ts';
import { publishBudget } from './publish-budget.ts';
import {
  adoptBudgetScheme,
  createBudgetScheme,
  discardBudgetScheme,
  saveBudgetScheme,
} from './save-budget-scheme.ts';
import { transferBudget } from './transfer-budget.ts';

let town: BudgetTown;
let steps: BudgetSteps;
let newKey = '';
beforeAll(async () => {
  town = await openBudgetTown();
  steps = budgetSteps(town, year);
  newKey = await settleEverything(town, year);
});
afterAll(() => town.office.db.close());

const year = 2026;
const refusedWith: BudgetSteps['refusedWith'] = (...args) => steps.refusedWith(...args);
const yearLock: BudgetSteps['yearLock'] = () => steps.yearLock();

describe('確定した後', () => {
  it('流用は規則のなかで、経過とともに', async () => {
    const { bucho } = town.people;
    const transfer = { fromProposalKey: 'watch', toProposalKey: 'park', amountThousandYen: 50, reason: '雪' };
    await refusedWith(async () => transferBudget(town.people.kansa, year, transfer), 'not-allowed');
    await refusedWith(
      async () => transferBudget(town.people.zaisei, year, { ...transfer, toProposalKey: 'road' }),
      'transfer-across-units',
    );
    await refusedWith(
      async () => transferBudget(bucho, year, { ...transfer, toProposalKey: 'law' }),
      'transfer-across-classes',
    );
    await succeed(transferBudget(bucho, year, transfer));
    await refusedWith(
      async () => transferBudget(bucho, year, { ...transfer, amountThousandYen: 551 }),
      'transfer-too-much',
      {
        has: 550,
        over: 1,
      },
    );
    expect(await town.office.read((tx) => loadTransfers(tx, year))).toMatchObject([
      { amountThousandYen: 50, reason: '雪', madeBy: '職員 bucho' },
    ]);
  });

  it('公表は版を重ね、前の版は残る', async () => {
    const { zaisei } = town.people;
    expect(await succeed(publishBudget(zaisei, year, '', await yearLock()))).toEqual({ edition: 1 });
    await refusedWith(async () => publishBudget(zaisei, year, '', await yearLock()), 'reason-required');
    expect(await succeed(publishBudget(zaisei, year, '数字の訂正', await yearLock()))).toEqual({
      edition: 2,
    });
    const published = await town.published(year);
    expect(published.head).toMatchObject({
      fiscalYear: year,
      round: null,
      frames: [
        { unitName: '土木課', frameThousandYen: 1940, allocatedThousandYen: 1900 },
        { unitName: 'こども教育部', frameThousandYen: 1455, allocatedThousandYen: 1400 },
        { unitName: 'こども教育部', frameThousandYen: 700, allocatedThousandYen: 700 },
      ],
    });
    expect(published.lines.find(({ proposalKey }) => proposalKey === newKey)).toMatchObject({
      kind: 'new',
      allocatedGeneralThousandYen: 300,
      offsets: [{ name: '見守り事業', amountThousandYen: 300 }],
    });
  });
});

describe('規則', () => {
  const id = { schemeKey: 'own', schemeVersion: 1 };
  it('採用した版は変わらず、次の版は一つずつ', async () => {
    const { zaisei, kikaku } = town.people;
    const content = budgetSchemeFile('saku');
    await refusedWith(async () => adoptBudgetScheme(zaisei, id, 2), 'budget-scheme-adopted');
    await refusedWith(async () => saveBudgetScheme(zaisei, id, content, 2), 'budget-scheme-adopted');
    await refusedWith(async () => discardBudgetScheme(zaisei, id, 2), 'budget-scheme-adopted');
    await refusedWith(async () => createBudgetScheme(kikaku, content, 'other'), 'not-allowed');
    await refusedWith(
      async () => createBudgetScheme(zaisei, { ...content, otherwise: 'x' }, 'other'),
      'expense-class-unknown',
    );
    const draft = await succeed(createBudgetScheme(zaisei, content, 'own'));
    expect(draft.schemeVersion).toBe(2);
    await refusedWith(async () => createBudgetScheme(zaisei, content, 'own'), 'budget-scheme-draft-exists');
    await refusedWith(async () => saveBudgetScheme(zaisei, draft, content, 9), 'changed-meanwhile');
    await succeed(saveBudgetScheme(zaisei, draft, { ...content, name: '直した規則' }, 1));
    await refusedWith(async () => discardBudgetScheme(zaisei, draft, 1), 'changed-meanwhile');
    await succeed(discardBudgetScheme(zaisei, draft, 2));
    await refusedWith(async () => discardBudgetScheme(zaisei, draft, 2), 'budget-scheme-unknown');
  });
});
