import { describe, expect, it } from 'vitest';
import { budgetChange, budgetSentence } from './budget-change.ts';

const line = (base: number, allocated: number, evaluationWord = '縮小') => ({
  baseGeneralThousandYen: base,
  allocatedGeneralThousandYen: allocated,
  evaluationWord,
});

describe('予算の答え', () => {
  it.each([
    [10_000, 8_800, '1,200千円減（△12.0%）', '1,200 thousand yen less (−12.0%)'],
    [10_000, 11_500, '1,500千円増（＋15.0%）', '1,500 thousand yen more (+15.0%)'],
    [10_000, 10_000, '増減なし', 'unchanged'],
    [0, 500, '500千円増', '500 thousand yen more'],
    [500, 0, '500千円減（△100.0%）', '500 thousand yen less (−100.0%)'],
  ])('%d → %d', (base, allocated, ja, en) => {
    expect(budgetChange(line(base, allocated), 'ja')).toBe(ja);
    expect(budgetChange(line(base, allocated), 'en')).toBe(en);
  });

  it('評価があれば評価とならべ、なければ予算だけ', () => {
    expect(budgetSentence(line(10_000, 8_800), '令和7年度', 'ja')).toBe(
      '評価は「縮小」、令和7年度の予算は 1,200千円減（△12.0%）',
    );
    expect(budgetSentence(line(0, 500, ''), '令和7年度', 'ja')).toBe('令和7年度の予算は 500千円');
  });
});
