import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { checkTables } from '../../domain/population/check-series.ts';
import { isProjected, type SeriesKind } from '../../domain/population/series.ts';
import type { RecognisedTable } from './recognised.ts';

/** 実績なのにまだ来ていない日: a base date mistyped, or a projection taken for a count. `today`: ISO day. */
export const daysAhead = (
  file: string,
  tables: readonly RecognisedTable[],
  kind: SeriesKind,
  today: string,
): readonly Problem[] => {
  const dates = [...new Set(tables.map(({ date }) => date))].filter((date) => date > today);
  return isProjected(kind) || dates.length === 0
    ? []
    : [errorAt('population-file-day-ahead', [file], { dates: dates.slice(0, 5) })];
};

/** What stands against these tables as figures of this kind: what saving would refuse, and days that have not come. */
export const standsAgainst = (
  file: string,
  tables: readonly RecognisedTable[],
  kind: SeriesKind,
  today: string,
): readonly Problem[] => [...daysAhead(file, tables, kind, today), ...checkTables(tables, kind)];
