import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DistrictRow, leastShown, sumOfRows, withoutSmallCounts } from './district-figures.ts';

const figures = fc
  .tuple(...[0, 1, 2].map(() => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.nat(400))))
  .map(([children = 0, workingAge = 0, aged = 0]) => ({
    total: children + workingAge + aged,
    children,
    workingAge,
    aged,
  }));

const town: fc.Arbitrary<readonly DistrictRow[]> = fc
  .array(fc.array(figures, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map((row, at) => ({ areaKeys: [`d${at}`], names: [`第${at}地区`], figures: row })));

const shownFigures = (rows: readonly DistrictRow[]): readonly number[] =>
  rows.flatMap((row) =>
    row.figures.flatMap(({ total, children, workingAge, aged }) => [total, children, workingAge, aged]),
  );
const isSmall = (value: number): boolean => value > 0 && value < leastShown;

it('5人に満たない欄は、町全体が少なくない限り、どの行にも出ない', () => {
  fc.assert(
    fc.property(town, (rows) => {
      fc.pre(!shownFigures([sumOfRows(rows)]).some(isSmall));
      const { shown, together } = withoutSmallCounts(rows);
      const all = together === null ? shown : [...shown, together];
      expect(shownFigures(all).filter(isSmall)).toEqual([]);
    }),
  );
});

it('どの地区も一つの行にだけ入り、行の合計は町と同じ', () => {
  fc.assert(
    fc.property(town, (rows) => {
      const { shown, together } = withoutSmallCounts(rows);
      const all = together === null ? shown : [...shown, together];
      expect(all.flatMap(({ areaKeys }) => areaKeys).toSorted()).toEqual(
        rows.flatMap(({ areaKeys }) => areaKeys).toSorted(),
      );
      expect(sumOfRows(all).figures).toEqual(sumOfRows(rows).figures);
    }),
  );
});

it('まとめた行には、人のいる地区が二つ以上ある（人のいる地区が一つだけの町を除く）', () => {
  fc.assert(
    fc.property(town, (rows) => {
      const lived = (row: DistrictRow) => row.figures.some(({ total }) => total > 0);
      fc.pre(rows.filter(lived).length > 1);
      const { together } = withoutSmallCounts(rows);
      if (together === null) return;
      const kept = new Set(together.areaKeys);
      expect(rows.filter((row) => lived(row) && kept.has(row.areaKeys[0] ?? '')).length).toBeGreaterThan(1);
    }),
  );
});

it('少ない欄がなければ、そのまま', () => {
  fc.assert(
    fc.property(town, (rows) => {
      fc.pre(!shownFigures(rows).some(isSmall));
      expect(withoutSmallCounts(rows)).toEqual({ shown: rows, together: null });
    }),
  );
});
