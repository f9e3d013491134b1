import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BudgetSteps,
  budgetSteps,
  handInEverything,
  succeed,
} from '../../../test/factories/budget-steps.ts';
import { type BudgetTown, openBudgetTown } from '../../../test/factories/budget-town.ts';
import { allocate } from './allocate.ts';
import { publishBudgetInMaking } from './publish-budget-in-making.ts';
import { moveProposals } from './save-proposal.ts';

const year = 2026;
let town: BudgetTown;
let steps: BudgetSteps;
beforeAll(async () => {
  town = await openBudgetTown();
  steps = budgetSteps(town, year);
  await handInEverything(town, year);
  const { zaisei } = town.people;
  const { version } = await steps.proposal('road');
  await succeed(moveProposals(zaisei, year, [{ proposalKey: 'road', seen: version }], 'draft'));
  const less = await steps.decision('park', { amountThousandYen: 400, reason: '枠の範囲' });
  await succeed(allocate(zaisei, year, [less]));
});
afterAll(() => town.office.db.close());

describe('編成の途中の公表', () => {
  it('権利と注記の長さを確かめ、断ると何も残さない', async () => {
    const note = { note: '', reason: '' };
    for (const [who, given, code] of [
      [town.people.bucho, note, 'not-allowed'],
      [town.people.zaisei, { ...note, note: 'あ'.repeat(2001) }, 'text-too-long'],
    ] as const)
      await steps.refusedWith(
        async () => publishBudgetInMaking(who, year, given, await steps.yearLock()),
        code,
      );
  });

  it('出された要求までを言い、年度も提案も変えず、次の版には理由が要る', async () => {
    const { zaisei } = town.people;
    const state = async () => [
      await steps.yearLock(),
      await steps.proposal('road'),
      await steps.proposal('park'),
    ];
    const before = await state();
    const given = { note: ' 要求は10月末まで ', reason: '' };
    const publish = async () => publishBudgetInMaking(zaisei, year, given, await steps.yearLock());
    expect(await succeed(publish())).toEqual({ edition: 1 });
    await steps.refusedWith(publish, 'reason-required');
    const { head, lines } = await town.published(year);
    expect(head).toMatchObject({ stage: 'making', frames: [], notes: ['要求は10月末まで'] });
    const line = (key: string) => lines.find(({ proposalKey }) => proposalKey === key);
    // The road's is a draft; the park's is decided, of which the request is public and the allocation is not.
    expect(line('road')).toMatchObject({ kind: null, requestedGeneralThousandYen: null });
    expect((await steps.proposal('park')).allocatedGeneralThousandYen).toBe(400);
    expect(line('park')?.requestedGeneralThousandYen).toBe(500);
    expect(lines.every(({ allocatedGeneralThousandYen }) => allocatedGeneralThousandYen === null)).toBe(true);
    expect(await state()).toEqual(before);
  });
});
