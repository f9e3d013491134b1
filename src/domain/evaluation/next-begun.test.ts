import { describe, expect, it } from 'vitest';
import { isNextBegun } from './next-begun.ts';

const handedOn = '2026-11-21T03:00:00.000Z';
const before = '2026-11-20T03:00:00.000Z';
const after = '2026-11-21T03:00:01.000Z';
const saved = (firstSavedAt: string | null, lastSavedAt: string | null) => ({ firstSavedAt, lastSavedAt });

describe('次の段階が始めたか', () => {
  it.each([
    ['記録がない', null, 0, false],
    ['初めから入っている答えだけ', saved(null, null), 0, false],
    ['戻す前に書いたものだけ', saved(before, before), 0, false],
    ['進めたあとに保存した', saved(after, after), 0, true],
    ['前にも書き、進めたあとにまた保存した', saved(before, after), 0, true],
    ['何も変えずに確かめた', saved(after, null), 0, true],
    ['指摘を書いた', saved(null, null), 1, true],
  ])('%s', (_, next, remarks, begun) => {
    expect(isNextBegun(handedOn, next, remarks)).toBe(begun);
  });
});
