import type { DistrictDays } from './district-tables.ts';
import { populationOf } from './population-of.ts';
import { isProjected, type PopulationSeries, type SeriesWithTables, wholeTown } from './series.ts';

/** A series whose districts can be projected, and between which days. */
export interface DistrictChoice {
  readonly series: PopulationSeries;
  /** Five years apart, the newest first */
  readonly days: readonly DistrictDays[];
}

const width = 5;

/** 地区別の推計に使える系列: counted, with districts by sex and age on two days five years apart. In the order given. */
export const districtChoices = (all: readonly SeriesWithTables[]): readonly DistrictChoice[] =>
  all.flatMap(({ series, tables }) => {
    if (isProjected(series.kind)) return [];
    const districts = tables.filter(
      ({ areaKey, counts }) => areaKey !== wholeTown && populationOf(counts) !== null,
    );
    const dates = [...new Set(districts.map(({ date }) => date))].toSorted().toReversed();
    const days = dates.flatMap((baseDate): readonly DistrictDays[] => {
      const earlierDate = `${Number(baseDate.slice(0, 4)) - width}${baseDate.slice(4)}`;
      return dates.includes(earlierDate) ? [{ earlierDate, baseDate }] : [];
    });
    return days.length === 0 ? [] : [{ series, days }];
  });

/** Series with districts of any kind, whether they can be projected or not. */
export const hasDistricts = (all: readonly SeriesWithTables[]): boolean =>
  all.some(({ tables }) => tables.some(({ areaKey }) => areaKey !== wholeTown));
