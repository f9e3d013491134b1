import type { TableCounts } from './series.ts';

/** One figure of a table before and after; null: it is not told. */
export interface CellChange {
  readonly what: 'male' | 'female' | 'both' | 'total' | 'households' | 'unknown';
  /** '0-4'; null: not of one age */
  readonly age: string | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** どの数が変わるか: cells that differ, ages first. Ages cut another way are told by their totals only. */
export const cellChanges = (before: TableCounts, after: TableCounts): readonly CellChange[] => {
  const sameAges = before.ages.join() === after.ages.join();
  const ofAges = (['male', 'female', 'both'] as const).flatMap((what) =>
    sameAges
      ? after.ages.map((age, at) => ({
          what,
          age,
          before: before[what]?.[at] ?? null,
          after: after[what]?.[at] ?? null,
        }))
      : [],
  );
  const unknownOf = ({ unknownAge }: TableCounts): number =>
    (unknownAge?.male ?? 0) + (unknownAge?.female ?? 0);
  return [
    ...ofAges,
    { what: 'unknown' as const, age: null, before: unknownOf(before), after: unknownOf(after) },
    { what: 'total' as const, age: null, before: before.total, after: after.total },
    { what: 'households' as const, age: null, before: before.households, after: after.households },
  ].filter((cell) => cell.before !== cell.after);
};
