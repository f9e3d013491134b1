import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  budgetSteps,
  handInEverything,
  succeed,
  typedProposal,
} from '../../../../test/factories/budget-steps.ts';
import { type BudgetTown, openBudgetTown } from '../../../../test/factories/budget-town.ts';
import type { Browser } from '../../../../test/factories/office.ts';
import { allocate } from '../../../app/budget/allocate.ts';
import { moveProposals, saveProposal } from '../../../app/budget/save-proposal.ts';

let town: BudgetTown;
let browser: Browser;
const keys = new Map<string, string>();
const steps = () => budgetSteps(town, 2026);

/** A new proposal of 50 thousand yen that draws on what 見守り事業 frees: of the 400, 300 are used already. */
const add = async (name: string, amount: number, change: Parameters<typeof typedProposal>[0] = {}) => {
  const { tanto } = town.people;
  const { proposalKey } = await succeed(
    saveProposal(
      tanto,
      2026,
      null,
      typedProposal({
        name,
        requestedThousandYen: amount,
        requestedGeneralThousandYen: amount,
        offsets: [{ freedByKey: 'watch', amountThousandYen: amount }],
        divisionPriority: null,
        ...change,
      }),
      0,
    ),
  );
  const { version } = await steps().proposal(proposalKey);
  await succeed(moveProposals(tanto, 2026, [{ proposalKey, seen: version }], 'submitted'));
  keys.set(name, proposalKey);
};

beforeAll(async () => {
  town = await openBudgetTown();
  await handInEverything(town, 2026);
  // Both draw on the same 100: only one of them will be carried out.
  await add('電話の相談', 40, { alternativeGroup: '相談', divisionPriority: 2 });
  await add('窓口の相談', 100, { alternativeGroup: '相談', divisionPriority: 3 });
  browser = town.office.browser();
  await browser.login('zaisei');
});
afterAll(() => town.office.db.close());

const path = '/budget/2026/choose';
/** The row of a proposal, in words. */
const row = async (name: string, query = ''): Promise<string> => {
  const { html } = await browser.get(`${path}${query}`);
  const rows = (html.match(/<tr>.*?<\/tr>/gsu) ?? []).map((each) =>
    each.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' '),
  );
  return rows.find((each) => each.includes(name)) ?? '';
};

describe('互いに競い、同じ財源を見合いにする提案', () => {
  it('組からは一つだけが入り、見合いにする縮小も入り、入らないものは何に負けたかを言う', async () => {
    expect(await row('電話の相談')).toMatch(/選択肢の組「相談」.* 入る /u);
    expect(await row('見守り事業')).toMatch(/縮小.* 入る /u);
    const lost = await row('窓口の相談');
    expect(lost).toContain('入らない');
    expect(lost).toContain('同じ選択肢の組の「電話の相談」が入るため入らない。');
    expect(lost).not.toContain('千円あれば入る');
    const { html } = await browser.get(path);
    expect(html).toContain('これより良い組み合わせはありません');
    expect(html).toMatch(/加わる: (?:<!-- -->)?窓口の相談/u);
  });

  it('組の二つをどちらも選ぶと、どの組かを言って断り、何も変えない', async () => {
    const both = await Promise.all(
      ['電話の相談', '窓口の相談'].map(async (name) => steps().decision(keys.get(name) ?? '')),
    );
    await steps().refusedWith(() => allocate(town.people.zaisei, 2026, both), 'alternatives-both');
  });

  it('継続が組にあると、ほかは入らず、継続だと言う', async () => {
    const { version, ...park } = await steps().proposal('park');
    const { tanto } = town.people;
    await succeed(moveProposals(tanto, 2026, [{ proposalKey: 'park', seen: version }], 'draft'));
    const draft = await steps().proposal('park');
    await succeed(
      saveProposal(tanto, 2026, 'park', { ...park, alternativeGroup: '相談', offsets: [] }, draft.version),
    );
    expect(await row('公園の遊び場')).toContain('継続のため入る');
    expect(await row('電話の相談')).toContain('同じ選択肢の組の「公園の遊び場」が入るため入らない。');
    expect(await row('窓口の相談')).toContain('同じ選択肢の組の「公園の遊び場」が入るため入らない。');
  });

  it('どれも外せない組は、名前を挙げて、どうするかを言う', async () => {
    await add('義務の相談', 10, {
      alternativeGroup: '相談',
      obligatory: true,
      offsets: [{ freedByKey: 'watch', amountThousandYen: 10 }],
    });
    const { html } = await browser.get(path);
    expect(html).toContain('すべてを守る組み合わせがありません');
    expect(html).toContain(
      '「公園の遊び場」と「義務の相談」は、どれか一つだけの選択肢の組ですが、どれも外せません',
    );
  });
});
