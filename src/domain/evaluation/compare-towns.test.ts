import { describe, expect, it } from 'vitest';
import { comparedClassOf, compareTowns, type TownEvaluation } from './compare-towns.ts';

const town = (changes: Partial<TownEvaluation>): TownEvaluation => ({
  municipality: '000000',
  name: '町',
  nameEn: 'Town',
  fiscalYear: 2024,
  amountBasis: 'R6決算',
  basis: 'settled',
  personnelIncluded: 'no',
  population: { persons: 10_000, source: '' },
  evaluatedUnit: 'programme',
  words: 8,
  classedBy: 'town',
  lines: [
    { class: 'continue', count: 3, amountThousandYen: 30_000, withoutAmount: 0 },
    { class: 'end', count: 1, amountThousandYen: 10_000, withoutAmount: 0 },
  ],
  unclassed: { count: 1, amountThousandYen: 5_000 },
  notes: [],
  source: { document: '', url: '' },
  origin: 'here',
  ...changes,
});

describe('団体の間の比較', () => {
  it('割合は区分のあるものに対して、一人あたりは円で', () => {
    const [first] = compareTowns([town({})]);
    expect(first).toMatchObject({
      count: 5,
      amountThousandYen: 45_000,
      yenPerResident: 4_500,
      differences: [],
    });
    expect(first?.lines.find((line) => line.class === 'continue')).toMatchObject({
      countPercent: '75.0',
      amountPercent: '75.0',
      yenPerResident: 3_000,
    });
    expect(first?.lines.map((line) => line.class)).toEqual([
      'expand',
      'continue',
      'improve',
      'reduce',
      'end',
      'complete',
    ]);
  });

  it('区分のない町があっても、足せば全体になる', () => {
    const [first] = compareTowns([town({})]);
    expect(first?.lines.reduce((sum, line) => sum + line.count, 0)).toBe(4);
  });

  it.each<[Partial<TownEvaluation>, string]>([
    [{ personnelIncluded: 'yes' }, 'personnel-included'],
    [{ personnelIncluded: 'mixed' }, 'personnel-unknown'],
    [{ evaluatedUnit: 'group' }, 'other-unit'],
    [{ words: 2 }, 'coarse-words'],
    [{ basis: 'total-cost' }, 'other-basis'],
    [{ fiscalYear: 2023 }, 'other-year'],
    [{ classedBy: 'extractor' }, 'classes-by-extractor'],
    [{ population: null }, 'no-population'],
  ])('%o は、くらべるときの注意になる', (changes, difference) => {
    expect(compareTowns([town({}), town(changes)])[1]?.differences).toEqual([difference]);
  });

  it('人口がなければ、一人あたりは出さない', () => {
    const [first] = compareTowns([town({ population: null })]);
    expect(first?.yenPerResident).toBeNull();
    expect(first?.lines.every(({ yenPerResident }) => yenPerResident === null)).toBe(true);
  });

  it.each(['merge', 'suspend', 'abolish'] as const)('%s は、終える方向に入る', (common) =>
    expect(comparedClassOf(common)).toBe('end'),
  );
});
