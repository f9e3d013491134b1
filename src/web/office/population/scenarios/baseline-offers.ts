import { populationOf } from '../../../../domain/population/population-of.ts';
import type { Baseline } from '../../../../domain/population/scenario.ts';
import {
  isProjected,
  type PopulationTable,
  type SeriesWithTables,
  wholeTown,
} from '../../../../domain/population/series.ts';
import { isUnreadable } from '../../../../domain/population/stored-content.ts';
import { calendarYear } from '../../../text/calendar-year.ts';
import { baselineChoice } from './form/baseline-choice.ts';

/** A baseline the town's series make possible. */
export interface BaselineOffer {
  readonly choice: string;
  readonly label: string;
  readonly baseline: Baseline;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

const byAge = ({ tables }: SeriesWithTables): readonly PopulationTable[] =>
  tables.filter(({ areaKey, counts }) => areaKey === wholeTown && populationOf(counts) !== null);

const [stepYears, usualYears, mostPairs] = [5, 30, 4];

/** Two tables five years apart, the newest first. */
const changes = (each: SeriesWithTables): readonly BaselineOffer[] => {
  const tables = byAge(each);
  return tables
    .flatMap((base): readonly Baseline[] => {
      const earlier = tables.find(({ date }) => yearOf(date) === yearOf(base.date) - stepYears);
      return earlier === undefined
        ? []
        : [
            {
              kind: 'recent-change',
              seriesKey: each.series.seriesKey,
              earlierDate: earlier.date,
              baseDate: base.date,
              untilYear: yearOf(base.date) + usualYears,
            },
          ];
    })
    .reverse()
    .slice(0, mostPairs)
    .map((baseline) => ({
      baseline,
      choice: baselineChoice(baseline),
      label: `最近の変化が続く: ${baselineYears(baseline)}（${each.series.name}）`,
    }));
};

const baselineYears = (baseline: Baseline): string =>
  baseline.kind === 'recent-change'
    ? `${calendarYear(yearOf(baseline.earlierDate), 'ja')}から${calendarYear(yearOf(baseline.baseDate), 'ja')}の変化`
    : '';

/** 基準となる推計として選べるもの: projections with ages first, then the recent changes of what was counted. */
export const baselineOffers = (series: readonly SeriesWithTables[]): readonly BaselineOffer[] => [
  ...series.flatMap((each): readonly BaselineOffer[] => {
    if (!isProjected(each.series.kind) || byAge(each).length < 2) return [];
    const baseline = { kind: 'projection', seriesKey: each.series.seriesKey } as const;
    return [
      {
        baseline,
        choice: baselineChoice(baseline),
        label: `${each.series.name}に沿う（${each.series.publisher}）`,
      },
    ];
  }),
  ...series.flatMap((each) => (isProjected(each.series.kind) ? [] : changes(each))),
];

/** What a baseline is called; series that are gone are said to be. */
export const baselineName = (baseline: Baseline, series: readonly SeriesWithTables[]): string => {
  if (isUnreadable({ baseline })) return '（このプログラムでは読めない内容）';
  const found = series.find((each) => each.series.seriesKey === baseline.seriesKey);
  const name = found?.series.name ?? '（なくなった系列）';
  return baseline.kind === 'projection' ? name : `最近の変化が続く: ${baselineYears(baseline)}（${name}）`;
};
