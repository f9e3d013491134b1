import { describe, expect, it } from 'vitest';
import type { EntryInPublication } from '../../../db/read-publication.ts';
import type { PublishedBudgetLine } from '../../../domain/budget/budget.ts';
import { answeringBudgets } from './answering-budgets.ts';

const entry: PublishedBudgetLine = {
  proposalKey: 'q',
  programmeKey: 'p',
  number: '',
  name: '',
  unitName: '',
  kind: 'continue',
  evaluationWord: '',
  evaluationClass: '',
  baseGeneralThousandYen: 0,
  requestedGeneralThousandYen: 0,
  allocatedGeneralThousandYen: 0,
  decisionReason: '',
  offsets: [],
};

const budget = (fiscalYear: number, roundKey: string | null): EntryInPublication<'budget'> => ({
  entry,
  publication: {
    kind: 'budget',
    key: String(fiscalYear),
    edition: 1,
    fiscalYear,
    title: '',
    reason: '',
    publishedAt: '2026-03-01T00:00:00Z',
    content: {
      fiscalYear,
      baseFiscalYear: fiscalYear - 1,
      ...(roundKey === null ? {} : { round: { roundKey, title: '' } }),
      schemeName: '',
      notes: [],
      frames: [],
    },
  },
});

describe('評価を受けた予算', () => {
  const named = [budget(2026, 'after-2024'), budget(2025, 'after-2023')];
  it.each([
    ['もとにした回を名のる予算だけ', named, 'after-2024', 2024, [2026]],
    ['ほかの回を名のる予算は、次の年度でも出さない', named, 'during-2024', 2024, []],
    ['回を名のらない予算は、次のものだけ', [budget(2027, null), budget(2026, null)], 'x', 2024, [2026]],
    ['遠い年度の予算は、その評価によるものではない', [budget(2029, null)], 'x', 2024, []],
    ['前の年度の予算も', [budget(2024, null)], 'x', 2024, []],
  ] as const)('%s', (_, budgets, key, fiscalYear, years) => {
    expect(
      answeringBudgets(budgets, { key, fiscalYear }).map(({ publication }) => publication.fiscalYear),
    ).toEqual(years);
  });
});
