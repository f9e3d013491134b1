import { describe, expect, it } from 'vitest';
import { budgetBalance } from './budget-balance.ts';

const line = (kind: 'new' | 'expand' | 'continue' | 'reduce' | 'stop', base: number, allocated: number) => ({
  kind,
  baseGeneralThousandYen: base,
  requestedGeneralThousandYen: allocated + 10,
  allocatedGeneralThousandYen: allocated,
});

describe('新規と見直しの差し引き', () => {
  const balance = budgetBalance([
    line('new', 0, 500),
    line('expand', 1_000, 1_200),
    line('continue', 2_000, 1_900),
    line('reduce', 800, 500),
    line('stop', 400, 0),
  ]);

  it('増えた額から減った額を引くと、全体の増減', () => {
    expect([balance.moreThousandYen, balance.lessThousandYen]).toEqual([700, 800]);
    expect(balance.whole.changeThousandYen).toBe(-100);
    expect(balance.whole).toMatchObject({
      count: 5,
      baseThousandYen: 4_200,
      allocatedThousandYen: 4_100,
      requestedThousandYen: 4_150,
    });
  });

  it('区分ごとの合計は全体', () => {
    const sum = balance.kinds.reduce((total, { allocatedThousandYen }) => total + allocatedThousandYen, 0);
    expect(sum).toBe(balance.whole.allocatedThousandYen);
    expect(balance.kinds.map(({ kind, changeThousandYen }) => [kind, changeThousandYen])).toEqual([
      ['new', 500],
      ['expand', 200],
      ['continue', -100],
      ['reduce', -300],
      ['stop', -400],
    ]);
  });
});
