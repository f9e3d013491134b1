import type { Series } from '../demography/interpolate/interpolation.ts';
import { type SeriesWithTables, wholeTown } from './series.ts';

const daysOfMonth = 31;
/** Days from 1 October, roughly: enough to say which of two days is nearer. */
const fromCensusDay = (date: string): number => {
  const [, month = 0, day = 0] = date.split('-').map(Number);
  return Math.abs((month - 10) * daysOfMonth + day - 1);
};

/**
 * 総人口 of one area by calendar year, ascending, as published. Of two days in a year the one nearer to 1 October
 * stands for it, the day of the census.
 */
export const totalsOfSeries = ({ tables }: SeriesWithTables, areaKey: string = wholeTown): Series => {
  const byYear = new Map<number, { readonly date: string; readonly total: number }>();
  for (const { areaKey: area, date, counts } of tables) {
    if (area !== areaKey) continue;
    const year = Number(date.slice(0, 4));
    const other = byYear.get(year);
    if (other === undefined || fromCensusDay(date) < fromCensusDay(other.date))
      byYear.set(year, { date, total: counts.total });
  }
  const years = [...byYear.keys()].toSorted((a, b) => a - b);
  return { years, values: years.map((year) => byYear.get(year)?.total ?? 0) };
};
