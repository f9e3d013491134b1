import { describe, expect, it } from 'vitest';
import { gradeChangeOf } from './grade-change.ts';
import type { Grade } from './judgement-scheme.ts';

const grade = (key: string, of: Grade['class'], points: string | null = null): Grade => ({
  key,
  label: key,
  symbol: '',
  shape: 'circle',
  meaning: '',
  class: of,
  points,
});
const [s, a, b, c] = [grade('S', 'good'), grade('A', 'good'), grade('B', 'fair'), grade('C', 'poor')];
const none = grade('−', 'unknown');
const scale = [s, a, b, c, none];

describe('前の年度の判定との違い', () => {
  it.each([
    ['よくなった', b, a, scale, 'improved'],
    ['悪くなった', a, c, scale, 'worsened'],
    ['同じ', b, b, scale, 'same'],
    ['同じ「よい」の中では、方式に並ぶ順', a, s, scale, 'improved'],
    ['方式が違えば、よい・普通・悪いだけを比べる', a, s, null, 'same'],
    ['新しく判定できた', none, b, scale, 'newly-judged'],
    ['前の年度に判定がない', null, b, scale, 'newly-judged'],
    ['判定できなくなった', b, none, scale, 'no-longer-judged'],
    ['判定の段階がなくなった', b, null, scale, 'no-longer-judged'],
    ['どちらの年度も判定していない', none, none, scale, null],
  ])('%s', (_, before, after, of, expected) => {
    expect(gradeChangeOf(before, after, of)).toBe(expected);
  });

  it('点数があれば、並ぶ順より点数による', () => {
    const [low, high] = [grade('1点', 'fair', '1'), grade('3点', 'fair', '3')];
    expect(gradeChangeOf(low, high, [low, high])).toBe('improved');
  });
});
