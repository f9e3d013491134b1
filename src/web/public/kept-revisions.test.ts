import { describe, expect, it } from 'vitest';
import type { LoadedRevision } from '../../db/read-revision.ts';
import { KeptRevisions } from './kept-revisions.ts';

const revisionOf = (planKey: string, items: number): LoadedRevision =>
  ({ planKey, revision: 1, content: { items: Array.from({ length: items }) } }) as unknown as LoadedRevision;

const reading = (items = 1) => {
  const asked: string[] = [];
  const read = async (planKey: string) => {
    asked.push(planKey);
    return planKey === 'none' ? null : revisionOf(planKey, items);
  };
  return { asked, read };
};

describe('版の本文の控え', () => {
  it('同じ公開の版なら一度だけ読み、公開の版か団体が変われば読み直す', async () => {
    const kept = new KeptRevisions(100);
    const { asked, read } = reading();
    for (const [town, version] of [
      ['a', '1'],
      ['a', '1'],
      ['a', '2'],
      ['b', '1'],
    ] as const)
      expect((await kept.reader(town, version, read)('p', 1))?.planKey).toBe('p');
    expect(asked).toEqual(['p', 'p', 'p']);
  });

  it('ないものは控えない', async () => {
    const kept = new KeptRevisions(100);
    const { asked, read } = reading();
    for (const _ of [1, 2]) expect(await kept.reader('a', '1', read)('none', 1)).toBeNull();
    expect(asked).toEqual(['none', 'none']);
    expect(kept.size).toBe(0);
  });

  it('多すぎれば、使われていないものから出る。入りきらないものは入れない', async () => {
    const kept = new KeptRevisions(22);
    const small = reading(10);
    const ask = kept.reader('a', '1', small.read);
    for (const planKey of ['p', 'q', 'p', 'r', 'p', 'q']) await ask(planKey, 1);
    expect(small.asked).toEqual(['p', 'q', 'r', 'q']);
    const large = reading(22);
    await kept.reader('a', '1', large.read)('big', 1);
    expect(kept.size).toBe(2);
  });
});
