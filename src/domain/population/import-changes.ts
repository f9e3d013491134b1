import { isSameTable } from './same-table.ts';
import type { PopulationTable, SeriesWithTables } from './series.ts';

type Table = Omit<PopulationTable, 'seriesKey'>;

/** One table of a file against what the series has of that area and day. */
export interface TableChange {
  readonly table: Table;
  readonly kind: 'new' | 'changed' | 'same';
  /** What stands there now; null: nothing */
  readonly before: Table | null;
}

const placeOf = ({ areaKey, date }: Table): string => JSON.stringify([date, areaKey]);

/** 取り込むと何が変わるか, in the order of the file. */
export const importChanges = (stored: readonly Table[], given: readonly Table[]): readonly TableChange[] => {
  const known = new Map(stored.map((table) => [placeOf(table), table]));
  return given.map((table) => {
    const before = known.get(placeOf(table)) ?? null;
    if (before === null) return { table, kind: 'new', before };
    return { table, kind: isSameTable(before, table) ? 'same' : 'changed', before };
  });
};

/** Stored tables with those of the file in their places: areas and days the file does not name stay. */
export const withImported = (stored: readonly Table[], given: readonly Table[]): readonly Table[] => {
  const told = new Set(given.map(placeOf));
  return [...stored.filter((table) => !told.has(placeOf(table))), ...given];
};

/** The series that has all these tables with the same figures, where somebody brings a file a second time; null: none. */
export const heldBy = (
  series: readonly SeriesWithTables[],
  given: readonly Table[],
): SeriesWithTables | null =>
  series.find(({ tables }) => importChanges(tables, given).every(({ kind }) => kind === 'same')) ?? null;
