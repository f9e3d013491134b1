import { expect, it } from 'vitest';
import { threeCriteria } from '../../../test/evaluation-cases/three-criteria.ts';
import type { EvaluationScheme } from './evaluation-scheme.ts';
import { openSheets } from './round-opening.ts';

const [entry] = threeCriteria.stages;
if (entry === undefined) throw new Error('the case has no stage');
const scheme: EvaluationScheme = {
  ...threeCriteria,
  stages: [entry, { ...entry, key: 'outside', label: '外部', subjects: 'some' }],
  exemptions: [{ key: 'small', label: '少額', atMost: { years: 3, thousandYen: 300 }, types: [] }],
};
const subject = (subjectKey: string, settledThousandYen: readonly (number | null)[]) => ({
  subjectKey,
  unitKey: 'ka',
  typeKey: null,
  settledThousandYen,
  achievement: null,
  last: null,
});

it('金額の合計がちょうど上限なら対象外で、式が残る。分からない金額は0と数えない', () => {
  const opened = openSheets(
    scheme,
    2024,
    [subject('just', [100, 150, 50]), subject('over', [100, 150, 51]), subject('unknown', [10, null, 10])],
    new Map([['outside', new Set(['over'])]]),
  );
  expect(
    opened.map(({ subjectKey, exemption, status, stageKeys }) => [subjectKey, exemption, status, stageKeys]),
  ).toEqual([
    ['just', 'small', 'final', ['entry']],
    ['over', '', 'not-started', ['entry', 'outside']],
    ['unknown', '', 'not-started', ['entry']],
  ]);
  expect(opened[0]?.exemptionNote).toBe(
    '少額: 令和4年度〜令和6年度の決算 50千円 + 150千円 + 100千円 = 300千円（300千円以下）',
  );
  expect(opened.map(({ first }) => first?.stageKey ?? null)).toEqual([null, 'entry', 'entry']);
});
