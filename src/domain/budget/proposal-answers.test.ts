import { describe, expect, it } from 'vitest';
import { answersEvaluation } from './proposal-answers.ts';

describe('評価と提案の向き', () => {
  it.each([
    ['reduce', 'continue', false],
    ['reduce', 'reduce', true],
    ['abolish', 'reduce', false],
    ['abolish', 'stop', true],
    ['expand', 'continue', false],
    ['expand', 'expand', true],
    ['continue', 'continue', true],
    ['continue', 'expand', false],
    ['improve', 'continue', true],
    ['improve', 'stop', false],
    ['merge', 'continue', false],
    ['complete', 'continue', false],
    ['', 'continue', true],
    ['a word of an older list', 'stop', true],
  ] as const)('評価が「%s」の事業の提案「%s」', (evaluationClass, kind, answers) => {
    expect(answersEvaluation({ kind, evaluationClass })).toBe(answers);
  });
});
