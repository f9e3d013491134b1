import { describe, expect, it } from 'vitest';
import { errorAt } from '../../domain/kernel/problem.ts';
import { placedSentence } from './plan-sentences.ts';

describe('何が・どこで・どうすればよいか', () => {
  it.each([
    [
      '表の年度と欄',
      errorAt('not-a-number', [2024, 'figure'], { text: '約120', suggestion: '120' }),
      '令和6年度の「実績値」: 「約120」は数として読めません。120 と入力し、言い添えることは備考に書いてください。ほかの行も含め、何も変わっていません。',
    ],
    [
      '項目の何番目か',
      errorAt('text-missing', ['items', 'a-1', 'partners', 1, 'name'], { title: '子育て' }),
      '「子育て」の「名前」の2番目: 空欄です。入力してください。',
    ],
    [
      'この画面の言葉がない誤りは、ほかと同じ言葉で言う',
      errorAt('municipality-code-format', [], { input: '塩尻' }),
      '',
    ],
  ])('%s', (_, problem, sentence) => {
    const said = placedSentence(problem);
    expect(said).not.toBe('');
    if (sentence !== '') expect(said).toBe(sentence);
  });
});
