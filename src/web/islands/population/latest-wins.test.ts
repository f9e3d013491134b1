import { describe, expect, test } from 'vitest';
import { LatestWins } from './latest-wins.ts';

describe('最後に動かしたところだけを聞く', () => {
  test('答えを待つあいだの問いは、最後の一つだけが送られる', () => {
    const sent: number[] = [];
    const questions = new LatestWins<number>((ask) => sent.push(ask));
    for (const ask of [1, 2, 3]) questions.ask(ask);
    expect(sent).toEqual([1]);
    expect(questions.hasNewer).toBe(true);
    questions.answered();
    expect(sent).toEqual([1, 3]);
    expect(questions.hasNewer).toBe(false);
    questions.answered();
    questions.ask(4);
    expect(sent).toEqual([1, 3, 4]);
  });
});
