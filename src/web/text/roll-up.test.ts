import { describe, expect, it } from 'vitest';
import type { RollUp } from '../../domain/indicator/judgement/roll-up.ts';
import { countsInWords } from './roll-up.ts';
import type { Language } from './text.ts';

const rollUp: RollUp = {
  entries: 12,
  withValue: 3,
  counted: 3,
  judged: 3,
  denominator: { of: 'counted', count: 3 },
  grades: [
    {
      grade: {
        key: 'up',
        label: '改善',
        labelEn: 'Improved',
        symbol: '↑',
        shape: 'arrow-up',
        meaning: '',
        class: 'good',
        points: null,
      },
      count: 3,
      percent: '100.0',
      isCounted: true,
      indicatorKeys: ['a', 'b', 'c'],
    },
  ],
  ungraded: [
    { reason: 'no-value', indicatorKeys: ['d', 'e', 'f', 'g', 'h', 'i', 'j', 'k'] },
    { reason: 'not-yet-due', indicatorKeys: ['l'] },
  ],
  alsoCounts: [],
  scores: [],
};

describe('集計の帯の言葉', () => {
  it.each<[string, Language, Partial<RollUp>, string]>([
    ['理由がいくつあっても、判定なしは一つの数', 'ja', {}, '改善 3件、判定なし 9件'],
    ['英語でも', 'en', {}, 'Improved 3, not judged 9'],
    ['判定なしがなければ言わない', 'ja', { ungraded: [] }, '改善 3件'],
  ])('%s', (_, language, change, words) => {
    expect(countsInWords({ ...rollUp, ...change }, language)).toBe(words);
  });
});
