import { describe, expect, it } from 'vitest';
import { marksOf, meetingOf, printMarks, readMarks } from './item-compare.ts';

const fields = ['title', 'issue', 'approach'] as const;
const base = { title: '題', issue: '課題', approach: '方針' };

describe('二人の書き手', () => {
  it.each([
    ['相手だけが変えた欄は取り込む', base, { ...base, issue: '相手' }, { theirs: ['issue'], both: [] }],
    ['自分だけが変えた欄は残る', { ...base, issue: '自分' }, base, { theirs: [], both: [] }],
    [
      '両方が変えた欄は選ぶ',
      { ...base, issue: '自分' },
      { ...base, issue: '相手' },
      { theirs: [], both: ['issue'] },
    ],
    [
      '同じに変えた欄は問わない',
      { ...base, issue: '同じ' },
      { ...base, issue: '同じ' },
      { theirs: [], both: [] },
    ],
    [
      '欄ごとに分ける',
      { ...base, title: '自分', issue: '自分' },
      { title: '題', issue: '相手', approach: '相手' },
      { theirs: ['approach'], both: ['issue'] },
    ],
  ])('%s', (_, mine, stored, expected) => {
    expect(meetingOf(fields, marksOf(base), mine, stored)).toEqual(expected);
  });

  it('印は書いて読める', () => {
    expect(readMarks(printMarks(marksOf(base)))).toEqual(marksOf(base));
  });

  it('印のない送信では、違う欄はすべて選んでもらう', () => {
    expect(meetingOf(fields, {}, base, { ...base, issue: '相手' })).toEqual({ theirs: [], both: ['issue'] });
  });
});
